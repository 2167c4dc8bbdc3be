import {describe, expect, test} from 'vitest';
import {createAssemblyAI} from '../../source/assemblyai/create-assemblyai.ts';
import {gatewayOf} from '../../source/assemblyai/understanding.ts';
import {openTranscript, reread} from '../../source/kept-transcripts/open-transcript.ts';
import {understand} from '../../source/kept-transcripts/understand.ts';
import {safeText} from '../../source/safe-text.ts';
import {clientOf} from '../assemblyai/sandboxed.ts';
import {startWorking, toNewJob, type Working, waitForEnd} from '../jobs/working.ts';
import {serve} from '../support/serve.ts';

const {signal} = new AbortController();

/** What asks, and what keeps. */
function servicesOf({sandbox, library}: Working) {
	const {ASSEMBLYAI_API_KEY: apiKey, ASSEMBLYAI_BASE_URL: baseUrl} = sandbox.environment;
	return {library, assemblyai: createAssemblyAI({apiKey, baseUrl, patience: {backoffMs: 1}})};
}

async function transcribe({jobs, sandbox, library}: Working, request = {}) {
	await waitForEnd(jobs, await jobs.start(toNewJob(sandbox.world.find('first-choice'), request)));
	return openTranscript(library, sandbox.submissions[0]?.id ?? '');
}

function names({sandbox}: Working): readonly string[] {
	return sandbox.world
		.find('first-choice')
		.participants.flatMap(({displayName}) => (displayName === undefined ? [] : [displayName]));
}

describe('an outline that is asked for afterwards', () => {
	test('is kept with the transcript, and not paid for again', async () => {
		await using working = await startWorking();
		const {library, sandbox} = working;
		const services = servicesOf(working);
		const opened = await transcribe(working);
		expect(opened.transcript.outline).toBeUndefined();
		await understand(services, opened, {kind: 'outline'}, signal);
		const {outline} = reread(library, opened).transcript;
		expect(outline?.sections.length).toBeGreaterThan(1);
		expect(outline?.steps.length).toBeGreaterThan(1);
		await understand(services, opened, {kind: 'outline'}, signal);
		expect(sandbox.understandings).toEqual([opened.record.id]);
		const again = await openTranscript(library, opened.record.id);
		expect(again.transcript.outline).toEqual(outline);
	});

	test('is not asked for twice at once', async () => {
		await using working = await startWorking();
		const {sandbox} = working;
		const services = servicesOf(working);
		const opened = await transcribe(working);
		const results = await Promise.allSettled(
			[1, 2].map(() => understand(services, opened, {kind: 'outline'}, signal)),
		);
		expect(results.map(({status}) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
		expect(sandbox.understandings).toHaveLength(1);
	});

	test('that fails says why, and can be asked for again', async () => {
		await using working = await startWorking();
		const {library, sandbox} = working;
		const services = servicesOf(working);
		const opened = await transcribe(working);
		const ask = () => understand(services, opened, {kind: 'outline'}, signal);
		sandbox.inject(
			{path: '/v1/understanding', times: 1},
			{
				type: 'answer',
				status: 400,
				body: '{"message": "No speech was found", "request_id": "x"}',
			},
		);
		await expect(ask()).rejects.toThrow('No speech was found');
		await ask();
		expect(reread(library, opened).transcript.outline).toBeDefined();
	});

	test('whose answer was lost may be paid for, and is not asked for again at once', async () => {
		await using working = await startWorking();
		const {sandbox} = working;
		const services = servicesOf(working);
		const opened = await transcribe(working);
		const ask = () => understand(services, opened, {kind: 'outline'}, signal);
		sandbox.inject({path: '/v1/understanding', times: 1}, {type: 'reset', when: 'after'});
		await expect(ask()).rejects.toThrow('could not be reached');
		await expect(ask()).rejects.toThrow('was asked for the same a moment ago');
		expect(sandbox.understandings).toHaveLength(1);
	});

	test('that is left while it is asked for is not asked for again at once', async () => {
		await using working = await startWorking();
		const {sandbox} = working;
		const services = servicesOf(working);
		const opened = await transcribe(working);
		const leaving = new AbortController();
		sandbox.inject({path: '/v1/understanding', times: 1}, {type: 'silence', when: 'after'});
		const asking = understand(services, opened, {kind: 'outline'}, leaving.signal);
		const failed = expect(asking).rejects.toThrow();
		await expect.poll(() => sandbox.understandings.length, {timeout: 30_000}).toBe(1);
		leaving.abort();
		await failed;
		await expect(understand(services, opened, {kind: 'outline'}, signal)).rejects.toThrow(
			'a moment ago',
		);
		expect(sandbox.understandings).toHaveLength(1);
	});

	test('without anything in it is none, and can be asked for again', async () => {
		await using working = await startWorking();
		const services = servicesOf(working);
		const opened = await transcribe(working);
		const ask = () => understand(services, opened, {kind: 'outline'}, signal);
		working.sandbox.inject(
			{path: '/v1/understanding', times: 1},
			{
				type: 'answer',
				status: 200,
				body: '{"speech_understanding": {"response": {"summarization": {"status": "error"}}}}',
			},
		);
		await expect(ask()).rejects.toThrow('made no outline');
		await ask();
	});

	test('can’t be made of what AssemblyAI does not have any more', async () => {
		await using working = await startWorking();
		const {jobs} = working;
		const services = servicesOf(working);
		const opened = await transcribe(working);
		await services.assemblyai.deleteTranscript(opened.record.id, signal);
		const ask = () => understand(services, opened, {kind: 'outline'}, signal);
		await expect(ask()).rejects.toThrow('does not know this transcript');
		await jobs.deleteRemote(opened.record.id, signal);
		await expect(ask()).rejects.toThrow('copy of this transcript was deleted');
	});

	test('is gone with its transcript', async () => {
		await using working = await startWorking();
		const {library} = working;
		const services = servicesOf(working);
		const opened = await transcribe(working);
		await understand(services, opened, {kind: 'outline'}, signal);
		library.deleteTranscript(opened.record.id);
		expect(library.understandings.read(opened.record.id, 'outline')).toBeUndefined();
	});
});

describe('names of speakers', () => {
	test('are not asked for twice at once, also when there are some already', async () => {
		await using working = await startWorking();
		const services = servicesOf(working);
		const opened = await transcribe(working);
		const wish = {kind: 'speakers', names: names(working)} as const;
		await understand(services, opened, wish, signal);
		const results = await Promise.allSettled(
			[1, 2].map(() => understand(services, opened, wish, signal)),
		);
		expect(results.map(({status}) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
		expect(working.sandbox.understandings).toHaveLength(2);
	});

	test('that are asked for afterwards are offered, and not taken for granted', async () => {
		await using working = await startWorking();
		const {library} = working;
		const services = servicesOf(working);
		const opened = await transcribe(working);
		await understand(services, opened, {kind: 'speakers', names: names(working)}, signal);
		const {identified, speakerNames, turns} = reread(library, opened).transcript;
		expect(identified?.size).toBeGreaterThan(1);
		expect(names(working)).toEqual(expect.arrayContaining([...(identified?.values() ?? [])]));
		expect(speakerNames.size).toBe(0);
		expect(turns[0]?.speaker).toBe('A');
	});

	test('that are asked for with the transcription are offered, and the letters stay', async () => {
		await using working = await startWorking();
		const {transcript} = await transcribe(working, {knownSpeakers: names(working)});
		expect(transcript.identified?.size).toBeGreaterThan(1);
		expect(new Set(transcript.turns.map(({speaker}) => speaker)).has(safeText('A'))).toBe(true);
		expect(transcript.turns.every(({speaker}) => /^[A-Z]$/.test(speaker ?? ''))).toBe(true);
	});
});

test('the gateway stands beside the API of its region; elsewhere both are one', () => {
	const hosts = ['https://api.assemblyai.com', 'https://api.eu.assemblyai.com'].map(
		url => gatewayOf(new URL(url)).hostname,
	);
	expect(hosts).toEqual(['llm-gateway.assemblyai.com', 'llm-gateway.eu.assemblyai.com']);
	for (const url of ['https://api.example.com/a', 'https://api.assemblyai.com.evil.example/']) {
		expect(gatewayOf(new URL(url)).href).toBe(url);
	}
});

test('the paid request is sent once, whatever becomes of it', async () => {
	let requests = 0;
	await using server = await serve((_, response) => {
		requests++;
		response.writeHead(503).end('{"error": "busy"}');
	});
	const client = clientOf(server.url);
	await expect(client.understand('id', {outline: true}, signal)).rejects.toThrow('busy');
	expect(requests).toBe(1);
});
