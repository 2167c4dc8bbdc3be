import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';
import {describe, expect, test} from 'vitest';
import {serve} from '../support/serve.ts';
import {clientOf, openSandbox} from './sandboxed.ts';

const {signal} = new AbortController();
const onBytes = () => undefined;
const megabyte = new Uint8Array(2 ** 20);

/** So many chunks, counted as they are fetched; `cancelled` once nobody wants more. */
function createAudio(chunks: number, end: (controller: ReadableStreamDefaultController) => void) {
	const state = {fetched: 0, cancelled: Promise.withResolvers<void>()};
	const stream = new ReadableStream<Uint8Array>(
		{
			pull(controller) {
				if (state.fetched === chunks) {
					end(controller);
					return;
				}
				state.fetched++;
				controller.enqueue(megabyte);
			},
			cancel() {
				state.cancelled.resolve();
			},
		},
		{highWaterMark: 0},
	);
	return {stream, state};
}

const close = (controller: ReadableStreamDefaultController) => controller.close();

describe('an upload', () => {
	test.each([
		[3 * megabyte.byteLength, {'content-length': String(3 * megabyte.byteLength)}],
		[undefined, {'transfer-encoding': 'chunked'}],
	])('of %s bytes is sent whole, and announced as that', async (sizeBytes, headers) => {
		let received = 0;
		let given: Record<string, unknown> = {};
		await using server = await serve((request, response) => {
			given = request.headers;
			request.on('data', (chunk: Buffer) => {
				received += chunk.byteLength;
			});
			request.on('end', () => response.end('{"upload_url":"https://cdn.example/upload/1"}'));
		});
		const {stream} = createAudio(3, close);
		const url = await clientOf(server.url).upload(stream, {sizeBytes, onBytes, signal});
		expect(url).toBe('https://cdn.example/upload/1');
		expect(received).toBe(3 * megabyte.byteLength);
		expect(given).toMatchObject({
			...headers,
			authorization: 'key',
			'content-type': 'application/octet-stream',
		});
	});

	test('keeps nothing of what is sent', async () => {
		setFlagsFromString('--expose-gc');
		const collectGarbage: () => void = runInNewContext('gc');
		const countHeld = () => {
			collectGarbage();
			return process.memoryUsage().arrayBuffers;
		};
		await using server = await serve((request, response) => {
			request.resume().on('end', () => response.end('{"upload_url":"https://cdn.example/1"}'));
		});
		const before = countHeld();
		let [sent, held] = [0, 0];
		const audio = new ReadableStream<Uint8Array>({
			pull(controller) {
				controller.enqueue(new Uint8Array(megabyte.byteLength));
				sent++;
				if (sent === 128) {
					held = countHeld() - before;
					controller.close();
				}
			},
		});
		await clientOf(server.url).upload(audio, {sizeBytes: undefined, onBytes, signal});
		// What is on its way, and what the collector's own thread has not come to yet.
		expect(held).toBeLessThan(64 * megabyte.byteLength);
	});

	test('fetches no more than AssemblyAI takes', async () => {
		await using server = await serve(request => request.pause());
		const {stream, state} = createAudio(500, close);
		const client = clientOf(server.url, {patience: {stallMs: 100}});
		await expect(
			client.upload(stream, {sizeBytes: undefined, onBytes, signal}),
		).rejects.toMatchObject({
			name: 'AssemblyAIError',
			code: 'network',
			message: expect.stringMatching(/^AssemblyAI takes no more of the audio \(\d+.* so far\)$/),
		});
		// What the buffers of two sockets hold.
		expect(state.fetched).toBeLessThan(50);
		await state.cancelled.promise;
	});

	test('is given up when no more audio comes', async () => {
		await using server = await serve(request => request.resume());
		const {stream} = createAudio(2, () => undefined);
		const client = clientOf(server.url, {patience: {stallMs: 100}});
		const options = {sizeBytes: undefined, onBytes, signal};
		await expect(client.upload(stream, options)).rejects.toMatchObject({
			code: 'network',
			message: 'No more audio comes in (2.1 MB so far)',
		});
	});

	test('goes on for as long as there is progress', async () => {
		await using server = await serve((request, response) => {
			request.resume().on('end', () => response.end('{"upload_url":"https://cdn.example/1"}'));
		});
		let count = 0;
		const slow = new ReadableStream<Uint8Array>({
			async pull(controller) {
				const {promise, resolve} = Promise.withResolvers<void>();
				setTimeout(resolve, 50);
				await promise;
				if (count++ === 6) {
					controller.close();
				} else {
					controller.enqueue(megabyte.subarray(0, 10));
				}
			},
		});
		const client = clientOf(server.url, {patience: {stallMs: 200, timeoutMs: 100}});
		await expect(client.upload(slow, {sizeBytes: 60, onBytes, signal})).resolves.toBe(
			'https://cdn.example/1',
		);
	});

	test('with the audio’s own error ends in that error, and AssemblyAI gets no whole file', async () => {
		await using opened = await openSandbox();
		const error = new Error('the download broke off');
		for (const sizeBytes of [undefined, 9 * megabyte.byteLength]) {
			const {stream} = createAudio(2, controller => controller.error(error));
			const request = opened.assemblyai.upload(stream, {sizeBytes, onBytes, signal});
			await expect(request).rejects.toBe(error);
		}
		expect(opened.sandbox.requests.every(({status}) => status !== 200)).toBe(true);
	});

	test.each([
		[2, 3, 'The audio ended after 2.1 MB of 3.1 MB'],
		[4, 3, 'The audio is longer than the 3.1 MB that were announced'],
	])('of %i MB where %i were promised fails', async (chunks, promised, message) => {
		await using opened = await openSandbox();
		const {stream} = createAudio(chunks, close);
		const sizeBytes = promised * megabyte.byteLength;
		await expect(
			opened.assemblyai.upload(stream, {sizeBytes, onBytes, signal}),
		).rejects.toMatchObject({name: 'AssemblyAIError', code: 'network', message});
		expect(opened.sandbox.requests.every(({status}) => status !== 200)).toBe(true);
	});

	test('that is refused before its end is told why, and lets the audio go', async () => {
		await using opened = await openSandbox({}, {apiKey: 'wrong'});
		const {stream, state} = createAudio(5000, close);
		const options = {sizeBytes: undefined, onBytes, signal};
		await expect(opened.assemblyai.upload(stream, options)).rejects.toMatchObject({
			reason: 'bad-key',
		});
		await state.cancelled.promise;
		expect(state.fetched).toBeLessThan(100);
	});

	test('that is accepted before its end is not believed', async () => {
		await using server = await serve((_, response) => {
			response.end('{"upload_url":"https://cdn.example/1"}');
		});
		const {stream} = createAudio(5000, close);
		const options = {sizeBytes: undefined, onBytes, signal};
		await expect(clientOf(server.url).upload(stream, options)).rejects.toMatchObject({
			message: 'AssemblyAI answered before it had the whole audio',
		});
	});

	test('whose connection breaks is not repeated: the audio is gone', async () => {
		await using opened = await openSandbox();
		opened.sandbox.inject({method: 'POST'}, {type: 'reset-upload', afterBytes: 2_000_000});
		const {stream, state} = createAudio(100, close);
		const options = {sizeBytes: undefined, onBytes, signal};
		await expect(opened.assemblyai.upload(stream, options)).rejects.toMatchObject({
			name: 'AssemblyAIError',
			code: 'network',
		});
		await state.cancelled.promise;
		expect(opened.sandbox.requests).toHaveLength(1);
	});

	test('can be left at any time, and lets the audio go', async () => {
		const controller = new AbortController();
		const reason = new Error('left');
		await using server = await serve(request =>
			request.once('data', () => controller.abort(reason)),
		);
		const {stream, state} = createAudio(5000, close);
		const options = {sizeBytes: undefined, onBytes, signal: controller.signal};
		await expect(clientOf(server.url).upload(stream, options)).rejects.toBe(reason);
		await state.cancelled.promise;
	});

	test.each(['{}', '{"upload_url":"file:///etc/passwd"}', '<html>'])(
		'answered with %s has no address',
		async body => {
			await using server = await serve((request, response) => {
				request.resume().on('end', () => response.end(body));
			});
			const {stream} = createAudio(1, close);
			const options = {sizeBytes: undefined, onBytes, signal};
			await expect(clientOf(server.url).upload(stream, options)).rejects.toMatchObject({
				code: 'service',
			});
		},
	);
});
