import {expect, test} from 'vitest';
import {hasEnded} from '../../source/jobs/job-progress.ts';
import {ordinaryMeetings, startWorking, toNewJob, waitUntil} from './working.ts';

test('hundreds in one batch: few at once on their way, all waited for together', async () => {
	// On a busy machine a request must not be given up while the server has yet to look at it.
	const patience = {timeoutMs: 20_000, stallMs: 20_000};
	await using working = await startWorking({sandbox: {processingMs: 1500}, clients: {patience}});
	const {jobs, sandbox} = working;
	const meetings = ordinaryMeetings(sandbox, 200);
	let mostUploads = 0;
	jobs.subscribe(() => {
		const uploads = jobs.snapshot().filter(({progress}) => progress.stage === 'uploading');
		mostUploads = Math.max(mostUploads, uploads.length);
	});
	await Promise.all(meetings.map(meeting => jobs.start(toNewJob(meeting))));
	expect(jobs.snapshot()).toHaveLength(200);
	await waitUntil(jobs, views => views.every(({progress}) => hasEnded(progress)));
	expect(new Set(jobs.snapshot().map(({progress}) => progress.stage))).toEqual(
		new Set(['completed']),
	);
	expect(sandbox.submissions).toHaveLength(200);
	expect(mostUploads).toBeLessThanOrEqual(3);
	const asked = sandbox.requests.filter(({path}) => path.startsWith('/v2/transcript/'));
	expect(asked.length).toBeLessThan(3 * 200);
}, 60_000);
