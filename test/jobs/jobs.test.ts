import {describe, expect, test} from 'vitest';
import {parseTranscript} from '../../source/assemblyai/parse-transcript.ts';
import {hasEnded} from '../../source/jobs/job-progress.ts';
import {safeText} from '../../source/safe-text.ts';
import {
	firstJob,
	ordinaryMeetings,
	quickTimings,
	remoteDeletedAt,
	startWorking,
	toNewJob,
	type Working,
	waitForEnd,
	waitUntil,
} from './working.ts';

function paths({sandbox}: Working, method: string): readonly string[] {
	return sandbox.requests.filter(request => request.method === method).map(({path}) => path);
}

test('a recording comes to its transcript, which is kept and can be searched', async () => {
	await using working = await startWorking();
	const {jobs, library, sandbox} = working;
	const id = await jobs.start(firstJob(working));
	const stages = new Set<string>();
	jobs.subscribe(() => stages.add(jobs.snapshot()[0]?.progress.stage ?? ''));
	const view = await waitForEnd(jobs, id);
	expect([...stages]).toEqual([
		'planned',
		'fetching',
		'uploading',
		'submitting',
		'waiting',
		'completed',
	]);
	expect(sandbox.submissions).toHaveLength(1);
	expect(view.progress).toEqual({stage: 'completed', transcriptId: sandbox.submissions[0]?.id});
	expect(view.endedAt).toBeGreaterThanOrEqual(view.startedAt ?? Number.NaN);
	expect(library.search({text: 'the'}).length).toBeGreaterThan(3);
	const job = await library.engine.find(id);
	expect(job).toMatchObject({stage: 'completed', owner: undefined, audioUrl: undefined});
	expect(job?.reservedUsd).toBeGreaterThan(0);
});

test('what was asked for is sent, and nothing else', async () => {
	await using working = await startWorking();
	const {jobs, sandbox} = working;
	const request = {
		language: 'en',
		speakersMin: 2,
		speakersMax: 4,
		keyterms: ['Northquay'],
		audioStartFromMs: 1000,
		audioEndAtMs: 60_000,
		redactPii: ['person_name'],
		extra: {disfluencies: true, audio_url: 'http://elsewhere.example'},
	};
	const id = await jobs.start(toNewJob(sandbox.world.find('first-choice'), request));
	await waitForEnd(jobs, id);
	expect(sandbox.submissions.map(({body}) => body)).toEqual([
		{
			audio_url: sandbox.submissions[0]?.audioUrl,
			language_code: 'en',
			speaker_labels: true,
			speaker_options: {min_speakers_expected: 2, max_speakers_expected: 4},
			keyterms_prompt: ['Northquay'],
			audio_start_from: 1000,
			audio_end_at: 60_000,
			redact_pii: true,
			redact_pii_policies: ['person_name'],
			disfluencies: true,
		},
	]);
	expect(sandbox.submissions[0]?.audioUrl).not.toContain('elsewhere');
});

test('an outline is asked for in AssemblyAI’s way, and kept with the transcript', async () => {
	await using working = await startWorking();
	const {jobs, sandbox, library} = working;
	const id = await jobs.start(toNewJob(sandbox.world.find('first-choice'), {outline: true}));
	await waitForEnd(jobs, id);
	const [submission] = sandbox.submissions;
	expect(submission?.body).toMatchObject({
		speech_understanding: {request: {summarization: {summary_type: 'bullets'}, action_items: {}}},
	});
	const {outline} = parseTranscript((await library.readResponse(submission?.id ?? '')) ?? '');
	expect(outline?.sections.length).toBeGreaterThan(1);
	expect(
		outline?.sections.every(({headline, startMs}) => headline !== '' && startMs !== undefined),
	).toBe(true);
	expect(outline?.steps.length).toBeGreaterThan(1);
});

test('models that are refused are said, and the choice left to AssemblyAI', async () => {
	await using working = await startWorking();
	const {jobs, sandbox} = working;
	const request = {speechModels: ['universal-3-pro']};
	const id = await jobs.start(toNewJob(sandbox.world.find('first-choice'), request));
	const view = await waitForEnd(jobs, id);
	expect(view.progress.stage).toBe('completed');
	expect(view.remarks.join()).toContain('have been deprecated');
	expect(sandbox.submissions).toHaveLength(1);
});

test('a parameter that AssemblyAI refuses ends the job with its own words', async () => {
	await using working = await startWorking();
	const {jobs, sandbox} = working;
	const request = {extra: {speed: 'fast'}};
	const id = await jobs.start(toNewJob(sandbox.world.find('first-choice'), request));
	expect((await waitForEnd(jobs, id)).progress).toMatchObject({
		stage: 'failed',
		error: {message: expect.stringContaining('Invalid endpoint schema')},
	});
	expect(sandbox.submissions).toEqual([]);
});

describe('a link that AssemblyAI fetches itself', () => {
	test('is unique to its job', async () => {
		await using working = await startWorking();
		const {jobs, sandbox} = working;
		const meeting = sandbox.world.find('first-choice');
		const ids = [
			await jobs.start(toNewJob(meeting, {audio: 'direct'})),
			await jobs.start(toNewJob(meeting, {audio: 'direct', language: 'en'})),
		];
		for (const id of ids) {
			expect((await waitForEnd(jobs, id)).progress.stage).toBe('completed');
		}

		expect(new Set(sandbox.submissions.map(({audioUrl}) => audioUrl)).size).toBe(2);
		expect(paths(working, 'POST')).not.toContain('/v2/upload');
	});
});

describe('a failure', () => {
	test('of AssemblyAI’s costs nothing, and can be tried again from the start', async () => {
		await using working = await startWorking();
		const {jobs, library, sandbox} = working;
		const id = await jobs.start(toNewJob(sandbox.world.find('fails-at-assemblyai')));
		expect((await waitForEnd(jobs, id)).progress).toMatchObject({
			stage: 'failed',
			error: {
				message: expect.stringContaining('Transcoding failed'),
				hint: expect.stringContaining('not charged'),
			},
		});
		expect((await library.engine.find(id))?.reservedUsd).toBeUndefined();
		expect(await jobs.retry(id)).toBe(id);
		await waitUntil(jobs, ([view]) => view !== undefined && !hasEnded(view.progress));
		await waitForEnd(jobs, id);
		expect(sandbox.submissions).toHaveLength(2);
	});

	test('before anything was paid goes on where it was', async () => {
		await using working = await startWorking();
		const {jobs, sandbox} = working;
		const refusal = sandbox.inject(
			{method: 'POST', path: '/v2/transcript'},
			{type: 'answer', status: 400, body: '{"error":"Not today"}'},
		);
		const id = await jobs.start(firstJob(working));
		expect((await waitForEnd(jobs, id)).progress).toMatchObject({
			error: {message: expect.stringContaining('Not today')},
		});
		expect(refusal.count).toBe(1);
		await jobs.retry(id);
		await waitUntil(jobs, ([view]) => view?.progress.stage === 'completed');
		expect(paths(working, 'POST').filter(path => path === '/v2/upload')).toHaveLength(1);
	});
});

describe('the line waits', () => {
	test.each([
		[
			'a bad key',
			401,
			'Authentication error, API token missing/invalid',
			'does not accept the API key',
		],
		[
			'no money',
			400,
			'Your current account balance is negative. Please top up to continue using the API.',
			'no money left',
		],
	])('for %s', async (_, status, error, message) => {
		await using working = await startWorking();
		const {jobs, sandbox} = working;
		const fault = sandbox.inject(
			{service: 'assemblyai', times: 1000},
			{type: 'answer', status, body: JSON.stringify({error})},
		);
		const meetings = ordinaryMeetings(sandbox, 6);
		for (const meeting of meetings) {
			await jobs.start(toNewJob(meeting));
		}

		await waitUntil(
			jobs,
			views =>
				jobs.pauseReason() !== undefined &&
				views.every(({job, progress}) => job.owner === undefined && !hasEnded(progress)),
		);
		expect(jobs.pauseReason()?.message).toContain(message);
		expect(jobs.snapshot()).toHaveLength(6);
		fault.remove();
		expect(await jobs.resume()).toEqual({goingOn: 6, elsewhere: 0});
		expect(jobs.pauseReason()).toBeUndefined();
		await waitUntil(jobs, views => views.every(({progress}) => progress.stage === 'completed'));
		expect(sandbox.submissions).toHaveLength(6);
	});

	test('for the end of the month when the limit is reached', async () => {
		await using working = await startWorking({spendingLimitUsd: 0.0001});
		const {jobs, sandbox} = working;
		await jobs.start(firstJob(working));
		await waitUntil(
			jobs,
			([view]) => jobs.pauseReason() !== undefined && view?.job.owner === undefined,
		);
		expect(jobs.pauseReason()?.message).toContain('The limit of $0.00 a month');
		expect(sandbox.submissions).toEqual([]);
	});
});

describe('audio that AssemblyAI has no longer', () => {
	test.each([
		[1, 'completed'],
		[1000, 'failed'],
	] as const)('is sent once more, %i time(s) gone: %s', async (times, stage) => {
		await using working = await startWorking();
		const {jobs, sandbox, library} = working;
		sandbox.inject(
			{method: 'POST', path: '/v2/transcript', times},
			{type: 'answer', status: 400, body: '{"error": "Cannot access uploaded file"}'},
		);
		const id = await jobs.start(firstJob(working));
		expect((await waitForEnd(jobs, id)).progress.stage).toBe(stage);
		expect(paths(working, 'POST').filter(path => path === '/v2/upload')).toHaveLength(2);
		expect(sandbox.submissions).toHaveLength(stage === 'completed' ? 1 : 0);
		const job = await library.engine.find(id);
		expect(job?.intentAt === undefined).toBe(stage === 'failed');
	});
});

describe('a request that ended in doubt', () => {
	const paidRequest = {method: 'POST', path: '/v2/transcript'} as const;
	const graceful = {timings: {...quickTimings, graceMs: 900}};

	test('and that AssemblyAI takes only later is still found, and not sent again', async () => {
		await using working = await startWorking(graceful);
		const {jobs, sandbox} = working;
		// Longer than the client waits, shorter than the grace.
		sandbox.inject(paidRequest, {type: 'delay', milliseconds: 600});
		const id = await jobs.start(firstJob(working));
		expect((await waitForEnd(jobs, id)).progress.stage).toBe('completed');
		expect(sandbox.submissions).toHaveLength(1);
		const posts = sandbox.requests.filter(
			({method, path}) => method === 'POST' && path === '/v2/transcript',
		);
		expect(posts).toHaveLength(1);
	});

	test('is shown as such, and looked for no earlier than the grace', async () => {
		await using working = await startWorking(graceful);
		const {jobs, sandbox} = working;
		sandbox.inject(paidRequest, {type: 'reset', when: 'before'});
		const id = await jobs.start(firstJob(working));
		await waitUntil(
			jobs,
			([view]) => view?.progress.stage === 'submitting' && view.progress.isInDoubt === true,
		);
		await waitForEnd(jobs, id);
		const times = (isIt: (method: string) => boolean) =>
			sandbox.requests
				.filter(({method, path}) => isIt(method) && path === '/v2/transcript')
				.map(({time}) => time);
		const [first = 0, second = 0] = times(method => method === 'POST');
		const [listed = 0] = times(method => method === 'GET');
		expect(listed - first).toBeGreaterThanOrEqual(850);
		expect(second).toBeGreaterThanOrEqual(listed);
		expect(sandbox.submissions).toHaveLength(1);
	});

	test('is found on an older page, however much others have sent meanwhile', async () => {
		await using working = await startWorking(graceful);
		const {jobs, sandbox} = working;
		sandbox.inject(paidRequest, {type: 'reset', when: 'after'});
		const id = await jobs.start(firstJob(working));
		await waitUntil(
			jobs,
			([view]) => view?.progress.stage === 'submitting' && view.progress.isInDoubt === true,
		);
		const {ASSEMBLYAI_BASE_URL: base, ASSEMBLYAI_API_KEY: authorization} = sandbox.environment;
		await Promise.all(
			Array.from({length: 210}, () =>
				fetch(`${base}/v2/transcript`, {
					method: 'POST',
					headers: {authorization, 'content-type': 'application/json'},
					body: JSON.stringify({audio_url: 'http://127.0.0.1:9/other.m4a'}),
				}),
			),
		);
		expect((await waitForEnd(jobs, id)).progress).toMatchObject({
			stage: 'completed',
			transcriptId: sandbox.submissions[0]?.id,
		});
		expect(sandbox.submissions).toHaveLength(211);
	});

	test('is resolved by a list that answers only after a while', async () => {
		await using working = await startWorking();
		const {jobs, sandbox} = working;
		sandbox.inject(paidRequest, {type: 'reset', when: 'after'});
		// More often than the client asks again by itself.
		const listing = {method: 'GET', path: '/v2/transcript', times: 12} as const;
		sandbox.inject(listing, {type: 'answer', status: 500});
		const id = await jobs.start(firstJob(working));
		expect((await waitForEnd(jobs, id)).progress.stage).toBe('completed');
		expect(sandbox.submissions).toHaveLength(1);
	});

	test('four times over ends the job, with nothing left to pay', async () => {
		await using working = await startWorking();
		const {jobs, sandbox, library} = working;
		sandbox.inject({...paidRequest, times: 1000}, {type: 'reset', when: 'before'});
		const id = await jobs.start(firstJob(working));
		const {progress} = await waitForEnd(jobs, id);
		expect(progress).toMatchObject({
			stage: 'failed',
			error: {
				code: 'service',
				message: expect.stringContaining('did not take the recording, several times over'),
				hint: expect.stringContaining('Nothing was charged'),
			},
		});
		expect(paths(working, 'POST').filter(path => path === '/v2/transcript')).toHaveLength(4);
		const job = await library.engine.find(id);
		expect([job?.intentAt, job?.doubtAt, job?.reservedUsd]).toEqual([
			undefined,
			undefined,
			undefined,
		]);
	});

	test('that nobody can resolve keeps its doubt, and is never sent blindly', async () => {
		await using working = await startWorking();
		const {jobs, sandbox, library} = working;
		sandbox.inject(paidRequest, {type: 'reset', when: 'after'});
		const list = sandbox.inject(
			{method: 'GET', path: '/v2/transcript', times: 1000},
			{type: 'answer', status: 500},
		);
		const id = await jobs.start(firstJob(working));
		expect((await waitForEnd(jobs, id)).progress.stage).toBe('failed');
		const job = await library.engine.find(id);
		expect(job?.intentAt).toBeDefined();
		expect(job?.reservedUsd).toBeDefined();
		list.remove();
		expect(await jobs.start(firstJob(working))).toBe(id);
		await waitUntil(jobs, ([view]) => view?.progress.stage === 'completed');
		expect(sandbox.submissions).toHaveLength(1);
	});
});

describe('a job is given up', () => {
	test('while it waits, and followed again without paying again', async () => {
		await using working = await startWorking({sandbox: {processingMs: 60_000}});
		const {jobs, sandbox} = working;
		const id = await jobs.start(firstJob(working));
		await waitUntil(jobs, ([view]) => view?.progress.stage === 'waiting');
		await jobs.cancel(id);
		expect((await waitForEnd(jobs, id)).progress.stage).toBe('cancelled');
		sandbox.advance(1_000_000);
		const enqueued = await jobs.enqueue(firstJob(working), {again: false});
		expect(enqueued).toMatchObject({status: 'existing', job: {id}});
		await waitUntil(jobs, ([view]) => view?.progress.stage === 'completed');
		expect(sandbox.submissions).toHaveLength(1);
	});

	test('in the middle of an upload', async () => {
		await using working = await startWorking();
		const {jobs, sandbox, library} = working;
		sandbox.inject({path: '/v2/upload'}, {type: 'silence', when: 'before'});
		const id = await jobs.start(firstJob(working));
		await waitUntil(jobs, ([view]) => view?.progress.stage === 'uploading');
		await jobs.cancel(id);
		expect((await waitForEnd(jobs, id)).progress.stage).toBe('cancelled');
		expect(await library.engine.find(id)).toMatchObject({stage: 'cancelled', owner: undefined});
	});

	test('while the paid request is under way: its id is not lost', async () => {
		await using working = await startWorking();
		const {jobs, sandbox, library} = working;
		sandbox.inject({method: 'POST', path: '/v2/transcript'}, {type: 'delay', milliseconds: 100});
		const id = await jobs.start(firstJob(working));
		await waitUntil(jobs, ([view]) => view?.progress.stage === 'submitting');
		await jobs.cancel(id);
		expect((await waitForEnd(jobs, id)).progress.stage).toBe('cancelled');
		expect(await library.engine.find(id)).toMatchObject({transcriptId: sandbox.submissions[0]?.id});
	});

	test('before it has begun', async () => {
		await using working = await startWorking({timings: {...quickTimings, transfers: 1}});
		const {jobs, sandbox} = working;
		sandbox.inject({path: '/v2/upload'}, {type: 'delay', milliseconds: 100});
		const [first, second] = ordinaryMeetings(sandbox, 2);
		if (first === undefined || second === undefined) {
			throw new Error('The sandbox has no meetings');
		}

		const ids = [await jobs.start(toNewJob(first)), await jobs.start(toNewJob(second))];
		await jobs.cancel(ids[1] ?? '');
		expect((await waitForEnd(jobs, ids[1] ?? '')).progress.stage).toBe('cancelled');
		expect((await waitForEnd(jobs, ids[0] ?? '')).progress.stage).toBe('completed');
		expect(sandbox.submissions).toHaveLength(1);
	});

	test('by another Recscribe', async () => {
		await using working = await startWorking({sandbox: {processingMs: 60_000}});
		const {jobs} = working;
		const other = working.open();
		const id = await jobs.start(firstJob(working));
		await waitUntil(jobs, ([view]) => view?.progress.stage === 'waiting');
		expect(await other.jobs.resume()).toEqual({goingOn: 0, elsewhere: 1});
		expect(other.jobs.snapshot()).toMatchObject([
			{isElsewhere: true, progress: {stage: 'waiting'}},
		]);
		await other.jobs.cancel(id);
		expect((await waitForEnd(jobs, id)).progress.stage).toBe('cancelled');
		expect((await waitForEnd(other.jobs, id)).progress.stage).toBe('cancelled');
	});
});

test('what another run has left goes on from where it was', async () => {
	await using working = await startWorking({sandbox: {processingMs: 60_000}});
	const {jobs, sandbox} = working;
	const other = working.open();
	await jobs.start(firstJob(working));
	await waitUntil(jobs, ([view]) => view?.progress.stage === 'waiting');
	jobs.close();
	sandbox.advance(1_000_000);
	expect(await other.jobs.resume()).toEqual({goingOn: 1, elsewhere: 0});
	await waitUntil(other.jobs, ([view]) => view?.progress.stage === 'completed');
	expect(sandbox.submissions).toHaveLength(1);
});

test('a transcript’s copy at AssemblyAI is deleted when it is wanted', async () => {
	await using working = await startWorking();
	const {jobs, library, sandbox} = working;
	const id = await jobs.start(firstJob(working));
	await waitForEnd(jobs, id);
	const transcriptId = sandbox.submissions[0]?.id ?? '';
	await jobs.deleteRemote(transcriptId, new AbortController().signal);
	expect(sandbox.requests.at(-1)).toMatchObject({
		method: 'DELETE',
		path: `/v2/transcript/${transcriptId}`,
	});
	expect(remoteDeletedAt(library.findTranscript(transcriptId))).toBeDefined();
	expect(await library.readResponse(transcriptId)).toContain('utterances');
});

test('a library that can’t be written stops the job, with its state kept', async () => {
	await using working = await startWorking({sandbox: {processingMs: 60_000}});
	const {jobs, library, sandbox, folder} = working;
	const id = await jobs.start(firstJob(working));
	await waitUntil(jobs, ([view]) => view?.progress.stage === 'waiting');
	const {renameSync, copyFileSync} = await import('node:fs');
	copyFileSync(`${folder}/library.db`, `${folder}/copy`);
	renameSync(`${folder}/copy`, `${folder}/library.db`);
	sandbox.advance(1_000_000);
	expect((await waitForEnd(jobs, id)).progress).toMatchObject({
		stage: 'failed',
		error: {reason: 'replaced'},
	});
	expect(jobs.pauseReason()?.message).toContain('replaced');
	expect(await library.engine.find(id)).toMatchObject({
		stage: 'waiting',
		transcriptId: sandbox.submissions[0]?.id,
	});
});

test('the file that was chosen is the one that is sent, with its own length', async () => {
	await using working = await startWorking();
	const {jobs, sandbox, library} = working;
	const meeting = sandbox.world.find('several-segments');
	const audio = meeting.files.filter(({fileExtension}) => fileExtension === 'M4A');
	const chosen = audio.at(-1);
	expect(audio.length).toBeGreaterThan(1);
	const id = await jobs.start({...toNewJob(meeting), recordingFileId: chosen?.id ?? ''});
	expect((await waitForEnd(jobs, id)).progress.stage).toBe('completed');
	const downloads = paths(working, 'GET').filter(path => path.startsWith('/rec/'));
	expect(downloads.length).toBeGreaterThan(0);
	expect(downloads.every(path => path.includes(chosen?.downloadKey ?? 'none'))).toBe(true);
	const {audioSeconds = 0} = (await library.engine.find(id)) ?? {};
	expect(audioSeconds).toBeGreaterThan(0);
	expect(audioSeconds).toBeLessThan(meeting.durationSeconds / 2);
});

describe('what breaks on the way of the audio', () => {
	const media = {service: 'zoom-media', method: 'GET'} as const;

	test.each([
		[2, 'completed'],
		[1000, 'failed'],
	] as const)('is begun again, some times: %i that break, %s', async (times, stage) => {
		await using working = await startWorking();
		const {jobs, sandbox} = working;
		sandbox.inject({...media, times}, {type: 'answer', status: 500});
		const id = await jobs.start(firstJob(working));
		expect((await waitForEnd(jobs, id)).progress.stage).toBe(stage);
		expect(sandbox.submissions).toHaveLength(stage === 'completed' ? 1 : 0);
	});

	test('is not, where it would break again', async () => {
		await using working = await startWorking();
		const {jobs, sandbox} = working;
		sandbox.inject(
			{service: 'assemblyai', method: 'POST', path: '/v2/upload', times: 1000},
			{type: 'answer', status: 401},
		);
		const id = await jobs.start(firstJob(working));
		await waitUntil(
			jobs,
			() =>
				jobs.pauseReason() !== undefined ||
				hasEnded(jobs.snapshot()[0]?.progress ?? {stage: 'planned'}),
		);
		expect(paths(working, 'POST').filter(path => path === '/v2/upload')).toHaveLength(1);
		await jobs.cancel(id);
	});
});

describe('a chosen file that Zoom has no more', () => {
	test('is not stood for by another one’s sound', async () => {
		await using working = await startWorking();
		const {jobs, sandbox} = working;
		const job = firstJob(working);
		for (const meeting of [
			{...job.meeting, participantFile: safeText('Audio only - Ada')},
			{...job.meeting, fileStart: '2001-01-01T00:00:00.000Z'},
		]) {
			const id = await jobs.start({...job, meeting, recordingFileId: 'gone'});
			expect((await waitForEnd(jobs, id)).progress).toMatchObject({
				stage: 'failed',
				error: {code: 'not-found', message: 'The recording has the chosen file no more'},
			});
		}

		expect(sandbox.submissions).toEqual([]);
	});

	test('is stood for by another one of the same time', async () => {
		await using working = await startWorking();
		const {jobs} = working;
		const id = await jobs.start({...firstJob(working), recordingFileId: 'gone'});
		expect((await waitForEnd(jobs, id)).progress.stage).toBe('completed');
	});
});
