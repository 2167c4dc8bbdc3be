import {describe, expect, onTestFinished, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {type JobEngine, JobLost} from '../../source/library/job-engine.ts';
import {openLibrary} from '../../source/library/library.ts';
import {LibraryError} from '../../source/library/library-error.ts';
import {safeText} from '../../source/safe-text.ts';
import {
	ordinaryMeetings,
	quickTimings,
	startWorking,
	toNewJob,
	type Working,
	waitForEnd,
	waitUntil,
} from './working.ts';

const full = new LibraryError('full', 'There is no room left', {hint: 'Make room.'});

/** A Recscribe on the same library whose engine fails where it is told to. */
function openFaulty({folder, open}: Working, faults: Partial<JobEngine>) {
	const library = openLibrary(folder, {leaseMs: quickTimings.leaseMs});
	return open({library: {...library, engine: {...library.engine, ...faults}}});
}

async function startFaulty(faults: Partial<JobEngine>, processingMs = 30) {
	const working = await startWorking({sandbox: {processingMs}});
	onTestFinished(() => working[Symbol.asyncDispose]());
	const {sandbox, library} = working;
	return {sandbox, engine: library.engine, jobs: openFaulty(working, faults).jobs};
}

function rejectWith(error: Error): () => Promise<never> {
	return () => Promise.reject(error);
}

describe('when the library can’t be written, nothing more is begun, and its state stays', () => {
	test('as a transcript is to be kept', async () => {
		const {jobs, sandbox, engine} = await startFaulty({complete: rejectWith(full)});
		const [first, second] = ordinaryMeetings(sandbox, 2).map(meeting => toNewJob(meeting));
		if (first === undefined || second === undefined) {
			throw new Error('The sandbox has no meetings');
		}

		const id = await jobs.start(first);
		expect((await waitForEnd(jobs, id)).progress).toEqual({stage: 'failed', error: full});
		expect(jobs.pauseReason()).toBe(full);
		expect(await engine.find(id)).toMatchObject({
			stage: 'waiting',
			transcriptId: sandbox.submissions[0]?.id,
		});

		const later = await jobs.start(second);
		await jobs.resume();
		expect(await engine.find(later)).toMatchObject({stage: 'planned', owner: undefined});
	});

	test('as a job is to be ended', async () => {
		const {jobs, sandbox} = await startFaulty({fail: rejectWith(full)});
		const id = await jobs.start(toNewJob(sandbox.world.find('fails-at-assemblyai')));
		expect((await waitForEnd(jobs, id)).progress).toEqual({stage: 'failed', error: full});
		expect(jobs.pauseReason()).toBe(full);
	});

	test('as a job is to be taken', async () => {
		const {jobs, sandbox} = await startFaulty({claim: rejectWith(full)});
		await jobs.start(toNewJob(sandbox.world.find('first-choice')));
		await jobs.resume();
		expect(jobs.pauseReason()).toBe(full);
		expect(jobs.snapshot()[0]?.progress.stage).toBe('planned');
	});
});

test('what is looked at now and then is looked at again after a fault of the library', async () => {
	const working = await startWorking();
	onTestFinished(() => working[Symbol.asyncDispose]());
	const {engine} = working.library;
	const faults = {changes: 3, heartbeat: 1};
	const unlessFaulty =
		<Arguments extends readonly unknown[], Result>(
			name: keyof typeof faults,
			call: (...given: Arguments) => Promise<Result>,
		) =>
		async (...given: Arguments) => {
			if (faults[name] > 0) {
				faults[name]--;
				throw full;
			}

			return call(...given);
		};
	const {jobs} = openFaulty(working, {
		changes: unlessFaulty('changes', engine.changes),
		heartbeat: unlessFaulty('heartbeat', engine.heartbeat),
	});
	await jobs.resume();
	// Put in line by somebody else: only who looks at the library finds out.
	await engine.enqueue(toNewJob(working.sandbox.world.find('first-choice')), {again: false});
	await waitUntil(jobs, ([view]) => view?.progress.stage === 'completed');
	expect(faults.changes).toBe(0);
	expect(jobs.pauseReason()).toBeUndefined();
});

test('a job that somebody else has taken meanwhile is let go of, and the others go on', async () => {
	const working = await startWorking();
	onTestFinished(() => working[Symbol.asyncDispose]());
	const {sandbox, library} = working;
	const [first, second] = ordinaryMeetings(sandbox, 2).map(meeting => toNewJob(meeting));
	if (first === undefined || second === undefined) {
		throw new Error('The sandbox has no meetings');
	}

	const {engine} = library;
	const {jobs} = openFaulty(working, {
		complete(worker, id, transcript) {
			return id === lost
				? Promise.reject(new JobLost('It is another one’s now'))
				: engine.complete(worker, id, transcript);
		},
		fail: rejectWith(new Error('It is not ours to end')),
	});
	const lost = await jobs.start(first);
	await waitUntil(jobs, ([view]) => view?.progress.stage === 'waiting');
	expect((await waitForEnd(jobs, await jobs.start(second))).progress.stage).toBe('completed');
	expect(jobs.pauseReason()).toBeUndefined();
	expect(await engine.find(lost)).toMatchObject({stage: 'waiting', error: undefined});
});

test('a job that somebody else has taken as it fails is let go of, too', async () => {
	let isTold = false;
	const {jobs, sandbox, engine} = await startFaulty({
		fail() {
			isTold = true;
			return Promise.reject(new JobLost('It is another one’s now'));
		},
	});
	const id = await jobs.start(toNewJob(sandbox.world.find('fails-at-assemblyai')));
	await waitUntil(jobs, ([view]) => isTold && view?.progress.stage === 'waiting');
	await jobs.resume();
	expect(jobs.pauseReason()).toBeUndefined();
	expect(await engine.find(id)).toMatchObject({stage: 'waiting', error: undefined});
});

describe('the error of a job is kept', () => {
	test.each([
		[
			new UserError('Nothing to be done', {code: 'not-found', hint: 'Look elsewhere.'}),
			{code: 'not-found', message: 'Nothing to be done', hint: 'Look elsewhere.'},
		],
		[new UserError('Nothing \u001B[31mto say'), {code: 'failed', message: 'Nothing to say'}],
		[new TypeError('A mistake of ours'), {code: 'failed', message: 'TypeError: A mistake of ours'}],
	])('%s', async (error, kept) => {
		const {jobs, sandbox, engine} = await startFaulty({intend: rejectWith(error)});
		const id = await jobs.start(toNewJob(sandbox.world.find('first-choice')));
		expect((await waitForEnd(jobs, id)).progress).toMatchObject({
			stage: 'failed',
			error: {message: safeText(kept.message)},
		});
		expect((await engine.find(id))?.error).toStrictEqual(kept);
	});
});

test('a heartbeat is sent while a job is at work here, and not afterwards', async () => {
	const working = await startWorking({
		sandbox: {processingMs: 600_000},
		timings: {...quickTimings, heartbeatMs: 5},
	});
	onTestFinished(() => working[Symbol.asyncDispose]());
	const {engine} = working.library;
	let beats = 0;
	let rounds = 0;
	const watchers = new Set<() => void>();
	const {jobs} = openFaulty(working, {
		heartbeat(worker) {
			beats++;
			return engine.heartbeat(worker);
		},
		pastTimes() {
			rounds++;
			for (const watch of watchers) {
				watch();
			}

			return engine.pastTimes();
		},
	});
	const inRounds = async (count: number) => {
		const until = rounds + count;
		await new Promise<void>(resolve => {
			watchers.add(() => rounds >= until && resolve());
		});
	};
	await jobs.resume();
	await inRounds(3);
	expect(beats).toBe(0);
	const id = await jobs.start(toNewJob(working.sandbox.world.find('first-choice')));
	await waitUntil(jobs, ([view]) => view?.progress.stage === 'waiting');
	await inRounds(3);
	expect(beats).toBeGreaterThanOrEqual(2);
	working.sandbox.advance(10_000_000);
	await waitForEnd(jobs, id);
	await inRounds(2);
	const before = beats;
	await inRounds(3);
	expect(beats).toBe(before);
});
