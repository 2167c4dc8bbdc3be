import {once} from 'node:events';
import {gzipSync} from 'node:zlib';
import {describe, expect, test} from 'vitest';
import * as z from 'zod';
import {UserError} from '../source/errors.ts';
import {createHttp, type Http, type Refusal, type Service} from '../source/http.ts';
import {serve} from './support/serve.ts';

const {signal} = new AbortController();
const quick = {backoffMs: 1, timeoutMs: 2000, stallMs: 2000};

function createTestHttp(options: Partial<Service> = {}): Http {
	return createHttp({
		name: 'Acme',
		createError: (message, faultOptions) => new UserError(message, faultOptions),
		explain: ({status, data}: Refusal) =>
			new UserError(`refused with ${status}: ${JSON.stringify(data)}`, {code: 'failed'}),
		patience: quick,
		...options,
	});
}

const http = createTestHttp();

test('reads a whole answer', async () => {
	await using server = await serve((request, response) => {
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({agent: request.headers['user-agent'], text: 'ÄÖ'}));
	});
	const answer = await http.read({url: new URL(`${server.url}/a?b=c`), signal});
	expect(http.parseJson(answer)).toEqual({agent: 'recscribe', text: 'ÄÖ'});
	expect(server.requests).toEqual(['GET /a?b=c']);
});

test('hands a refusal’s status and data to the service, also JSON that says it is text', async () => {
	await using server = await serve((_, response) => {
		response.writeHead(400, {'content-type': 'text/plain'}).end('{"code":300}');
	});
	await expect(http.read({url: new URL(server.url), signal})).rejects.toThrow(
		'refused with 400: {"code":300}',
	);
});

describe('a request that failed', () => {
	const recovers = (fail: Parameters<typeof serve>[0]) =>
		serve((request, response, count) => {
			if (count === 1) {
				fail(request, response, count);
			} else {
				response.end('done');
			}
		});
	const failures: Readonly<Record<string, Parameters<typeof serve>[0]>> = {
		'status 408': (_, response) => response.writeHead(408).end(),
		'status 429': (_, response) => response.writeHead(429).end(),
		'status 500': (_, response) => response.writeHead(500).end('oh'),
		'status 503 without a body': (_, response) => response.writeHead(503).end(),
		'a reset': (_, response) => response.socket?.resetAndDestroy(),
		'an answer that breaks off': (_, response) => {
			response.writeHead(200, {'content-length': 100});
			response.write('half', () => response.socket?.resetAndDestroy());
		},
		'a broken compression': (_, response) => {
			response.writeHead(200, {'content-encoding': 'gzip'}).end('this is not gzip');
		},
	};

	test.each(Object.keys(failures))('by %s is repeated', async name => {
		await using server = await recovers(failures[name] ?? (() => undefined));
		const answer = await http.read({url: new URL(server.url), signal});
		expect(answer.text).toBe('done');
		expect(server.requests).toHaveLength(2);
	});

	test.each(Object.keys(failures))('by %s is not repeated when it must not be', async name => {
		await using server = await recovers(failures[name] ?? (() => undefined));
		const request = http.read({url: new URL(server.url), method: 'POST', json: {}, signal});
		await expect(request).rejects.toBeInstanceOf(UserError);
		expect(server.requests).toHaveLength(1);
	});

	test.each([
		['status 429', 2],
		['status 503 without a body', 2],
		['status 408', 1],
		['status 500', 1],
		['a reset', 1],
		['an answer that breaks off', 1],
	])('by %s is sent %i times when the service must not act twice', async (name, count) => {
		await using server = await recovers(failures[name] ?? (() => undefined));
		const repeat = 'unless-acted';
		const request = http.read({url: new URL(server.url), method: 'POST', json: {}, repeat, signal});
		await request.catch(() => undefined);
		expect(server.requests).toHaveLength(count);
	});

	test('by a 503 with words of its own is not repeated when the service must not act twice', async () => {
		await using server = await recovers((_, response) =>
			response.writeHead(503).end('upstream connect error or disconnect'),
		);
		const repeat = 'unless-acted';
		const request = http.read({url: new URL(server.url), method: 'POST', json: {}, repeat, signal});
		await expect(request).rejects.toThrow('refused with 503');
		expect(server.requests).toHaveLength(1);
	});

	test('is given up at last, and explained', async () => {
		await using server = await serve((_, response) => response.writeHead(500).end('"oh"'));
		await expect(http.read({url: new URL(server.url), signal})).rejects.toThrow('with 500: "oh"');
		expect(server.requests).toHaveLength(6);
	});

	test('is not repeated when the service knows that it is hopeless', async () => {
		const wise = createTestHttp({isHopeless: ({data}) => data === 'daily limit'});
		await using server = await serve((_, response) => response.writeHead(429).end('daily limit'));
		await expect(wise.read({url: new URL(server.url), signal})).rejects.toThrow('daily limit');
		expect(server.requests).toHaveLength(1);
	});
});

describe.concurrent('Retry-After', () => {
	const forms: readonly (readonly [string, () => string])[] = [
		['seconds', () => '1'],
		['an HTTP-date', () => new Date(Date.now() + 2000).toUTCString()],
		['an ISO date-time', () => new Date(Date.now() + 1000).toISOString()],
	];

	test.for(forms)('as %s is waited for', async ([_, retryAfter]) => {
		const times: number[] = [];
		await using server = await serve((_request, response, count) => {
			times.push(performance.now());
			if (count === 1) {
				response.writeHead(429, {'retry-after': retryAfter()}).end();
			} else {
				response.end();
			}
		});
		await http.read({url: new URL(server.url), signal});
		const [first = 0, second = 0] = times;
		expect(second - first).toBeGreaterThan(900);
	});

	test.for(['61', new Date(Date.now() + 3_600_000).toISOString()])(
		'of %s is too long to wait: it is said at once',
		async retryAfter => {
			await using server = await serve((_, response) => {
				response.writeHead(429, {'retry-after': retryAfter}).end();
			});
			await expect(http.read({url: new URL(server.url), signal})).rejects.toThrow('with 429');
			expect(server.requests).toHaveLength(1);
		},
	);
});

describe('the network', () => {
	test('refuses the connection', async () => {
		const server = await serve(() => undefined);
		await server[Symbol.asyncDispose]();
		const {host} = new URL(server.url);
		await expect(http.read({url: new URL(server.url), signal})).rejects.toMatchObject({
			code: 'network',
			message: `Acme (${host}) could not be reached: the connection was refused`,
			hint: expect.stringContaining('Check the network'),
		});
	});

	test('speaks no TLS', async () => {
		await using server = await serve(() => undefined);
		const url = new URL(server.url.replace('http:', 'https:'));
		await expect(http.read({url, signal})).rejects.toMatchObject({
			code: 'network',
			message: expect.stringContaining('TLS'),
		});
	});

	test('is silent: each try is given up in time, and there are three', async () => {
		const impatient = createTestHttp({patience: {...quick, timeoutMs: 30}});
		await using server = await serve(() => undefined);
		await expect(impatient.read({url: new URL(server.url), signal})).rejects.toMatchObject({
			code: 'network',
			message: expect.stringContaining('did not answer in time'),
		});
		expect(server.requests).toHaveLength(3);
	});

	test('falls silent in the middle of an answer', async () => {
		const impatient = createTestHttp({patience: {...quick, stallMs: 30}});
		await using server = await serve((_, response) => response.write('{"half":'));
		const request = impatient.read({url: new URL(server.url), repeat: 'never', signal});
		await expect(request).rejects.toMatchObject({code: 'network'});
	});
});

describe('an answer that is too large', () => {
	test('is given up when it has no end', async () => {
		await using server = await serve((_, response) => {
			const send = (): void => {
				while (response.write(Buffer.alloc(16_384))) {
					// Until the socket wants a rest.
				}
			};
			response.on('drain', send);
			send();
		});
		const request = http.read({url: new URL(server.url), limitBytes: 2 ** 20, signal});
		await expect(request).rejects.toThrow('larger than the 1 MiB allowed');
		expect(server.requests).toHaveLength(1);
	});

	test('is given up when it only grows by being unpacked', async () => {
		await using server = await serve((_, response) => {
			response.setHeader('content-encoding', 'gzip');
			response.end(gzipSync(Buffer.alloc(4 * 2 ** 20)));
		});
		const request = http.read({url: new URL(server.url), limitBytes: 2 ** 20, signal});
		await expect(request).rejects.toThrow('larger than the 1 MiB allowed');
	});
});

describe('an abort', () => {
	const reason = new Error('the person has left');

	test('ends the wait for an answer', async () => {
		const controller = new AbortController();
		await using server = await serve(() => controller.abort(reason));
		const request = http.read({url: new URL(server.url), signal: controller.signal});
		await expect(request).rejects.toBe(reason);
	});

	test('ends the wait before a repetition', async () => {
		const controller = new AbortController();
		await using server = await serve((_, response) => {
			response.writeHead(429, {'retry-after': '50'}).end();
			response.on('close', () => controller.abort(reason));
		});
		const request = http.read({url: new URL(server.url), signal: controller.signal});
		await expect(request).rejects.toBe(reason);
	});

	test('ends an answer in the middle, and the connection with it', async () => {
		const controller = new AbortController();
		const closed = Promise.withResolvers<unknown>();
		await using server = await serve((_, response) => {
			response.write('a', () => controller.abort(reason));
			closed.resolve(once(response, 'close'));
		});
		const request = http.read({url: new URL(server.url), signal: controller.signal});
		await expect(request).rejects.toBe(reason);
		await closed.promise;
	});

	test('that came before sends nothing', async () => {
		await using server = await serve((_, response) => response.end());
		const request = http.read({url: new URL(server.url), signal: AbortSignal.abort(reason)});
		await expect(request).rejects.toBe(reason);
		expect(server.requests).toEqual([]);
	});
});

test('nothing is sent over plain http to another computer', async () => {
	const url = new URL('http://recscribe.invalid/secret-path');
	const request = http.read({url, headers: {authorization: 'Bearer secret'}, signal});
	await expect(request).rejects.toMatchObject({
		message: 'Acme gave an address that is not safe: http://recscribe.invalid',
	});
});

test('a redirect is not followed with credentials', async () => {
	await using elsewhere = await serve((_, response) => response.end('{}'));
	await using server = await serve((_, response) => {
		response.writeHead(302, {location: elsewhere.url}).end();
	});
	const request = http.read({
		url: new URL(server.url),
		headers: {authorization: 'Bearer secret'},
		signal,
	});
	await expect(request).rejects.toMatchObject({code: 'service'});
	expect(elsewhere.requests).toEqual([]);
});

test('no error holds what was sent in a header, however deep one looks', async () => {
	await using server = await serve((_, response) => response.socket?.resetAndDestroy());
	const headers = {authorization: 'Bearer secret'};
	const error: unknown = await http
		.read({url: new URL(server.url), repeat: 'never', headers, signal})
		.catch((reason: unknown) => reason);
	const {inspect} = await import('node:util');
	expect(error).toBeInstanceOf(UserError);
	expect(inspect(error, {depth: Number.POSITIVE_INFINITY, showHidden: true})).not.toContain(
		'secret',
	);
});

describe('what an answer holds', () => {
	test('is no data when it is a web page', async () => {
		await using server = await serve((_, response) => {
			response.setHeader('content-type', 'text/html');
			response.end('<html>Please sign in to the hotel’s network</html>');
		});
		const answer = await http.read({url: new URL(server.url), signal});
		expect(() => http.parseJson(answer)).toThrow(
			expect.objectContaining({code: 'service', message: expect.stringContaining('text/html')}),
		);
	});

	test('is named where it does not fit', () => {
		const schema = z.object({users: z.array(z.object({id: z.string()}))});
		expect(http.parse(schema, {users: [{id: 'a', more: 1}]})).toEqual({users: [{id: 'a'}]});
		expect(() => http.parse(schema, {users: [{id: 'a'}, {id: 7}]})).toThrow(
			expect.objectContaining({code: 'service', message: expect.stringContaining('users.1.id')}),
		);
	});
});

test('an opened answer is read only as far as one wants it', async () => {
	const closed = Promise.withResolvers<unknown>();
	await using server = await serve((_, response) => {
		response.write('first');
		closed.resolve(once(response, 'close'));
	});
	const response = await http.open({url: new URL(server.url), signal});
	const reader = response.body?.getReader();
	expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('first');
	await reader?.cancel();
	await closed.promise;
});
