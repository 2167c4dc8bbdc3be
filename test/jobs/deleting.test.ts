import {expect, test} from 'vitest';
import {
	remoteDeletedAt,
	startWorking,
	toNewJob,
	type Working,
	waitForEnd,
	waitUntil,
} from './working.ts';

const {signal} = new AbortController();

function firstJob({sandbox}: Working, deleteRemote = true) {
	return toNewJob(sandbox.world.find('first-choice'), {deleteRemote});
}

function deletions({sandbox}: Working): readonly string[] {
	return sandbox.requests.filter(({method}) => method === 'DELETE').map(({path}) => path);
}

test('AssemblyAI’s copy is deleted once the transcript is here, and that is kept', async () => {
	await using working = await startWorking();
	const {jobs, library, sandbox} = working;
	await waitForEnd(jobs, await jobs.start(firstJob(working)));
	const [submission] = sandbox.submissions;
	await waitUntil(jobs, () => remoteDeletedAt(library.listTranscripts()[0]) !== undefined);
	expect(deletions(working)).toEqual([`/v2/transcript/${submission?.id}`]);
	expect(submission?.body).not.toHaveProperty('deleteRemote');
});

test('a copy that can’t be deleted is said, and deleted at the next start', async () => {
	await using working = await startWorking();
	const {jobs, library, sandbox} = working;
	const fault = sandbox.inject({method: 'DELETE', times: 20}, {type: 'answer', status: 500});
	const id = await jobs.start(firstJob(working));
	const view = () => jobs.snapshot().find(({job}) => job.id === id);
	await waitUntil(jobs, () => view()?.remarks.join().includes('could not be deleted') === true);
	expect(view()?.progress.stage).toBe('completed');
	expect(remoteDeletedAt(library.listTranscripts()[0])).toBeUndefined();

	const before = deletions(working).length;
	const hopeful = working.open();
	await hopeful.jobs.resume();
	await expect.poll(() => deletions(working).length, {timeout: 30_000}).toBeGreaterThan(before);
	expect(remoteDeletedAt(library.listTranscripts()[0])).toBeUndefined();
	hopeful.jobs.close();

	fault.remove();
	const second = working.open();
	await second.jobs.resume();
	await waitUntil(second.jobs, () => remoteDeletedAt(library.listTranscripts()[0]) !== undefined);
});

test('a copy that is not there any more counts as deleted', async () => {
	await using working = await startWorking();
	const {jobs, library, sandbox} = working;
	await waitForEnd(jobs, await jobs.start(firstJob(working, false)));
	const id = sandbox.submissions[0]?.id ?? '';
	await jobs.deleteRemote(id, signal);
	await jobs.deleteRemote(id, signal);
	expect(deletions(working)).toHaveLength(2);
	expect(remoteDeletedAt(library.findTranscript(id))).toBeDefined();
});

test('what a cancelled job has left can be deleted; tried again, it starts anew', async () => {
	await using working = await startWorking({sandbox: {processingMs: 600_000}});
	const {jobs, sandbox} = working;
	const id = await jobs.start(firstJob(working, false));
	await waitUntil(jobs, () => jobs.snapshot()[0]?.progress.stage === 'waiting');
	await jobs.cancel(id);
	await waitForEnd(jobs, id);
	const before = sandbox.submissions[0]?.id;
	expect(jobs.snapshot()[0]?.job.transcriptId).toBe(before);
	expect(await jobs.deleteRemoteOf(id, signal)).toBe(true);
	expect(jobs.snapshot()[0]?.job.transcriptId).toBeUndefined();
	expect(deletions(working)).toEqual([`/v2/transcript/${before}`]);
	expect(await jobs.deleteRemoteOf(id, signal)).toBe(false);

	await jobs.retry(id);
	await waitUntil(jobs, () => sandbox.submissions.length === 2);
});
