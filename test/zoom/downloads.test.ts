import {describe, expect, test} from 'vitest';
import {safeText} from '../../source/safe-text.ts';
import {createZoom} from '../../source/zoom/create-zoom.ts';
import {chooseAudio} from '../../source/zoom/recording-choice.ts';
import type {MeetingDetail, RecordingFile} from '../../source/zoom/recordings.ts';
import {mayHoldRecordings, mayReceiveToken} from '../../source/zoom/trusted-hosts.ts';
import {serve} from '../support/serve.ts';
import {openSandbox, type Sandboxed} from './sandboxed.ts';

const {signal} = new AbortController();

async function findAudio(
	{zoom, sandbox}: Sandboxed,
	tag: Parameters<Sandboxed['sandbox']['world']['find']>[0] = 'first-choice',
): Promise<{readonly meeting: MeetingDetail; readonly file: RecordingFile}> {
	const meeting = await zoom.getMeeting(sandbox.world.find(tag).uuid, signal);
	return {meeting, file: chooseAudio(meeting).file};
}

async function countBytes(body: ReadableStream<Uint8Array>): Promise<number> {
	let count = 0;
	for await (const chunk of body) {
		count += chunk.byteLength;
	}
	return count;
}

/** What a test server is asked for: a file at its own address, opened by the legacy JWT that comes with it. */
function fileAt(url: string, part: Partial<RecordingFile> = {}): RecordingFile {
	return {
		id: 'file',
		fileType: safeText('M4A'),
		fileExtension: safeText('M4A'),
		recordingType: safeText('audio_only'),
		sizeBytes: 0,
		isReady: true,
		start: undefined,
		end: undefined,
		downloadUrl: url,
		...part,
	};
}

const meeting: MeetingDetail = {
	uuid: 'uuid',
	number: '123',
	topic: safeText('topic'),
	start: new Date(0),
	durationMinutes: 30,
	totalSizeBytes: 0,
	hostId: undefined,
	hostEmail: undefined,
	shareUrl: undefined,
	files: [],
	downloadAccessToken: undefined,
	passcode: undefined,
	participantAudioFiles: [],
};

function zoomAt(apiUrl: string, stallMs = 2000) {
	return createZoom({
		credentials: {type: 'legacy-jwt', apiKey: 'key', apiSecret: 'secret'},
		apiUrl,
		oauthUrl: apiUrl,
		patience: {backoffMs: 1, stallMs},
	});
}

describe('a download', () => {
	test('brings every byte, by way of the redirect, and no credential crosses it', async () => {
		await using opened = await openSandbox();
		const {meeting, file} = await findAudio(opened);
		const download = await opened.zoom.openDownload(meeting, file, signal);
		expect(download).toMatchObject({sizeBytes: file.sizeBytes, contentType: 'audio/mp4'});
		expect(await countBytes(download.body)).toBe(file.sizeBytes);
		expect(opened.sandbox.requests.slice(-2)).toMatchObject([
			{service: 'zoom', authorizationScheme: 'Bearer'},
			{service: 'zoom-media', hasAuthorization: false},
		]);
	});

	test('is opened by the account’s token when the meeting’s has expired', async () => {
		await using opened = await openSandbox();
		const {meeting, file} = await findAudio(opened);
		opened.sandbox.advance(3_700_000);
		const {body} = await opened.zoom.openDownload(meeting, file, signal);
		await body.cancel();
		expect(opened.sandbox.requests.at(-1)).toMatchObject({service: 'zoom-media'});
	});

	test('works with a legacy JWT alone', async () => {
		await using opened = await openSandbox();
		const {file} = await findAudio(opened);
		const {ZOOM_API_KEY: apiKey, ZOOM_API_SECRET: apiSecret} = opened.sandbox.legacyEnvironment;
		const legacy = createZoom({
			credentials: {type: 'legacy-jwt', apiKey, apiSecret},
			apiUrl: opened.sandbox.environment.ZOOM_API_URL,
			oauthUrl: opened.sandbox.environment.ZOOM_OAUTH_URL,
		});
		const {body, sizeBytes} = await legacy.openDownload(meeting, file, signal);
		await body.cancel();
		expect(sizeBytes).toBe(file.sizeBytes);
	});

	test('that breaks off in the middle says how far it came', async () => {
		await using opened = await openSandbox();
		const {meeting, file} = await findAudio(opened);
		opened.sandbox.inject(
			{service: 'zoom-media'},
			{type: 'cut', afterBytes: 1_000_000, end: 'reset'},
		);
		const {body} = await opened.zoom.openDownload(meeting, file, signal);
		await expect(countBytes(body)).rejects.toMatchObject({
			name: 'ZoomError',
			code: 'network',
			message: expect.stringMatching(/broke off \(.* of 23 MB\)/),
		});
	});

	test('that ends before what the list promised is no whole file', async () => {
		await using opened = await openSandbox();
		const {meeting, file} = await findAudio(opened);
		opened.sandbox.inject(
			{service: 'zoom-media'},
			{type: 'cut', afterBytes: 1_000_000, end: 'clean'},
		);
		const {body, sizeBytes} = await opened.zoom.openDownload(meeting, file, signal);
		expect(sizeBytes).toBe(file.sizeBytes);
		await expect(countBytes(body)).rejects.toMatchObject({
			name: 'ZoomError',
			message: expect.stringContaining('ended early (1.0 MB of 23 MB)'),
		});
	});

	test('can be left at any time', async () => {
		await using opened = await openSandbox();
		const {meeting, file} = await findAudio(opened, 'ten-hours');
		const controller = new AbortController();
		const reason = new Error('left');
		const {body} = await opened.zoom.openDownload(meeting, file, controller.signal);
		const reader = body.getReader();
		await reader.read();
		controller.abort(reason);
		const readOn = async () => {
			while (!(await reader.read()).done) {
				// What had arrived before is still there.
			}
		};
		await expect(readOn()).rejects.toBe(reason);
	});

	test('that stands still is given up', async () => {
		await using server = await serve((_, response) => {
			response.writeHead(200, {'content-type': 'audio/mp4', 'content-length': 100});
			response.write('first');
		});
		const file = fileAt(`${server.url}/f`);
		const {body} = await zoomAt(server.url, 30).openDownload(meeting, file, signal);
		await expect(countBytes(body)).rejects.toMatchObject({
			code: 'network',
			message: 'Zoom sends no more of the recording (5 B of 100 B)',
		});
	});

	test('may be read as slowly as one likes', async () => {
		await using server = await serve((_, response) => {
			response.writeHead(200, {'content-type': 'audio/mp4'}).end('all of it');
		});
		const {body} = await zoomAt(server.url, 20).openDownload(
			meeting,
			fileAt(`${server.url}/f`),
			signal,
		);
		const reader = body.getReader();
		const {promise, resolve} = Promise.withResolvers<void>();
		setTimeout(resolve, 60);
		await promise;
		expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe('all of it');
	});

	test('smaller than the list says is refused before it begins', async () => {
		await using server = await serve((_, response) => {
			response
				.writeHead(200, {'content-type': 'audio/mp4', 'content-length': 10})
				.end('0123456789');
		});
		const file = fileAt(`${server.url}/f`, {sizeBytes: 11});
		await expect(zoomAt(server.url).openDownload(meeting, file, signal)).rejects.toMatchObject({
			code: 'not-ready',
			message: expect.stringContaining('only 10 B'),
		});
	});
});

describe('instead of the recording comes', () => {
	const html = '<html><head><title>Error</title></head><h1>Only the host can download.</h1></html>';

	test.each([
		['a web page', 'text/html; charset=utf-8', html, /web page.*Only the host can download”/],
		['a message', 'application/json', '{"errorMessage":"Forbidden"}', /message.*Forbidden/],
		['a text', 'text/plain', 'no', /message.*no/],
		['XML', 'application/xml', '<Error>AccessDenied</Error>', /message.*AccessDenied/],
	])('%s, with status 200', async (_, type, content, message) => {
		await using server = await serve((_request, response) => {
			response.writeHead(200, {'content-type': type}).end(content);
		});
		const request = zoomAt(server.url).openDownload(meeting, fileAt(`${server.url}/f`), signal);
		await expect(request).rejects.toMatchObject({
			name: 'ZoomError',
			code: 'not-allowed',
			message: expect.stringMatching(message),
		});
		// Once more with a new token, in case the old one was to blame.
		expect(server.requests).toHaveLength(2);
	});

	test.each([
		[401, 'not-allowed', 2],
		[403, 'not-allowed', 2],
		[404, 'not-found', 1],
		[500, 'service', 6],
	])('status %i', async (status, code, requests) => {
		await using server = await serve((_, response) => response.writeHead(status).end());
		const request = zoomAt(server.url).openDownload(meeting, fileAt(`${server.url}/f`), signal);
		await expect(request).rejects.toMatchObject({name: 'ZoomError', code});
		expect(server.requests).toHaveLength(requests);
	});

	test('a text that was asked for, which is fine', async () => {
		await using server = await serve((_, response) => {
			response.writeHead(200, {'content-type': 'text/vtt'}).end('WEBVTT');
		});
		const file = fileAt(`${server.url}/f`, {
			fileType: safeText('TRANSCRIPT'),
			fileExtension: safeText('VTT'),
		});
		const {body} = await zoomAt(server.url).openDownload(meeting, file, signal);
		expect(await countBytes(body)).toBe(6);
	});

	test('a file that has no address', async () => {
		const zoom = zoomAt('https://zoom.invalid');
		for (const [isReady, code] of [
			[true, 'not-found'],
			[false, 'not-ready'],
		] as const) {
			const file = {...fileAt(''), downloadUrl: undefined, isReady};
			await expect(zoom.openDownload(meeting, file, signal)).rejects.toMatchObject({code});
		}
	});
});

describe('redirects', () => {
	test('within the same origin keep the token; another origin never gets it, nor the first one after that', async () => {
		const seen: string[] = [];
		await using other = await serve((request, response) => {
			seen.push(`other ${request.url} ${request.headers.authorization !== undefined}`);
			response.writeHead(302, {location: `${first.url}/back`}).end();
		});
		await using first = await serve((request, response, count) => {
			seen.push(`first ${request.url} ${request.headers.authorization !== undefined}`);
			if (count === 3) {
				response.writeHead(200, {'content-type': 'audio/mp4'}).end('sound');
			} else {
				response.writeHead(302, {location: count === 1 ? '/next' : `${other.url}/away`}).end();
			}
		});
		const request = zoomAt(first.url).openDownload(meeting, fileAt(`${first.url}/f`), signal);
		expect(await countBytes((await request).body)).toBe(5);
		expect(seen).toEqual([
			'first /f true',
			'first /next true',
			'other /away false',
			'first /back false',
		]);
	});

	test('are followed five times at most', async () => {
		await using server = await serve((_, response) =>
			response.writeHead(302, {location: '/f'}).end(),
		);
		const request = zoomAt(server.url).openDownload(meeting, fileAt(`${server.url}/f`), signal);
		await expect(request).rejects.toThrow('more than 5 times');
		expect(server.requests).toHaveLength(6);
	});

	test.each(['http://recordings.invalid/x', 'file:///etc/passwd', 'ftp://127.0.0.1/x'])(
		'to %s are not followed',
		async location => {
			await using server = await serve((_, response) => response.writeHead(302, {location}).end());
			const request = zoomAt(server.url).openDownload(meeting, fileAt(`${server.url}/f`), signal);
			await expect(request).rejects.toThrow('not safe');
		},
	);
});

describe('whom Zoom’s token may be sent to', () => {
	const zoom = new URL('https://api.zoom.us/v2');
	const local = new URL('http://127.0.0.1:4000/v2');

	test.each([
		['https://us06web.zoom.us/rec', zoom, true],
		['https://zoom.us/rec', zoom, true],
		['https://us01web.zoomgov.com/rec', zoom, true],
		['https://gateway.example/rec', new URL('https://gateway.example/zoom/v2'), true],
		['https://gateway.example:8443/rec', new URL('https://gateway.example/zoom/v2'), false],
		['http://127.0.0.1:4001/rec', local, true],
		['http://localhost:4001/rec', local, true],
		['https://zoom.us.evil.example/rec', zoom, false],
		['https://evilzoom.us/rec', zoom, false],
		['http://us06web.zoom.us/rec', zoom, false],
		['http://127.0.0.1:4001/rec', zoom, false],
		['https://evil.example/rec', local, false],
	])('%s, with the API at %s: %s', (address, apiUrl, expected) => {
		expect(mayReceiveToken(new URL(address), apiUrl)).toBe(expected);
	});

	test('nothing is fetched from this computer unless the API is here', () => {
		expect(mayHoldRecordings(new URL('http://127.0.0.1:22/'), zoom)).toBe(false);
		expect(mayHoldRecordings(new URL('https://localhost/'), zoom)).toBe(false);
		expect(mayHoldRecordings(new URL('http://127.0.0.1:22/'), local)).toBe(true);
		expect(mayHoldRecordings(new URL('https://files.example/'), zoom)).toBe(true);
		expect(mayHoldRecordings(new URL('http://files.example/'), local)).toBe(false);
	});
});

describe('a direct link', () => {
	test('is the signed address behind the redirect, and opens the file by itself', async () => {
		await using opened = await openSandbox();
		const {meeting, file} = await findAudio(opened);
		const link = await opened.zoom.createDirectLink(meeting, file, signal);
		expect(link).not.toContain('access_token');
		expect(link).not.toContain(meeting.downloadAccessToken ?? '-');
		const response = await fetch(link);
		expect(Number(response.headers.get('content-length'))).toBe(file.sizeBytes);
		await response.body?.cancel();
	});

	test('has the meeting’s own token when there is no redirect, whatever query it had', async () => {
		const bearers: (string | undefined)[] = [];
		await using server = await serve((request, response) => {
			bearers.push(request.headers.authorization);
			response.writeHead(200, {'content-type': 'audio/mp4'}).end('sound');
		});
		const own = {...meeting, downloadAccessToken: 'of-the-meeting'};
		const file = fileAt(`${server.url}/f?type=a&access_token=old`);
		const link = await zoomAt(server.url).createDirectLink(own, file, signal);
		expect(link).toBe(`${server.url}/f?type=a&access_token=of-the-meeting`);
		expect(bearers).toEqual(['Bearer of-the-meeting']);
	});

	test('is never an address into which a redirect has written the account’s token', async () => {
		await using other = await serve((_, response) => {
			response.writeHead(200, {'content-type': 'audio/mp4'}).end('sound');
		});
		await using server = await serve((request, response) => {
			const token = request.headers.authorization?.slice('Bearer '.length) ?? '';
			response.writeHead(302, {location: `${other.url}/f?t=${encodeURIComponent(token)}`}).end();
		});
		const request = zoomAt(server.url).createDirectLink(meeting, fileAt(`${server.url}/f`), signal);
		await expect(request).rejects.toMatchObject({code: 'not-allowed'});
		expect(other.requests).toHaveLength(1);
	});

	test('is refused when only the account’s token would open the file', async () => {
		await using server = await serve((_, response) => {
			response.writeHead(200, {'content-type': 'audio/mp4'}).end('sound');
		});
		const request = zoomAt(server.url).createDirectLink(meeting, fileAt(`${server.url}/f`), signal);
		await expect(request).rejects.toMatchObject({
			code: 'not-allowed',
			hint: expect.stringContaining('--audio stream'),
		});
	});
});
