// npm run bench: runs every benchmark, or those that are named, and prints one table.
import process from 'node:process';
import {batch} from './batch.ts';
import {listing} from './listing.ts';
import type {Benchmark, Figure} from './measure.ts';
import {pressing} from './pressing.ts';
import {reading} from './reading.ts';
import {relaying} from './relay.ts';
import {startup} from './startup.ts';
import {showTable} from './table.ts';
import {waiting} from './waiting.ts';

const benchmarks: readonly Benchmark[] = [
	startup,
	reading,
	pressing,
	listing,
	waiting,
	batch,
	relaying,
];

const names = process.argv.slice(2);
const unknown = names.filter(name => !benchmarks.some(benchmark => benchmark.name === name));
if (unknown.length > 0) {
	throw new Error(
		`No benchmark is called ${unknown.join(', ')}: there are ${benchmarks.map(({name}) => name).join(', ')}`,
	);
}

const figures: Figure[] = [];
const failures: unknown[] = [];
for (const {name, run} of benchmarks) {
	if (names.length === 0 || names.includes(name)) {
		console.error(`${name}…`);
		try {
			figures.push(...(await run()));
		} catch (error) {
			// What the others measured is not to be lost.
			failures.push(error);
		}
	}
}

console.log(showTable(figures));
if (failures.length > 0) {
	throw new AggregateError(failures, 'Some of it could not be measured');
}
