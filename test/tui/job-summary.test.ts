import {expect, test} from 'vitest';
import type {JobProgress, JobView} from '../../source/jobs/job-progress.ts';
import {describeSummary, showRemaining, summarizeJobs} from '../../source/tui/job-summary.ts';
import {createFakeJobs} from './fake-jobs.ts';
import {createFakeServices} from './fake-services.ts';
import {meeting} from './things.ts';

async function views(...progress: readonly JobProgress[]): Promise<readonly JobView[]> {
	const jobs = createFakeJobs();
	const {newJob} = createFakeServices();
	for (const [place, each] of progress.entries()) {
		await jobs.start(newJob(meeting(`meeting ${place}`)));
		jobs.progress(`meeting ${place}`, each);
	}

	return jobs.snapshot();
}

const waiting = {stage: 'waiting', status: 'processing'} as const;
const done = {stage: 'completed', transcriptId: 'id'} as const;
const failed = {stage: 'failed', error: new Error('no')} as const;

test('jobs are counted by what became of them, and done when the slowest one is', async () => {
	const jobs = await views(done, failed, waiting, {stage: 'cancelled'}, waiting);
	let minutes = 1;
	const summary = summarizeJobs(jobs, () => ({remainingMs: 60_000 * minutes++, basis: 'past'}));
	expect(summary).toEqual({total: 5, ended: 3, failed: 1, remainingMs: 120_000});
	expect(describeSummary(summary)).toBe('3 of 5 done, 1 failed · ~2 min left');
});

test('nothing is said of the time while it is not known of every job', async () => {
	const jobs = await views(waiting, {stage: 'planned'});
	const summary = summarizeJobs(jobs, ({progress}) =>
		progress.stage === 'waiting' ? {remainingMs: 1, basis: 'past'} : undefined,
	);
	expect(describeSummary(summary)).toBe('0 of 2 done');
	expect(summarizeJobs(await views(done), () => undefined).remainingMs).toBeUndefined();
});

test.each([
	[0, '<1 min left'],
	[20_000, '<1 min left'],
	[95_000, '~2 min left'],
])('%i ms is said as an estimate', (milliseconds, words) => {
	expect(showRemaining(milliseconds)).toBe(words);
});
