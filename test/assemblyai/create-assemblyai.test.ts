import {describe, expect, test} from 'vitest';
import type {AssemblyAI, TranscriptStatus} from '../../source/assemblyai/assemblyai.ts';
import {createAssemblyAI} from '../../source/assemblyai/create-assemblyai.ts';
import {parseTranscript} from '../../source/assemblyai/parse-transcript.ts';
import {createZoom} from '../../source/zoom/create-zoom.ts';
import {serve} from '../support/serve.ts';
import {clientOf, openSandbox, type Sandboxed} from './sandboxed.ts';

const {signal} = new AbortController();
const link = 'http://127.0.0.1:9/recording.m4a';

async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
	const all: Value[] = [];
	for await (const value of values) {
		all.push(value);
	}
	return all;
}

/** Asks until it is completed or has failed. */
async function readEnded(assemblyai: AssemblyAI, id: string): Promise<TranscriptStatus> {
	for (;;) {
		const answer = await assemblyai.getTranscript(id, signal);
		if (answer.status === 'completed' || answer.status === 'error') {
			return answer;
		}
	}
}

/** The sound of one of the sandbox's meetings, as Zoom's file server has it. */
async function openRecording({sandbox}: Sandboxed): Promise<{
	readonly body: ReadableStream<Uint8Array>;
	readonly sizeBytes: number;
}> {
	const {ZOOM_API_KEY: apiKey, ZOOM_API_SECRET: apiSecret} = sandbox.legacyEnvironment;
	const zoom = createZoom({
		credentials: {type: 'legacy-jwt', apiKey, apiSecret},
		apiUrl: sandbox.environment.ZOOM_API_URL,
		oauthUrl: sandbox.environment.ZOOM_OAUTH_URL,
	});
	const meeting = await zoom.getMeeting(sandbox.world.find('first-choice').uuid, signal);
	const file = meeting.files.find(({fileType}) => fileType === 'M4A');
	if (file === undefined) {
		throw new Error('The sandbox’s first meeting has no M4A.');
	}
	const {body} = await zoom.openDownload(meeting, file, signal);
	return {body, sizeBytes: file.sizeBytes};
}

describe('the key', () => {
	test('is checked by a request that costs nothing, and sent as it is', async () => {
		await using opened = await openSandbox();
		await opened.assemblyai.checkKey(signal);
		expect(opened.sandbox.requests).toMatchObject([
			{method: 'GET', path: '/v2/transcript', query: {limit: '1'}, authorizationScheme: 'raw'},
		]);
	});

	test('that is wrong is refused once, and not repeated in the error', async () => {
		await using opened = await openSandbox({}, {apiKey: 'wrong-key'});
		await expect(opened.assemblyai.checkKey(signal)).rejects.toMatchObject({
			name: 'AssemblyAIError',
			code: 'not-allowed',
			reason: 'bad-key',
			message: expect.not.stringContaining('wrong-key'),
		});
		expect(opened.sandbox.requests).toHaveLength(1);
	});

	test.each(['line\nbreak', 'ключ', 'a b'])('%o is seen not to be one', apiKey => {
		expect(() => createAssemblyAI({apiKey, baseUrl: 'https://api.example'})).toThrow(
			expect.objectContaining({
				code: 'not-allowed',
				message: expect.not.stringContaining(apiKey),
			}),
		);
	});

	test('goes to no address that is neither https nor this computer', () => {
		expect(() => createAssemblyAI({apiKey: 'key', baseUrl: 'http://api.example'})).toThrow(
			expect.objectContaining({code: 'usage'}),
		);
	});
});

test('a recording goes all the way, from Zoom’s bytes to a transcript', async () => {
	await using opened = await openSandbox();
	const {assemblyai, sandbox} = opened;
	const {body, sizeBytes} = await openRecording(opened);
	const sent: number[] = [];
	const onBytes = (bytes: number) => sent.push(bytes);
	const url = await assemblyai.upload(body, {sizeBytes, onBytes, signal});
	expect(sent.at(0)).toBe(0);
	expect(sent.at(-1)).toBe(sizeBytes);
	expect(sent).toEqual(sent.toSorted((a, b) => a - b));

	const speechModels = ['assemblyai-stt-3-7', 'universal-2'];
	const {id, modelRefusal} = await assemblyai.submit(
		url,
		{speechModels, speakerLabels: true},
		signal,
	);
	expect(modelRefusal).toBeUndefined();
	expect(sandbox.submissions).toHaveLength(1);
	expect(sandbox.submissions[0]?.body).toEqual({
		audio_url: url,
		speech_models: speechModels,
		speaker_labels: true,
		language_detection: true,
	});

	const last = await readEnded(assemblyai, id);
	if (last.status !== 'completed') {
		throw new Error(`The last answer was ${last.status}.`);
	}
	const {ASSEMBLYAI_BASE_URL: base, ASSEMBLYAI_API_KEY: key} = sandbox.environment;
	const response = await fetch(`${base}/v2/transcript/${id}`, {headers: {authorization: key}});
	expect(last.rawJson).toBe(await response.text());
	const transcript = parseTranscript(last.rawJson);
	expect(transcript).toMatchObject({source: 'assemblyai', language: 'en', model: speechModels[0]});
	expect(transcript.turns.length).toBeGreaterThan(20);
	expect(new Set(transcript.turns.map(({speaker}) => speaker)).size).toBeGreaterThan(1);

	await assemblyai.deleteTranscript(id, signal);
	expect(sandbox.requests.at(-1)).toMatchObject({method: 'DELETE', path: `/v2/transcript/${id}`});
});

describe('a submission', () => {
	test('holds only what was asked for', async () => {
		await using opened = await openSandbox();
		await opened.assemblyai.submit(link, {language: 'de', speechModels: []}, signal);
		expect(opened.sandbox.submissions[0]?.body).toEqual({audio_url: link, language_code: 'de'});
	});

	test('whose models are refused is made once more without any, and that is told', async () => {
		await using opened = await openSandbox();
		const options = {speechModels: ['universal-3-pro'], speakerLabels: true};
		const submission = await opened.assemblyai.submit(link, options, signal);
		expect(submission.modelRefusal).toContain('have been deprecated. Use speech_models');
		expect(opened.sandbox.submissions.map(({id, body}) => ({id, body}))).toEqual([
			{
				id: submission.id,
				body: {audio_url: link, speaker_labels: true, language_detection: true},
			},
		]);
	});

	test('that is refused for another reason is not made again', async () => {
		await using opened = await openSandbox();
		await expect(opened.assemblyai.submit('no address', {}, signal)).rejects.toMatchObject({
			name: 'AssemblyAIError',
			code: 'failed',
			message: expect.stringContaining('audio_url should start with http'),
		});
		expect(opened.sandbox.requests).toHaveLength(1);
	});

	test('of an upload that is gone says so', async () => {
		await using opened = await openSandbox();
		const gone = `${opened.sandbox.environment.ASSEMBLYAI_BASE_URL}/upload/gone`;
		await expect(opened.assemblyai.submit(gone, {}, signal)).rejects.toMatchObject({
			reason: 'upload-gone',
		});
	});

	test.each([
		['503 without a body', {type: 'answer', status: 503}],
		['429', {type: 'answer', status: 429}],
		['429 with a time to wait', {type: 'answer', status: 429, headers: {'retry-after': '0'}}],
	] as const)('is repeated after %s: nothing had been done', async (_, fault) => {
		await using opened = await openSandbox();
		opened.sandbox.inject({method: 'POST'}, fault);
		const {id} = await opened.assemblyai.submit(link, {}, signal);
		expect(opened.sandbox.submissions.map(submission => submission.id)).toEqual([id]);
	});

	test.each([
		['a reset before it', {type: 'reset', when: 'before'}],
		['a reset after it', {type: 'reset', when: 'after'}],
		['status 500 after it', {type: 'answer', status: 500, when: 'after'}],
		['status 502', {type: 'answer', status: 502, body: '<html>bad gateway</html>'}],
		['status 504', {type: 'answer', status: 504}],
		['a 503 of something in between', {type: 'answer', status: 503, body: 'reset', when: 'after'}],
		['a web page after it', {type: 'answer', status: 200, body: '<html>', when: 'after'}],
		['an answer without an id', {type: 'answer', status: 200, body: '{}', when: 'after'}],
		['half an answer', {type: 'cut', afterBytes: 20, end: 'clean'}],
		['an answer that breaks off', {type: 'cut', afterBytes: 20, end: 'reset'}],
		['silence', {type: 'silence', when: 'after'}],
	] as const)('is doubtful after %s, and never repeated by itself', async (_, fault) => {
		await using opened = await openSandbox({}, {patience: {backoffMs: 1, timeoutMs: 500}});
		opened.sandbox.inject({method: 'POST'}, fault);
		await expect(opened.assemblyai.submit(link, {}, signal)).rejects.toMatchObject({
			name: 'DoubtfulSubmission',
			hint: expect.stringContaining('charged again'),
		});
		expect(opened.sandbox.requests).toHaveLength(1);
	});

	test('is not doubtful when AssemblyAI could not be reached at all', async () => {
		const server = await serve(() => undefined);
		await server[Symbol.asyncDispose]();
		await expect(clientOf(server.url).submit(link, {}, signal)).rejects.toMatchObject({
			name: 'AssemblyAIError',
			code: 'network',
			isUndone: true,
		});
	});

	test('can be left; then it is for the caller to doubt', async () => {
		await using opened = await openSandbox();
		const controller = new AbortController();
		const reason = new Error('left');
		opened.sandbox.inject({method: 'POST'}, {type: 'silence', when: 'after'});
		const request = opened.assemblyai.submit(link, {}, controller.signal);
		controller.abort(reason);
		await expect(request).rejects.toBe(reason);
	});
});

describe('a transcript', () => {
	test('that failed is told in AssemblyAI’s words', async () => {
		await using opened = await openSandbox();
		const {id} = await opened.assemblyai.submit(link, {}, signal);
		expect(await readEnded(opened.assemblyai, id)).toMatchObject({
			status: 'error',
			message: expect.stringContaining('Download error'),
		});
	});

	test('that AssemblyAI does not know is not found, though the status is 400', async () => {
		await using opened = await openSandbox();
		const {assemblyai} = opened;
		for (const request of [
			assemblyai.getTranscript('gone', signal),
			assemblyai.deleteTranscript('gone', signal),
		]) {
			await expect(request).rejects.toMatchObject({
				code: 'not-found',
				reason: 'unknown-transcript',
			});
		}
		expect(opened.sandbox.requests).toHaveLength(2);
	});

	test('is asked for again by itself only where that is wanted', async () => {
		await using opened = await openSandbox({}, {patience: {backoffMs: 1}});
		const {id} = await opened.assemblyai.submit(link, {}, signal);
		opened.sandbox.inject({method: 'GET'}, {type: 'answer', status: 500});
		const once = opened.assemblyai.getTranscript(id, signal, {isRepeated: false});
		await expect(once).rejects.toMatchObject({code: 'service'});
		opened.sandbox.inject({method: 'GET'}, {type: 'answer', status: 500});
		expect((await opened.assemblyai.getTranscript(id, signal)).id).toBe(id);
	});

	test('can’t be read with a key that was withdrawn', async () => {
		await using opened = await openSandbox();
		const {id} = await opened.assemblyai.submit(link, {}, signal);
		opened.sandbox.inject({method: 'GET'}, {type: 'answer', status: 401});
		const request = opened.assemblyai.getTranscript(id, signal);
		await expect(request).rejects.toMatchObject({reason: 'bad-key'});
	});

	test('in a state that nobody knows is taken to be at work', async () => {
		await using server = await serve((_, response) => response.end('{"status":"thinking"}'));
		const status = await clientOf(server.url).getTranscript('id', signal);
		expect(status).toEqual({status: 'processing', id: 'id'} satisfies TranscriptStatus);
	});

	test('whose id could lead elsewhere is not asked for', async () => {
		await using server = await serve((_, response) => response.end('{"status":"queued"}'));
		await expect(clientOf(server.url).getTranscript('..', signal)).rejects.toMatchObject({
			code: 'usage',
		});
		await clientOf(server.url).getTranscript('../../x', signal);
		expect(server.requests).toEqual(['GET /v2/transcript/..%2F..%2Fx']);
	});
});

describe('the list', () => {
	test('is read to the oldest, each once', async () => {
		await using opened = await openSandbox();
		const {assemblyai, sandbox} = opened;
		for (let count = 0; count < 203; count++) {
			await assemblyai.submit(`${link}?${count}`, {}, signal);
		}
		const pages = await collect(assemblyai.listTranscripts(signal));
		expect(pages.map(page => page.length)).toEqual([200, 3]);
		const expected = sandbox.submissions.map(({id, audioUrl}) => ({id, audioUrl})).toReversed();
		expect(pages.flat().map(({id, audioUrl}) => ({id, audioUrl}))).toEqual(expected);
	});

	test('gives times as UTC, which AssemblyAI leaves unsaid', async () => {
		await using server = await serve((_, response) => {
			const item = {
				id: 'a',
				status: 'completed',
				created: '2026-11-02T21:49:25.586965',
				audio_url: null,
			};
			response.end(JSON.stringify({page_details: {prev_url: null}, transcripts: [item]}));
		});
		expect(await collect(clientOf(server.url).listTranscripts(signal))).toEqual([
			[{id: 'a', status: 'completed', created: new Date('2026-11-02T21:49:25.586Z'), audioUrl: ''}],
		]);
	});

	test('never takes the key to the host that a page names', async () => {
		await using other = await serve((_, response) => response.end('{}'));
		await using server = await serve((_, response, count) => {
			const transcripts = [{id: `t${count}`, status: 'completed', created: '2026-11-02'}];
			const prev = count < 3 ? `${other.url}/elsewhere?before_id=t${count}&limit=5` : null;
			response.end(JSON.stringify({page_details: {prev_url: prev}, transcripts}));
		});
		const pages = await collect(clientOf(server.url).listTranscripts(signal));
		expect(pages.flat().map(({id}) => id)).toEqual(['t1', 't2', 't3']);
		expect(server.requests[1]).toBe('GET /v2/transcript?before_id=t1&limit=200');
		expect(other.requests).toEqual([]);
	});

	test('ends when a page brings nothing new', async () => {
		await using server = await serve((_, response) => {
			const transcripts = [{id: 't1', status: 'completed', created: '2026-11-02'}];
			response.end(JSON.stringify({page_details: {prev_url: '/?before_id=t1'}, transcripts}));
		});
		expect(await collect(clientOf(server.url).listTranscripts(signal))).toHaveLength(1);
	});
});
