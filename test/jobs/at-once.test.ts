import {EventEmitter, once} from 'node:events';
import {describe, expect, test} from 'vitest';
import {openLibrary} from '../../source/library/library.ts';
import {
	firstJob,
	ordinaryMeetings,
	quickTimings,
	remoteDeletedAt,
	startWorking,
	toNewJob,
	waitForEnd,
	waitUntil,
} from './working.ts';

const {signal} = new AbortController();
/** Nobody looks around by himself: what happens, happens because it was asked for. */
const timings = {...quickTimings, tickMs: 3_600_000, heartbeatMs: 3_600_000};

describe('without waiting for the next look at the library', () => {
	test('a job is begun, shown, and makes room for the next one', async () => {
		await using working = await startWorking({timings: {...timings, transfers: 1}});
		const {jobs, sandbox} = working;
		const meetings = ordinaryMeetings(sandbox, 4);
		for (const meeting of meetings) {
			const {status} = await jobs.enqueue(toNewJob(meeting), {again: false});
			expect(status).toBe('new');
		}

		expect(jobs.snapshot().map(({job}) => job.meeting.uuid)).toEqual(
			meetings.map(({uuid}) => uuid),
		);
		await waitUntil(jobs, views => views.every(({progress}) => progress.stage === 'completed'));
		const listed = await jobs.list();
		expect(listed.map(({meeting}) => meeting.uuid)).toEqual(
			meetings.map(({uuid}) => uuid).toReversed(),
		);
	});

	test('all that another run has left goes on', async () => {
		await using working = await startWorking({timings, sandbox: {processingMs: 600_000}});
		const {jobs, sandbox, open} = working;
		for (const meeting of ordinaryMeetings(sandbox, 3)) {
			await jobs.start(toNewJob(meeting));
		}

		await waitUntil(jobs, views => views.every(({progress}) => progress.stage === 'waiting'));
		const other = open();
		expect(await other.jobs.resume()).toEqual({goingOn: 0, elsewhere: 3});
		expect(other.jobs.snapshot().map(({isElsewhere}) => isElsewhere)).toEqual([true, true, true]);

		jobs.close();
		expect(await other.jobs.resume()).toEqual({goingOn: 3, elsewhere: 0});
		expect(other.jobs.snapshot().map(({isElsewhere}) => isElsewhere)).toEqual(Array(3).fill(false));
		sandbox.advance(10_000_000);
		await waitUntil(other.jobs, views =>
			views.every(({progress}) => progress.stage === 'completed'),
		);
		expect(sandbox.submissions).toHaveLength(3);
	});

	test('a job is given up, and tried again', async () => {
		await using working = await startWorking({timings, sandbox: {processingMs: 600_000}});
		const {jobs, sandbox} = working;
		const id = await jobs.start(firstJob(working));
		await waitUntil(jobs, ([view]) => view?.progress.stage === 'waiting');
		expect(await jobs.cancel(id)).toMatchObject({id, isCancelRequested: true});
		expect((await waitForEnd(jobs, id)).progress).toEqual({stage: 'cancelled'});
		expect(await jobs.retry(id)).toBe(id);
		expect(jobs.snapshot()[0]?.progress.stage).toBe('waiting');
		sandbox.advance(10_000_000);
		expect((await waitForEnd(jobs, id)).progress.stage).toBe('completed');
	});

	test('one that nobody is at work on is shown as given up', async () => {
		await using working = await startWorking({timings: {...timings, transfers: 0}});
		const {jobs} = working;
		const id = await jobs.start(firstJob(working));
		await jobs.cancel(id);
		expect(jobs.snapshot()[0]?.progress).toEqual({stage: 'cancelled'});
	});

	test('everybody is told that the line waits, and no job as on its way', async () => {
		await using working = await startWorking({timings});
		const {jobs, sandbox, library} = working;
		sandbox.inject({path: '/v2/upload'}, {type: 'answer', status: 401});
		const told: (string | undefined)[] = [];
		const stages = new Set<string | undefined>();
		jobs.subscribe(() => {
			told.push(jobs.pauseReason()?.message);
			stages.add(jobs.snapshot()[0]?.progress.stage);
		});
		const id = await jobs.start(firstJob(working));
		await waitUntil(jobs, () => told.at(-1) !== undefined);
		expect(await library.engine.pauseReason()).toMatchObject({message: told.at(-1)});
		expect(await library.engine.find(id)).toMatchObject({owner: undefined});
		// What was on its way is so no more.
		expect([...stages]).toContain('uploading');
		await waitUntil(jobs, ([view]) => view?.progress.stage === 'planned');
	});
});

test('what is not known can be neither given up nor tried again, and has left nothing', async () => {
	await using working = await startWorking();
	const {jobs} = working;
	expect(await jobs.cancel('no such job')).toBeUndefined();
	expect(await jobs.retry('no such job')).toBeUndefined();
	expect(await jobs.deleteRemoteOf('no such job', signal)).toBe(false);
	expect(jobs.snapshot()).toEqual([]);
});

test('a recording with a transcript is not sent, but for whom wants it again', async () => {
	await using working = await startWorking();
	const {jobs, sandbox} = working;
	const first = await jobs.start(firstJob(working));
	await waitForEnd(jobs, first);
	const [submission] = sandbox.submissions;
	expect(await jobs.enqueue(firstJob(working), {again: false})).toMatchObject({
		status: 'transcribed',
		transcript: {id: submission?.id},
	});
	expect(jobs.snapshot()).toHaveLength(1);

	const second = await jobs.start(firstJob(working));
	expect(second).not.toBe(first);
	expect((await waitForEnd(jobs, second)).progress.stage).toBe('completed');
	expect(sandbox.submissions).toHaveLength(2);
});

test('how long it may still take is said of what waits, and not of what has ended', async () => {
	await using working = await startWorking({sandbox: {processingMs: 60_000}});
	const {jobs, sandbox} = working;
	const id = await jobs.start(firstJob(working));
	await waitUntil(jobs, ([view]) => view?.progress.stage === 'waiting');
	const remaining = () => jobs.snapshot().map(jobs.estimateRemaining);
	expect(remaining()).toEqual([{basis: 'assumed', remainingMs: expect.any(Number)}]);
	expect(remaining()[0]?.remainingMs).toBeGreaterThan(1000);
	sandbox.advance(1_000_000);
	await waitForEnd(jobs, id);
	expect(remaining()).toEqual([undefined]);
});

test('who listens no more is told nothing', async () => {
	await using working = await startWorking();
	const {jobs, sandbox} = working;
	let told = 0;
	const unsubscribe = jobs.subscribe(() => {
		told++;
	});
	const id = await jobs.start(firstJob(working));
	expect(told).toBeGreaterThan(0);
	unsubscribe();
	const before = told;
	await waitForEnd(jobs, id);
	await jobs.deleteRemote(sandbox.submissions[0]?.id ?? '', signal);
	expect(told).toBe(before);
});

test('once it is closed, it looks at the library no more', async () => {
	await using working = await startWorking({timings: {...quickTimings, heartbeatMs: 5, tickMs: 5}});
	const counted = () => {
		const library = openLibrary(working.folder, {leaseMs: quickTimings.leaseMs});
		const {engine} = library;
		const looks = {changes: 0, pastTimes: 0};
		const looked = new EventEmitter();
		const count = (kind: keyof typeof looks) => {
			looks[kind]++;
			looked.emit('look');
		};
		const {jobs} = working.open({
			library: {
				...library,
				engine: {
					...engine,
					changes(since) {
						count('changes');
						return engine.changes(since);
					},
					pastTimes() {
						count('pastTimes');
						return engine.pastTimes();
					},
				},
			},
		});
		const untilLooked = async (times: number) => {
			const until = {changes: looks.changes + times, pastTimes: looks.pastTimes + times};
			while (looks.changes < until.changes || looks.pastTimes < until.pastTimes) {
				await once(looked, 'look');
			}
		};
		return {jobs, looks, untilLooked};
	};
	const closed = counted();
	const open = counted();
	await closed.jobs.resume();
	await open.jobs.resume();
	await closed.untilLooked(5);
	closed.jobs.close();
	const before = {...closed.looks};
	await open.untilLooked(20);
	expect(closed.looks).toEqual(before);
});

describe('AssemblyAI’s copy', () => {
	test('of a transcript that a job has brought is deleted by the job, and that is kept', async () => {
		await using working = await startWorking();
		const {jobs, library, sandbox} = working;
		const id = await jobs.start(firstJob(working));
		await waitForEnd(jobs, id);
		expect(await jobs.deleteRemoteOf(id, signal)).toBe(true);
		const transcriptId = sandbox.submissions[0]?.id ?? '';
		expect(remoteDeletedAt(library.findTranscript(transcriptId))).toBeDefined();
	});

	test('that is not there need not be deleted; a refusal is an error', async () => {
		await using working = await startWorking();
		const {jobs, sandbox} = working;
		await jobs.deleteRemote('no-such-transcript', signal);
		sandbox.inject({method: 'DELETE'}, {type: 'answer', status: 401});
		await expect(jobs.deleteRemote('no-such-transcript', signal)).rejects.toMatchObject({
			reason: 'bad-key',
		});
	});
});
