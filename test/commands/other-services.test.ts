import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {buffer, text} from 'node:stream/consumers';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {runCommand} from '../support/run-command.ts';
import {type Caller, createCaller} from './caller.ts';

/**
 * Zoom and AssemblyAI in a few lines, written after their documentation and not after the sandbox:
 * environment variables alone have to be enough to transcribe against it.
 */
const uuid = 'pXq4/8wTSaGz+1A==';
const audio = Buffer.alloc(50_000, 'm4a');
const received: string[] = [];
let uploaded: Buffer | undefined;
let polls = 0;

const answers: Readonly<
	Record<string, (request: IncomingMessage, url: string) => Promise<object> | object>
> = {
	'POST /oauth/token': async request => {
		const basic = Buffer.from('client:secret').toString('base64');
		expect(request.headers.authorization).toBe(`Basic ${basic}`);
		expect(await text(request)).toBe('grant_type=account_credentials&account_id=account');
		return {access_token: 'zoom-token', token_type: 'bearer', expires_in: 3599};
	},
	[`GET /v2/meetings/${encodeURIComponent(encodeURIComponent(uuid))}/recordings`]: (
		request,
		url,
	) => {
		expect(request.headers.authorization).toBe('Bearer zoom-token');
		return {
			uuid,
			id: 6_840_331_980,
			host_id: 'host',
			topic: 'Quarterly numbers',
			start_time: '2026-11-20T09:00:00Z',
			duration: 1,
			total_size: audio.length,
			recording_files: [
				{
					id: 'file',
					file_type: 'M4A',
					file_extension: 'M4A',
					recording_type: 'audio_only',
					file_size: audio.length,
					status: 'completed',
					recording_start: '2026-11-20T09:00:00Z',
					recording_end: '2026-11-20T09:01:00Z',
					download_url: `${url}/rec/download/file`,
				},
			],
		};
	},
	'POST /v2/upload': async (request, url) => {
		expect(request.headers.authorization).toBe('stt-key');
		uploaded = await buffer(request);
		return {upload_url: `${url}/upload/1`};
	},
	'POST /v2/transcript': async (request, url) => {
		expect(JSON.parse(await text(request))).toMatchObject({
			audio_url: `${url}/upload/1`,
			speaker_labels: true,
		});
		return {id: 'transcript-1', status: 'queued'};
	},
	'GET /v2/transcript/transcript-1': () => {
		polls++;
		return polls === 1
			? {id: 'transcript-1', status: 'processing'}
			: {
					id: 'transcript-1',
					status: 'completed',
					audio_duration: 60,
					text: 'The numbers are good.',
					words: [
						{text: 'The', start: 900, end: 1000, confidence: 1, speaker: 'A'},
						{text: 'numbers', start: 1000, end: 1400, confidence: 1, speaker: 'A'},
						{text: 'are', start: 1400, end: 1500, confidence: 1, speaker: 'A'},
						{text: 'good.', start: 1500, end: 1900, confidence: 1, speaker: 'A'},
					],
					utterances: [
						{
							speaker: 'A',
							start: 900,
							end: 1900,
							confidence: 1,
							text: 'The numbers are good.',
							words: [
								{text: 'The', start: 900, end: 1000, confidence: 1, speaker: 'A'},
								{text: 'numbers', start: 1000, end: 1400, confidence: 1, speaker: 'A'},
								{text: 'are', start: 1400, end: 1500, confidence: 1, speaker: 'A'},
								{text: 'good.', start: 1500, end: 1900, confidence: 1, speaker: 'A'},
							],
						},
					],
				};
	},
};

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
	const key = `${request.method} ${request.url?.split('?')[0]}`;
	received.push(key);
	if (key === 'GET /rec/download/file') {
		response.writeHead(200, {'content-type': 'audio/mp4', 'content-length': audio.length});
		response.end(audio);
		return;
	}

	const answer = answers[key];
	response.writeHead(answer === undefined ? 404 : 200, {'content-type': 'application/json'});
	response.end(JSON.stringify((await answer?.(request, `http://${request.headers.host}`)) ?? {}));
}

let caller: Caller;
let server: Server;

beforeAll(async () => {
	caller = await createCaller();
	server = createServer((request, response) => {
		respond(request, response).catch((error: unknown) => {
			received.push(String(error));
			response.destroy();
		});
	});
	await new Promise<void>(resolve => {
		server.listen(0, '127.0.0.1', resolve);
	});
});

afterAll(async () => {
	server.close();
	server.closeAllConnections();
	await caller.close();
});

test('environment variables alone are enough to transcribe', async () => {
	const {port} = server.address() as AddressInfo;
	const url = `http://127.0.0.1:${port}`;
	const result = await runCommand(['transcribe', uuid, '--output', '-'], {
		variables: {
			ZOOM_ACCOUNT_ID: 'account',
			ZOOM_CLIENT_ID: 'client',
			ZOOM_CLIENT_SECRET: 'secret',
			ZOOM_API_URL: `${url}/v2`,
			ZOOM_OAUTH_URL: url,
			ASSEMBLYAI_API_KEY: 'stt-key',
			ASSEMBLYAI_BASE_URL: url,
		},
	});
	expect(result.stderr).toContain('Quarterly numbers: done');
	expect(result).toMatchObject({
		exitCode: 0,
		stdout: '[0:00] Speaker A: The numbers are good.\n',
	});
	expect(uploaded?.equals(audio)).toBe(true);
	const isOther = (request: string) => answers[request] === undefined;
	expect(received.filter(isOther)).toEqual(['GET /rec/download/file']);
});

test('and so is the legacy pair, whose JWT the sandbox verifies', async () => {
	const {ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET, ...services} =
		caller.sandbox.environment;
	const {uuid: launch} = caller.sandbox.world.find('first-choice');
	const {stdout, exitCode} = await runCommand(['transcribe', launch, '--output', '-'], {
		variables: {...services, ...caller.sandbox.legacyEnvironment},
	});
	expect(exitCode).toBe(0);
	expect(stdout).toMatch(/^\[0:02\] Speaker A: Okay, it's half past/);
	expect(caller.sandbox.requests.map(({path}) => path)).not.toContain('/oauth/token');
	const refused = await runCommand(['users'], {
		variables: {...services, ...caller.sandbox.legacyEnvironment, ZOOM_API_SECRET: 'notTheSecret'},
	});
	expect(refused).toMatchObject({stdout: '', exitCode: 3});
});
