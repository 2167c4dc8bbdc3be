import {request} from 'node:http';
import {expect, test} from 'vitest';
import {startSandbox} from '../../source/sandbox/sandbox.ts';
import {askAssemblyAI, submit, upload} from './plain-client.ts';
import {sharedSandbox, today} from './shared-sandbox.ts';

const sandbox = sharedSandbox();
const models = ['assemblyai-stt-3-7', 'universal-2'];

test.each(['', 'wrong', 'Bearer KEY'])('refuses the key "%s"', async text => {
	const key = text.replace('KEY', sandbox.current.environment.ASSEMBLYAI_API_KEY);
	for (const path of ['/v2/transcript?limit=1', '/v2/transcript/1']) {
		expect(await askAssemblyAI(sandbox.current, path, {key})).toMatchObject({
			status: 401,
			body: {error: 'Authentication error, API token missing/invalid'},
		});
	}

	expect(
		await askAssemblyAI(sandbox.current, '/v1/understanding', {key, method: 'POST'}),
	).toMatchObject({
		status: 401,
		body: {
			error: 'Authentication error, API token missing/invalid',
			status: 401,
			request_id: expect.any(String),
		},
	});
});

test('what is uploaded can only be read by AssemblyAI', async () => {
	const url = await upload(sandbox.current);
	expect(await askAssemblyAI(sandbox.current, url)).toMatchObject({
		status: 403,
		body: {error: 'Cannot access uploaded file'},
	});
});

test('an upload is unique, lives for two days, and is gone after that', async () => {
	await using own = await startSandbox({now: today});
	const [first, second] = [await upload(own), await upload(own)];
	expect(first).not.toBe(second);
	own.advance(48 * 3_600_000);
	expect(await submit(own, {audio_url: first})).toMatchObject({
		status: 403,
		body: {error: 'Cannot access uploaded file'},
	});
});

test('an empty upload is refused, and one over 2.2 GB before it is sent', async () => {
	const empty = await askAssemblyAI(sandbox.current, '/v2/upload', {method: 'POST'});
	expect(empty.status).toBe(400);
	// Said to be larger than it is: nobody wants to wait for 2.2 GB in a test.
	const {environment} = sandbox.current;
	const status = await new Promise(resolve => {
		const sent = request(`${environment.ASSEMBLYAI_BASE_URL}/v2/upload`, {
			method: 'POST',
			headers: {
				authorization: environment.ASSEMBLYAI_API_KEY,
				'content-length': 2_200_000_001,
			},
		});
		sent.on('response', response => resolve(response.statusCode));
		sent.on('error', resolve);
		sent.flushHeaders();
	});
	expect(status).toBe(400);
});

test.each([
	[{}, 'Transcript creation error, audio_url should start with http'],
	[{audio_url: 'file:///x'}, 'Transcript creation error, audio_url should start with http'],
	[{speech_model: 'best'}, "speech_model is deprecated. Use 'speech_models' instead"],
	[
		{speech_models: ['universal-3-pro']},
		'The "universal-3-pro" speech model(s) have been deprecated. Use speech_models: ["universal-3-5-pro", "universal-2"] instead.',
	],
	[
		{speech_models: []},
		'"speech_models" must be a non-empty list containing one or more of: "assemblyai-stt-3-7", "universal-3-5-pro", "universal-2"',
	],
	[
		{speech_models: ['nano']},
		'"speech_models" must be a non-empty list containing one or more of: "assemblyai-stt-3-7", "universal-3-5-pro", "universal-2"',
	],
	[{format_text: 'yes'}, 'format_text must be a Boolean'],
	[{speakers_expected: 2.5}, 'speakers_expected must be an Integer'],
	[
		{language_code: 'en', language_detection: true},
		'language_code and language_detection can not both be set',
	],
	[{colour: 'red'}, 'Invalid endpoint schema, please refer to documentation for examples.'],
])('refuses %o in the words of the service', async (changed, error) => {
	const count = sandbox.current.submissions.length;
	const audio_url = Object.keys(changed).length === 0 ? undefined : 'http://127.0.0.1:1/a.m4a';
	expect(await submit(sandbox.current, {audio_url, ...changed})).toMatchObject({
		status: 400,
		body: {error},
	});
	expect(sandbox.current.submissions).toHaveLength(count);
});

test('a test can say which models are taken', async () => {
	await using own = await startSandbox({now: today, speechModels: ['universal-9']});
	const audio_url = await upload(own);
	expect((await submit(own, {audio_url, speech_models: models})).body.error).toMatch(
		'"universal-9"',
	);
	expect((await submit(own, {audio_url})).status).toBe(200);
});
