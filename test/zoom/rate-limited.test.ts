import {describe, expect, test} from 'vitest';
import {planLimits, type RateLimits} from '../../source/sandbox/sandbox.ts';
import {collect, openSandbox} from './sandboxed.ts';
import {busiestSecond} from './simulated-zoom.ts';

const {signal} = new AbortController();
const free = {light: 4, medium: 2, heavy: 1} as const;

function countRefused(requests: readonly {readonly status: number | undefined}[]): number {
	return requests.filter(({status}) => status === 429).length;
}

describe.concurrent('an account with few requests per second', () => {
	test('refuses none when its plan is known', async () => {
		await using sandboxed = await openSandbox(
			{rateLimits: {...free, hasHeaders: false}},
			{plan: 'free'},
		);
		const {zoom, sandbox} = sandboxed;
		const users = await Promise.all(Array.from({length: 10}, () => zoom.getUser('me', signal)));
		expect(countRefused(sandbox.requests)).toBe(0);
		expect(users).toHaveLength(10);
	});

	test('counts what has to be sent once more', async () => {
		await using sandboxed = await openSandbox({}, {plan: 'free'});
		const {zoom, sandbox} = sandboxed;
		sandbox.inject({path: '/v2/users/me', times: 6}, {type: 'answer', status: 503});
		await Promise.all(Array.from({length: 6}, () => zoom.getUser('me', signal)));
		const asked = sandbox.requests.filter(({path}) => path === '/v2/users/me');
		expect(asked).toHaveLength(12);
		expect(busiestSecond(asked.map(({time}) => time))).toBeLessThanOrEqual(free.light);
	});

	test('counts what has to be sent once more with a new token', async () => {
		await using sandboxed = await openSandbox({}, {plan: 'free'});
		const {zoom, sandbox} = sandboxed;
		await zoom.getUser('me', signal);
		sandbox.expireTokens();
		await Promise.all(Array.from({length: 4}, () => zoom.getUser('me', signal)));
		const asked = sandbox.requests.filter(({path}) => path === '/v2/users/me');
		expect(asked.length).toBeGreaterThan(5);
		expect(busiestSecond(asked.map(({time}) => time))).toBeLessThanOrEqual(free.light);
	});

	test.each<[string, RateLimits]>([
		['with headers', {...free, hasHeaders: true}],
		['without headers', {...free, hasHeaders: false}],
	])('is answered in the end also when a larger plan was expected, %s', async (_, rateLimits) => {
		await using sandboxed = await openSandbox({rateLimits}, {patience: {backoffMs: 200}});
		const {zoom, sandbox} = sandboxed;
		const users = await Promise.all(Array.from({length: 12}, () => zoom.getUser('me', signal)));
		expect(users).toHaveLength(12);
		expect(countRefused(sandbox.requests)).toBeGreaterThan(0);
	});

	test('slows down by the headers alone, before anything is refused', async () => {
		await using sandboxed = await openSandbox({rateLimits: {...free, hasHeaders: true}});
		const {zoom, sandbox} = sandboxed;
		await zoom.getUser('me', signal);
		await Promise.all(Array.from({length: 11}, () => zoom.getUser('me', signal)));
		// All at once, seven were refused or more.
		expect(countRefused(sandbox.requests)).toBeLessThanOrEqual(4);
	});
});

test('a whole account is listed user by user without a refusal', async () => {
	await using sandboxed = await openSandbox(
		{rateLimits: {...planLimits.pro, hasHeaders: false}, isPaid: false, latencyMs: 30},
		{plan: 'pro'},
	);
	const {zoom, sandbox} = sandboxed;
	const range = {from: '2026-08-26', to: '2026-11-24'};
	await collect(zoom.listEveryonesMeetings(range, signal));
	expect(sandbox.requests.length).toBeGreaterThan(55);
	expect(countRefused(sandbox.requests)).toBe(0);
});

test.each([true, false])(
	'the end of the day’s requests is said (headers: %s)',
	async hasHeaders => {
		await using sandboxed = await openSandbox({
			rateLimits: {light: 99, medium: 99, heavy: 99, daily: 2, hasHeaders},
		});
		const {zoom, sandbox} = sandboxed;
		await zoom.getUser('me', signal);
		await zoom.getUser('me', signal);
		await expect(zoom.getUser('me', signal)).rejects.toMatchObject({
			code: 'rate-limited',
			message: expect.stringContaining('Zoom’s limit of requests for today is reached'),
			hint: expect.stringMatching(
				hasHeaders ? /^It ends in (?:\d+ h|\d+ min)/ : /^It ends within a day/,
			),
		});
		// Refused once, and not asked again for nothing.
		await expect.poll(() => countRefused(sandbox.requests)).toBe(1);
		expect(sandbox.requests).toHaveLength(4);
		sandbox.advance(24 * 3_600_000);
		expect(await zoom.getUser('me', signal)).toMatchObject({status: 'active'});
	},
);
