import {setImmediate as immediate} from 'node:timers/promises';
import {beforeAll, describe, expect, test} from 'vitest';
import {type Fault, type Sandbox, startSandbox} from '../../source/sandbox/sandbox.ts';
import {askAssemblyAI, askZoom, fileOf, getToken, signedUrl} from './plain-client.ts';
import {sharedSandbox, today} from './shared-sandbox.ts';

const sandbox = sharedSandbox();
const users = {service: 'zoom', path: '/v2/users'} as const;
let token = '';
beforeAll(async () => {
	token = await getToken(sandbox.current);
});

async function askUsers() {
	return askZoom(sandbox.current, '/users', token);
}

test('befalls the next requests that match, and no others', async () => {
	const fault = sandbox.current.inject(
		{...users, skip: 1, times: 2},
		{type: 'answer', status: 503, body: ''},
	);
	expect((await askUsers()).status).toBe(200);
	expect((await askZoom(sandbox.current, '/users/me', token)).status).toBe(200);
	expect((await askUsers()).status).toBe(503);
	expect(fault.count).toBe(1);
	expect((await askUsers()).status).toBe(503);
	expect((await askUsers()).status).toBe(200);
	expect(fault.count).toBe(2);
});

test('can be taken back, and can be for an expression of paths', async () => {
	const fault = sandbox.current.inject(
		{method: 'GET', path: /^\/v2\/users/, times: 9},
		{type: 'answer', status: 500},
	);
	expect((await askUsers()).status).toBe(500);
	fault.remove();
	expect((await askUsers()).status).toBe(200);
});

test('another answer, with its own headers', async () => {
	sandbox.current.inject(users, {
		type: 'answer',
		status: 429,
		headers: {'retry-after': '2', 'content-type': 'application/json'},
		body: '{"code":429}',
	});
	const answer = await askUsers();
	expect(answer).toMatchObject({status: 429, body: {code: 429}});
	expect(answer.headers.get('retry-after')).toBe('2');
});

test('a delay changes nothing else', async () => {
	sandbox.current.inject(users, {type: 'delay', milliseconds: 60});
	const start = performance.now();
	expect((await askUsers()).status).toBe(200);
	expect(performance.now() - start).toBeGreaterThan(55);
});

test('slow bytes arrive in the end, all of them', async () => {
	const whole = await askUsers();
	const length = Number(whole.headers.get('content-length'));
	sandbox.current.inject(users, {type: 'slow', bytesPerSecond: length * 5});
	const start = performance.now();
	expect((await askUsers()).body).toEqual(whole.body);
	expect(performance.now() - start).toBeGreaterThan(120);
});

test('a body that ends too early, as if it were whole', async () => {
	sandbox.current.inject(users, {type: 'cut', afterBytes: 40, end: 'clean'});
	const response = await fetch(`${sandbox.current.environment.ZOOM_API_URL}/users`, {
		headers: {authorization: `Bearer ${token}`},
	});
	expect(await response.text()).toHaveLength(40);
});

test('a body that breaks off', async () => {
	const url = await signedUrl(
		sandbox.current,
		fileOf(sandbox.current.world.find('first-choice'), 'M4A'),
	);
	sandbox.current.inject({service: 'zoom-media'}, {type: 'cut', afterBytes: 300_000, end: 'reset'});
	const {body} = await fetch(url);
	let received = 0;
	await expect(
		(async () => {
			for await (const chunk of body ?? []) {
				received += chunk.length;
			}
		})(),
	).rejects.toThrow();
	expect(received).toBeLessThanOrEqual(300_000);
});

describe('a request that is acted on or not', () => {
	async function submitWith(fault: Fault): Promise<Sandbox> {
		const own = await startSandbox({now: today});
		const {body} = await askAssemblyAI(own, '/v2/upload', {
			body: new TextEncoder().encode('ID3 sound'),
		});
		own.inject({service: 'assemblyai', method: 'POST', path: '/v2/transcript'}, fault);
		const answer = askAssemblyAI(own, '/v2/transcript', {json: {audio_url: body.upload_url}});
		if (fault.type === 'answer') {
			expect((await answer).status).toBe(fault.status);
		} else {
			await expect(answer).rejects.toThrow('fetch failed');
		}
		return own;
	}

	test.each<[Fault, number]>([
		[{type: 'reset', when: 'before'}, 0],
		[{type: 'reset', when: 'after'}, 1],
		[{type: 'silence', when: 'before', milliseconds: 20}, 0],
		[{type: 'silence', when: 'after', milliseconds: 20}, 1],
		[{type: 'answer', status: 500}, 0],
		[{type: 'answer', status: 504, when: 'after'}, 1],
	])('%o: submissions %i', async (fault, count) => {
		await using own = await submitWith(fault);
		expect(own.submissions).toHaveLength(count);
		const {body} = await askAssemblyAI(own, '/v2/transcript');
		expect(body.transcripts).toHaveLength(count);
	});
});

test('an upload that breaks off leaves nothing behind', async () => {
	sandbox.current.inject({path: '/v2/upload'}, {type: 'reset-upload', afterBytes: 500_000});
	const endless = new ReadableStream<Uint8Array>({
		async pull(controller) {
			await immediate();
			controller.enqueue(new Uint8Array(65_536));
		},
	});
	await expect(askAssemblyAI(sandbox.current, '/v2/upload', {body: endless})).rejects.toThrow(
		'fetch failed',
	);
});

test('silence lasts until the client leaves', async () => {
	sandbox.current.inject(users, {type: 'silence', when: 'before'});
	const {environment} = sandbox.current;
	await expect(
		fetch(`${environment.ZOOM_API_URL}/users`, {signal: AbortSignal.timeout(50)}),
	).rejects.toThrow('timeout');
});
