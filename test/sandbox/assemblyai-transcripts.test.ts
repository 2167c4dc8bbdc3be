import {expect, test} from 'vitest';
import {startSandbox} from '../../source/sandbox/sandbox.ts';
import {
	type Answer,
	askAssemblyAI,
	type Body,
	fileOf,
	relay,
	submit,
	transcribe,
	upload,
	wav,
} from './plain-client.ts';
import {sharedSandbox, today} from './shared-sandbox.ts';

const sandbox = sharedSandbox();
const models = ['assemblyai-stt-3-7', 'universal-2'];
const unknownId = {
	status: 400,
	body: {error: 'Transcript lookup error, transcript id not found'},
};

test('transcribes what was said in the recording whose bytes it got', async () => {
	const meeting = sandbox.current.world.find('no-timezone');
	const file = fileOf(meeting, 'M4A');
	const audio_url = await relay(sandbox.current, file);
	const transcript = await transcribe(sandbox.current, {
		audio_url,
		speech_models: models,
		speaker_labels: true,
		language_detection: true,
	});
	expect(transcript).toMatchObject({
		status: 'completed',
		audio_url,
		audio_duration: meeting.durationSeconds,
		language_code: 'en',
		speech_model_used: 'assemblyai-stt-3-7',
		speech_models: models,
		speaker_labels: true,
		confidence: expect.closeTo(0.95, 1),
	});
	const {words, utterances, text} = transcript;
	expect(utterances.map(({speaker}: Body) => speaker).slice(0, 2)).toEqual(['A', 'B']);
	expect(utterances.flatMap((utterance: Body) => utterance.words)).toEqual(words);
	expect(utterances.map((utterance: Body) => utterance.text).join(' ')).toBe(text);
	expect(words.length).toBeGreaterThan(400);
	let last = 0;
	for (const {start, end, confidence, speaker} of words) {
		expect(start).toBeGreaterThanOrEqual(last);
		expect(end).toBeGreaterThan(start);
		expect(confidence > 0 && confidence <= 1 && /^[AB]$/.test(speaker)).toBe(true);
		last = end;
	}
	expect(last).toBeLessThanOrEqual(meeting.durationSeconds * 1000);
	expect(sandbox.current.submissions.at(-1)).toMatchObject({
		id: transcript.id,
		audioUrl: audio_url,
		recordingFileId: file.id,
		body: {audio_url, speaker_labels: true},
	});
});

test('without speaker labels there are no utterances and no speakers', async () => {
	const transcript = await transcribe(sandbox.current, {audio_url: await upload(sandbox.current)});
	expect(transcript.utterances).toBeNull();
	expect(transcript.words[0].speaker).toBeNull();
	expect(transcript.language_code).toBe('en_us');
});

test('told that there are fewer speakers, it takes several for one', async () => {
	const audio_url = await relay(
		sandbox.current,
		fileOf(sandbox.current.world.find('no-timezone'), 'M4A'),
	);
	const transcript = await transcribe(sandbox.current, {
		audio_url,
		speaker_labels: true,
		speakers_expected: 1,
	});
	expect(transcript.utterances).toHaveLength(1);
});

test('only a part of it, if that is asked for', async () => {
	const transcript = await transcribe(sandbox.current, {
		audio_url: await relay(
			sandbox.current,
			fileOf(sandbox.current.world.find('no-timezone'), 'M4A'),
		),
		audio_start_from: 60_000,
		audio_end_at: 90_000,
		punctuate: false,
		format_text: false,
	});
	expect(transcript.words.at(0).start).toBeGreaterThanOrEqual(60_000);
	expect(transcript.words.at(-1).end).toBeLessThanOrEqual(90_000);
	expect(transcript.text).toMatch(/^[\p{Ll}\d' ’"-]+$/u);
});

test('Japanese is written without blanks, by a model that knows it', async () => {
	const file = fileOf(sandbox.current.world.find('cjk-topic'), 'M4A');
	const audio_url = await relay(sandbox.current, file);
	const transcript = await transcribe(sandbox.current, {
		audio_url,
		speech_models: models,
		language_detection: true,
		speaker_labels: true,
	});
	expect(transcript).toMatchObject({language_code: 'ja', speech_model_used: 'universal-2'});
	expect(transcript.text).toMatch(/^[^ ]{500,}$/);
	expect(transcript.words.length).toBeGreaterThan(500);
	const alone = await transcribe(sandbox.current, {
		audio_url,
		speech_models: ['assemblyai-stt-3-7'],
		language_detection: true,
	});
	expect(alone.metadata.warnings).toEqual([
		{message: "'ja' is not supported in assemblyai-stt-3-7"},
	]);
	const unsure = await transcribe(sandbox.current, {
		audio_url,
		language_detection: true,
		language_confidence_threshold: 0.99,
	});
	expect(unsure.error).toBe(
		"detected language 'ja', confidence 0.9412, is below the requested confidence threshold value of '0.99'",
	);
});

test('a silent recording is completed and empty', async () => {
	const file = fileOf(sandbox.current.world.find('silent'), 'M4A');
	const audio_url = await relay(sandbox.current, file);
	expect(await transcribe(sandbox.current, {audio_url, speaker_labels: true})).toMatchObject({
		status: 'completed',
		text: '',
		words: [],
		utterances: [],
	});
});

test('a job fails with HTTP 200', async () => {
	const file = fileOf(sandbox.current.world.find('fails-at-assemblyai'), 'M4A');
	const audio_url = await relay(sandbox.current, file);
	expect(await transcribe(sandbox.current, {audio_url})).toMatchObject({
		status: 'error',
		error: expect.stringMatching(/^Transcoding failed\. /),
		text: null,
		words: null,
	});
});

test.each([
	['<!DOCTYPE html><html></html>', 'text/html (HTML document, ASCII text)'],
	['{"status":false}', 'application/json (JSON text data)'],
	['just words', 'text/plain (ASCII text)'],
	['\u0001\u0002\u0003', 'application/octet-stream (data)'],
])('an upload of %j is no audio', async (text, type) => {
	const audio_url = await upload(sandbox.current, new TextEncoder().encode(text));
	expect((await transcribe(sandbox.current, {audio_url})).error).toBe(
		`Transcoding failed. File does not appear to contain audio. File type is ${type}.`,
	);
});

test('unknown sound holds a short conversation, if it is long enough', async () => {
	const audio_url = await upload(sandbox.current, wav(20));
	expect(await transcribe(sandbox.current, {audio_url})).toMatchObject({
		audio_duration: 20,
		text: expect.stringMatching(/\w+ \w+/),
	});
	const short = await upload(sandbox.current, wav().subarray(0, 44 + 4000));
	expect((await transcribe(sandbox.current, {audio_url: short})).error).toBe(
		'Audio duration is too short.',
	);
});

test('is processing for a while, queued only when too many are, and then completed', async () => {
	await using own = await startSandbox({now: today, processingMs: 10_000, concurrency: 1});
	const first = (await submit(own, {audio_url: await upload(own)})).body;
	const second = (await submit(own, {audio_url: await upload(own)})).body;
	const statuses = async () =>
		Promise.all(
			[first, second].map(
				async ({id}) => (await askAssemblyAI(own, `/v2/transcript/${id}`)).body.status,
			),
		);
	expect([first.status, second.status]).toEqual(['processing', 'queued']);
	own.advance(5000);
	expect(await statuses()).toEqual(['processing', 'queued']);
	own.advance(3000);
	expect(await statuses()).toEqual(['completed', 'processing']);
	own.advance(7000);
	expect(await statuses()).toEqual(['completed', 'completed']);
});

test('lists the newest first, and prev_url leads to the older ones', async () => {
	await using own = await startSandbox({now: today, processingMs: 0});
	const ids: string[] = [];
	for (let count = 0; count < 5; count++) {
		ids.unshift((await submit(own, {audio_url: await upload(own)})).body.id);
	}
	const idsOf = ({body}: Answer) => body.transcripts.map(({id}: Body) => id);
	const newest = await askAssemblyAI(own, '/v2/transcript?limit=2&status=completed');
	expect(idsOf(newest)).toEqual(ids.slice(0, 2));
	expect(newest.body.page_details).toMatchObject({limit: 2, result_count: 2, next_url: null});
	const middle = await askAssemblyAI(own, newest.body.page_details.prev_url);
	expect(idsOf(middle)).toEqual(ids.slice(2, 4));
	const oldest = await askAssemblyAI(own, middle.body.page_details.prev_url);
	expect(idsOf(oldest)).toEqual(ids.slice(4));
	expect(oldest.body.page_details.prev_url).toBeNull();
	expect(idsOf(await askAssemblyAI(own, middle.body.page_details.next_url))).toEqual(
		ids.slice(0, 2),
	);
	expect(newest.body.transcripts[0]).toEqual({
		id: ids[0],
		resource_url: `${own.environment.ASSEMBLYAI_BASE_URL}/v2/transcript/${ids[0]}`,
		status: 'completed',
		created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/),
		completed: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/),
		audio_url: own.submissions.at(-1)?.audioUrl,
		error: null,
	});
	const day = newest.body.transcripts[0].created.slice(0, 10);
	expect(idsOf(await askAssemblyAI(own, `/v2/transcript?created_on=${day}`))).toHaveLength(5);
	expect(idsOf(await askAssemblyAI(own, '/v2/transcript?created_on=2020-01-01'))).toEqual([]);
	expect(idsOf(await askAssemblyAI(own, '/v2/transcript?status=error'))).toEqual([]);
});

test.each(['limit=0', 'limit=201', 'limit=x', 'status=gone', 'created_on=today', 'before_id=1'])(
	'refuses a list with %s',
	async query => {
		const answer = await askAssemblyAI(sandbox.current, `/v2/transcript?${query}`);
		expect([answer.status, typeof answer.body.error]).toEqual([400, 'string']);
	},
);

test('deleting scrubs the transcript and the upload', async () => {
	const audio_url = await upload(sandbox.current);
	const {id} = await transcribe(sandbox.current, {audio_url, speaker_labels: true});
	const path = `/v2/transcript/${id}`;
	const deleted = await askAssemblyAI(sandbox.current, path, {method: 'DELETE'});
	const scrubbed = {
		id,
		status: 'completed',
		audio_url: 'http://deleted_by_user',
		text: 'Deleted by user.',
		words: null,
		utterances: null,
		speaker_labels: null,
	};
	expect(deleted).toMatchObject({status: 200, body: scrubbed});
	expect((await askAssemblyAI(sandbox.current, path)).body).toMatchObject(scrubbed);
	const list = await askAssemblyAI(sandbox.current, '/v2/transcript?limit=1');
	expect(list.body.transcripts[0]).toMatchObject({id, audio_url: 'http://deleted_by_user'});
	expect((await submit(sandbox.current, {audio_url})).status).toBe(403);
});

test('an unknown id is a 400, an unknown path a 404', async () => {
	expect(await askAssemblyAI(sandbox.current, '/v2/transcript/none')).toMatchObject(unknownId);
	expect(
		await askAssemblyAI(sandbox.current, '/v2/transcript/none', {method: 'DELETE'}),
	).toMatchObject(unknownId);
	expect(await askAssemblyAI(sandbox.current, '/v2/nothing')).toMatchObject({
		status: 404,
		body: {error: 'Not found'},
	});
});
