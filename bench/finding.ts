import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {performance} from 'node:perf_hooks';
import process from 'node:process';
import {find} from '../source/transcripts/find.ts';
import {parseQuery} from '../source/transcripts/find-query.ts';
import type {Transcript} from '../source/transcripts/transcript.ts';
import {type Figure, interleave} from './measure.ts';
import {makeTranscript} from './programs/made-up-transcript.ts';

const typed = 'budget';
const rounds = 10;

/** The mean over the letters of a word, each of which looks through everything. */
function timePerKey(transcript: Transcript): number {
	const started = performance.now();
	for (let length = 1; length <= typed.length; length++) {
		const parsed = parseQuery(typed.slice(0, length), {isRegularExpression: false});
		if (parsed.kind !== 'query' || find(transcript, parsed.query).count === 0) {
			throw new Error(`Nothing was found for ${typed.slice(0, length)}`);
		}
	}

	return (performance.now() - started) / typed.length;
}

async function timeOfGrep(file: string): Promise<number> {
	const started = performance.now();
	for (let length = 1; length <= typed.length; length++) {
		// Every hit, as the screen has them; to a pipe, since into /dev/null grep stops at the first.
		const grep = spawn('grep', ['-io', typed.slice(0, length), file], {
			stdio: ['ignore', 'pipe', 'inherit'],
			env: {...process.env, LC_ALL: 'C.UTF-8'},
		});
		grep.stdout.resume();
		await once(grep, 'close');
	}

	return (performance.now() - started) / typed.length;
}

async function measureHours(hours: number, folder: string): Promise<Figure> {
	const transcript = makeTranscript(hours);
	const file = path.join(folder, `${hours}.txt`);
	await writeFile(file, transcript.turns.map(({text}) => `${text}\n`).join(''));
	const times = await interleave(rounds, {
		find: async () => timePerKey(transcript),
		grep: () => timeOfGrep(file),
	});
	return {
		what: `a letter more to look for, ${hours} h`,
		value: times.find,
		peer: {name: 'grep -io in the text', value: times.grep},
		unit: 'ms',
		aim: {atMost: 1},
	};
}

export async function measureFinding(): Promise<readonly Figure[]> {
	const folder = await mkdtemp(path.join(os.tmpdir(), 'recscribe-finding-'));
	try {
		return [await measureHours(10, folder), await measureHours(100, folder)];
	} finally {
		await rm(folder, {recursive: true, force: true});
	}
}
