import {createHash} from 'node:crypto';
import type {IncomingMessage, ServerResponse} from 'node:http';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {createAssemblyAI} from '../../source/assemblyai/create-assemblyai.ts';
import {chooseAudio} from '../../source/zoom/recording-choice.ts';
import {patience} from '../support/patience.ts';
import {serve} from '../support/serve.ts';
import {fileAt, meetingOf, zoomAt} from './made-up-meeting.ts';
import {openSandbox, type Sandboxed} from './sandboxed.ts';

const {signal} = new AbortController();
const content = Buffer.from(Array.from({length: 200_000}, (_, index) => (index * 7) % 251));

async function readBytes(body: ReadableStream<Uint8Array>): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of body) {
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

async function digest(body: ReadableStream<Uint8Array>): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of body) {
		hash.update(chunk);
	}
	return hash.digest('hex');
}

async function openAudio({zoom, sandbox}: Sandboxed) {
	const meeting = await zoom.getMeeting(sandbox.world.find('first-choice').uuid, signal);
	return zoom.openDownload(meeting, chooseAudio(meeting).file, signal);
}

/** Answers with a part of the content, and then breaks the connection unless it is the end of it. */
function send(
	response: ServerResponse,
	part: Buffer,
	{
		status,
		headers = {},
		isBroken,
	}: {
		readonly status: number;
		readonly headers?: Readonly<Record<string, string>>;
		readonly isBroken: boolean;
	},
): void {
	response.writeHead(status, {'content-type': 'audio/mp4', ...headers});
	response.write(part, () => {
		if (isBroken) {
			setTimeout(() => response.socket?.resetAndDestroy(), 20);
		} else {
			response.end();
		}
	});
}

function startOf({headers}: IncomingMessage): number {
	return Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
}

function rangeHeaders(start: number, size = content.length): Record<string, string> {
	return {
		'content-range': `bytes ${start}-${size - 1}/${size}`,
		'content-length': String(size - start),
	};
}

type Break = {readonly bytes: number; readonly hasRange: boolean};

/** Breaks the first connections after so many bytes each; only some of the answers honour ranges. */
function breakAsPlanned(planned: readonly Break[]): Parameters<typeof serve>[0] {
	return (request, response, count) => {
		const plan = planned[count - 1] ?? {bytes: content.length, hasRange: true};
		const start = plan.hasRange ? startOf(request) : 0;
		const end = start + plan.bytes;
		send(response, content.subarray(start, end), {
			status: start === 0 ? 200 : 206,
			headers: start === 0 ? {'content-length': String(content.length)} : rangeHeaders(start),
			isBroken: end < content.length,
		});
	};
}

describe('a download whose connection breaks', () => {
	test.each([
		['goes on where it was', true, 'reset'],
		['goes on where it was after an end that came too early', true, 'clean'],
		['begins again where the server knows no ranges, without giving bytes twice', false, 'reset'],
	] as const)('%s', async (_, hasRanges, end) => {
		await using opened = await openSandbox({hasRanges});
		const whole = await digest((await openAudio(opened)).body);
		for (const count of [1, 2]) {
			opened.sandbox.inject(
				{service: 'zoom-media'},
				{type: 'cut', afterBytes: 2_000_000 * count, end},
			);
		}
		const before = opened.sandbox.requests.length;
		const {body, sizeBytes} = await openAudio(opened);
		expect(await digest(body)).toBe(whole);
		const media = () =>
			opened.sandbox.requests.slice(before).filter(({service}) => service === 'zoom-media');
		// The last byte may be here before its server has written down what it answered.
		await expect
			.poll(
				() =>
					media()
						.map(({status}) => status)
						.at(-1),
				{timeout: patience.timeout},
			)
			.toBe(hasRanges ? 206 : 200);
		expect(media()).toHaveLength(3);
		expect(media().every(({hasAuthorization}) => !hasAuthorization)).toBe(true);
		expect(sizeBytes).toBeGreaterThan(20_000_000);
	});

	test('asks for the byte that is next, by its own address and token again', async () => {
		const asked: (string | undefined)[] = [];
		await using server = await serve((request, response, count) => {
			asked.push(request.headers.range);
			const start = startOf(request);
			const status = start === 0 ? 200 : 206;
			const headers = start === 0 ? {'content-length': '200000'} : rangeHeaders(start);
			const part = count < 3 ? content.subarray(start, start + 70_000) : content.subarray(start);
			send(response, part, {status, headers, isBroken: count < 3});
		});
		const {body} = await zoomAt(server.url).openDownload(
			meetingOf({}),
			fileAt(`${server.url}/f`),
			signal,
		);
		expect((await readBytes(body)).equals(content)).toBe(true);
		expect(asked).toEqual([undefined, 'bytes=70000-', 'bytes=140000-']);
	});

	test('anywhere, any number of times, gives the same bytes', async () => {
		const breaks = fc.array(
			fc.record({bytes: fc.integer({min: 0, max: 120_000}), hasRange: fc.boolean()}),
			{maxLength: 4},
		);
		await fc.assert(
			fc.asyncProperty(breaks, async planned => {
				await using server = await serve(breakAsPlanned(planned));
				const {body} = await zoomAt(server.url).openDownload(
					meetingOf({}),
					fileAt(`${server.url}/f`),
					signal,
				);
				expect((await readBytes(body)).equals(content)).toBe(true);
			}),
			{numRuns: 15},
		);
	});

	test('or stands still goes on by another one', async () => {
		await using server = await serve((request, response, count) => {
			const start = startOf(request);
			if (count === 1) {
				response.writeHead(200, {'content-type': 'audio/mp4', 'content-length': 200_000});
				response.write(content.subarray(0, 70_000));
			} else {
				const part = content.subarray(start);
				send(response, part, {status: 206, headers: rangeHeaders(start), isBroken: false});
			}
		});
		const {body} = await zoomAt(server.url, 300).openDownload(
			meetingOf({}),
			fileAt(`${server.url}/f`),
			signal,
		);
		expect((await readBytes(body)).equals(content)).toBe(true);
		expect(server.requests).toHaveLength(2);
	});

	test('does not break the upload that takes its bytes', async () => {
		await using opened = await openSandbox();
		const {sandbox} = opened;
		for (const afterBytes of [3_000_000, 5_000_000]) {
			sandbox.inject({service: 'zoom-media'}, {type: 'cut', afterBytes, end: 'reset'});
		}
		const assemblyai = createAssemblyAI({
			apiKey: sandbox.environment.ASSEMBLYAI_API_KEY,
			baseUrl: sandbox.environment.ASSEMBLYAI_BASE_URL,
		});
		const {body, sizeBytes} = await openAudio(opened);
		let sentBytes = 0;
		const url = await assemblyai.upload(body, {
			sizeBytes,
			signal,
			onBytes: bytes => {
				sentBytes = bytes;
			},
		});
		expect(url).toMatch(/^http/);
		expect(sentBytes).toBe(sizeBytes);
		expect(sandbox.requests.filter(({path}) => path === '/v2/upload')).toHaveLength(1);
	});

	test('ends where the file has become another one meanwhile', async () => {
		for (const again of [
			{status: 200, headers: {'content-length': '199999'}},
			{status: 206, headers: rangeHeaders(70_000, 199_999)},
			{status: 200, headers: {'content-length': '200000', etag: '"second"'}},
			{status: 206, headers: {...rangeHeaders(90_000)}},
			{status: 416, headers: {'content-range': 'bytes */60000'}},
		]) {
			await using server = await serve((_, response, count) => {
				if (count === 1) {
					const headers = {'content-length': '200000', etag: '"first"'};
					send(response, content.subarray(0, 70_000), {status: 200, headers, isBroken: true});
				} else {
					response.writeHead(again.status, {'content-type': 'audio/mp4', ...again.headers});
					response.flushHeaders();
					response.end();
				}
			});
			const {body} = await zoomAt(server.url).openDownload(
				meetingOf({}),
				fileAt(`${server.url}/f`),
				signal,
			);
			await expect(readBytes(body)).rejects.toMatchObject({
				name: 'ZoomError',
				code: 'service',
				message: expect.stringMatching(/recording has (?:changed|become shorter)/),
			});
			expect(server.requests).toHaveLength(2);
		}
	});

	test('of a file whose length nobody has said goes on by its range alone', async () => {
		await using server = await serve((request, response, count) => {
			const start = startOf(request);
			const headers = count === 1 ? {} : {'content-range': `bytes ${start}-199999/*`};
			const part = count === 1 ? content.subarray(0, 90_000) : content.subarray(start);
			send(response, part, {status: count === 1 ? 200 : 206, headers, isBroken: count === 1});
		});
		const {body} = await zoomAt(server.url).openDownload(
			meetingOf({}),
			fileAt(`${server.url}/f`),
			signal,
		);
		expect((await readBytes(body)).equals(content)).toBe(true);
	});

	test('is given up after several attempts in a row that bring nothing', async () => {
		await using server = await serve((request, response) => {
			const start = startOf(request);
			const headers = start === 0 ? {'content-length': '200000'} : rangeHeaders(start);
			send(response, content.subarray(start, start + 10), {
				status: start === 0 ? 200 : 206,
				headers,
				isBroken: true,
			});
		});
		const {body} = await zoomAt(server.url).openDownload(
			meetingOf({}),
			fileAt(`${server.url}/f`),
			signal,
		);
		await expect(readBytes(body)).rejects.toMatchObject({
			code: 'network',
			message: expect.stringContaining('broke off'),
		});
		expect(server.requests).toHaveLength(5);
	});

	test('is not resumed once somebody has left', async () => {
		const controller = new AbortController();
		await using server = await serve((_, response) => {
			response.writeHead(200, {'content-type': 'audio/mp4', 'content-length': 200_000});
			response.write(content.subarray(0, 1000));
		});
		const {body} = await zoomAt(server.url).openDownload(
			meetingOf({}),
			fileAt(`${server.url}/f`),
			controller.signal,
		);
		const reader = body.getReader();
		await reader.read();
		const reason = new Error('left');
		controller.abort(reason);
		await expect(reader.read()).rejects.toBe(reason);
		expect(server.requests).toHaveLength(1);
	});
});

describe('what is no recording is recognised', () => {
	const json = '{"status":false,"errorCode":300,"errorMessage":"Forbidden"}';

	test.each([
		['59 bytes of JSON that say they are audio', 'audio/mp4', json, 'M4A', /message.*Forbidden/],
		['59 bytes of JSON without a type', 'application/octet-stream', json, 'MP4', /Forbidden/],
		[
			'a web page that says it is video',
			'video/mp4',
			'<!DOCTYPE html><p>Sign in',
			'MP4',
			/web page/,
		],
		['JSON in place of a transcript', 'application/json', json, 'VTT', /Forbidden/],
		['a refusal in place of a timeline', 'application/json', json, 'JSON', /Forbidden/],
	])('%s', async (_, type, document, extension, message) => {
		await using server = await serve((_request, response) => {
			response.writeHead(200, {'content-type': type, 'content-length': document.length});
			response.end(document);
		});
		const file = fileAt(`${server.url}/f`, {extension, sizeBytes: 42_000_000});
		const request = zoomAt(server.url).openDownload(meetingOf({}), file, signal);
		await expect(request).rejects.toMatchObject({
			code: 'not-allowed',
			message: expect.stringMatching(message),
		});
		expect(server.requests).toHaveLength(2);
	});
});

describe('the token stays with the host it is for', () => {
	test.each([301, 302, 303, 307, 308])('across a redirect with status %i', async status => {
		const seen: boolean[] = [];
		await using other = await serve((request, response) => {
			seen.push(request.headers.authorization !== undefined);
			response.writeHead(200, {'content-type': 'audio/mp4'}).end('sound');
		});
		await using first = await serve((request, response) => {
			seen.push(request.headers.authorization !== undefined);
			response.writeHead(status, {location: `${other.url}/away`}).end();
		});
		const {body} = await zoomAt(first.url).openDownload(
			meetingOf({}),
			fileAt(`${first.url}/f`),
			signal,
		);
		expect((await readBytes(body)).toString()).toBe('sound');
		expect(seen).toEqual([true, false]);
	});
});
