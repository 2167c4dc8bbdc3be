import {PassThrough} from 'node:stream';
import {text} from 'node:stream/consumers';
import {expect, test} from 'vitest';
import {reportJobs} from '../../source/commands/job-lines.ts';
import {createOutput} from '../../source/commands/output.ts';
import type {JobProgress} from '../../source/jobs/job-progress.ts';
import {createFakeServices} from '../tui/fake-services.ts';
import {meeting} from '../tui/things.ts';

const upload = Array.from(
	{length: 11},
	(_, tenth): JobProgress => ({
		stage: 'uploading',
		sentBytes: tenth * 1_000_000,
		totalBytes: 10_000_000,
	}),
);

/** What is written, where lines are only appended, of a job that goes through these stages. */
async function written(isTTY: boolean, stages: readonly JobProgress[]): Promise<string> {
	const {jobs, newJob} = createFakeServices();
	const stderr = Object.assign(new PassThrough(), {isTTY});
	await jobs.start(newJob(meeting('Budget review', 1)));
	const report = reportJobs(jobs, {stderr: createOutput(stderr), use: 'append'});
	for (const stage of stages) {
		jobs.progress('Budget review', stage);
	}

	report.stop();
	stderr.end();
	return text(stderr);
}

test('each stage is a line, and each quarter of an upload', async () => {
	const stages = [...upload, {stage: 'waiting', status: 'queued'} as const];
	expect(await written(true, stages)).toBe(
		`${[
			'in line',
			'sending 0 B of 10 MB',
			'sending 3.0 MB of 10 MB',
			'sending 5.0 MB of 10 MB',
			'sending 8.0 MB of 10 MB',
			'sending 10 MB of 10 MB',
			'in line at AssemblyAI',
		]
			.map(line => `Budget review: ${line}`)
			.join('\n')}\n`,
	);
});

test('a file has no use for quarters', async () => {
	expect((await written(false, upload)).split('\n')).toHaveLength(3);
});
