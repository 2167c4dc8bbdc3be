import {expect, test} from 'vitest';
import {probe} from '../../source/http/probe.ts';
import {serve} from '../support/serve.ts';

const {signal} = new AbortController();

test('a host answers whatever it says, and is asked for its first page alone', async () => {
	await using host = await serve((request, response) => {
		expect(request.headers.authorization).toBeUndefined();
		response.writeHead(404).end();
	});
	const result = await probe(new URL(`${host.url}/v2/secret?key=1`), {signal});
	expect(result).toMatchObject({status: 'answers', milliseconds: expect.any(Number)});
	expect(host.requests).toEqual(['HEAD /']);
});

test.each([0, 3_600_000, -3_600_000])(
	'tells by how much the clock is ahead: %i ms',
	async ahead => {
		await using host = await serve((_, response) => {
			response.setHeader('date', new Date(Date.now() - ahead).toUTCString());
			response.end();
		});
		const result = await probe(new URL(host.url), {signal});
		const {clockAheadMs = Number.NaN} = result.status === 'answers' ? result : {};
		expect(Math.abs(clockAheadMs - ahead)).toBeLessThan(1500);
	},
);

test('a host without a date says nothing about the clock', async () => {
	await using host = await serve((_, response) => {
		response.sendDate = false;
		response.end();
	});
	expect(await probe(new URL(host.url), {signal})).toMatchObject({clockAheadMs: undefined});
});

test('a host that is not there, falls silent or is not safe is named as such', async () => {
	const host = await serve(() => undefined);
	const silent = await probe(new URL(host.url), {signal, timeoutMs: 50});
	expect(silent).toMatchObject({status: 'silent', reason: expect.stringContaining('no answer')});
	await host[Symbol.asyncDispose]();
	expect(await probe(new URL(host.url), {signal})).toMatchObject({
		status: 'silent',
		reason: 'the connection was refused',
	});
	expect(await probe(new URL('http://example.com'), {signal})).toMatchObject({
		status: 'silent',
		reason: 'the address is not safe',
	});
});

test('stops when it is told to', async () => {
	await using host = await serve(() => undefined);
	const controller = new AbortController();
	const reason = new Error('enough');
	const result = probe(new URL(host.url), {signal: controller.signal});
	controller.abort(reason);
	await expect(result).rejects.toBe(reason);
});
