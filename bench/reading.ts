import {measureExporting} from './exporting.ts';
import {measureFinding} from './finding.ts';
import type {Benchmark} from './measure.ts';
import {measureOpening} from './opening.ts';
import {measureScrolling} from './scroll.ts';
import {measureSearching} from './searching.ts';

/** Whether reading, finding, searching and exporting stay light, however much was said. */
export const reading: Benchmark = {
	name: 'reading',
	run: async () => [
		...(await measureScrolling()),
		...(await measureOpening()),
		...(await measureFinding()),
		...(await measureSearching()),
		...(await measureExporting()),
	],
};
