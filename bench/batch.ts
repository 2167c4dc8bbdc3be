import {performance} from 'node:perf_hooks';
import {createIsolatedEnvironment} from '../test/support/isolated-environment.ts';
import {startCommand} from '../test/support/run-command.ts';
import {peakMemory, type RunningSandbox, startSandboxProcess} from './big-sandbox.ts';
import type {Benchmark} from './measure.ts';

const timings = {pollScale: 0.2};

type Done = {readonly peakMegabytes: number; readonly seconds: number};

/** Transcribes so many meetings with one command. */
async function transcribe({environment, uuids}: RunningSandbox, count: number): Promise<Done> {
	const folders = createIsolatedEnvironment();
	const startedAt = performance.now();
	await using running = startCommand(
		[
			'transcribe',
			'--yes',
			'--json',
			'--output',
			`${folders.home}/`,
			'--',
			...uuids.slice(0, count),
		],
		{
			environment: folders,
			variables: {...environment, RECSCRIBE_TEST_TIMINGS: JSON.stringify(timings)},
		},
	);
	let peakMegabytes = 0;
	const timer = setInterval(async () => {
		peakMegabytes = Math.max(peakMegabytes, (await peakMemory(running.pid ?? 0)) ?? 0);
	}, 50);
	try {
		const {exitCode, stderr} = await running.exited;
		if (exitCode !== 0) {
			throw new Error(`It ended with exit code ${exitCode}: ${stderr.slice(-2000)}`);
		}

		return {peakMegabytes, seconds: (performance.now() - startedAt) / 1000};
	} finally {
		clearInterval(timer);
		folders.remove();
	}
}

/** A thousand recordings in one batch: does memory stay flat, and is each as cheap as in a small one? */
export const batch: Benchmark = {
	name: 'batch',
	async run() {
		const sandbox = await startSandboxProcess({
			mediaScale: 0.001,
			extraUsers: 20,
			processingMs: 2000,
		});
		try {
			const few = await transcribe(sandbox, 100);
			const many = await transcribe(sandbox, 1000);
			return [
				{
					what: 'peak memory (RSS) with 1,000 jobs in one batch',
					value: many.peakMegabytes,
					peer: {name: 'the same with 100', value: few.peakMegabytes},
					unit: 'MB',
					aim: {atMost: 1.5},
				},
				{
					what: 'time for each of 1,000 jobs',
					value: many.seconds,
					peer: {name: 'ten times that of 100', value: 10 * few.seconds},
					unit: 's',
					aim: {atMost: 1.1},
				},
			];
		} finally {
			sandbox.close();
		}
	},
};
