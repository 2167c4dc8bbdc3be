import {describe, expect, test} from 'vitest';
import {createScheduler, type RateLabel} from '../../source/zoom/rate-limits.ts';
import {ZoomError} from '../../source/zoom/zoom-error.ts';

const {signal} = new AbortController();
const plan = 'free';

function refusal(retryAfterMs?: number): ZoomError {
	return new ZoomError('too many', {code: 'rate-limited', remedy: 'slow-down', retryAfterMs});
}

/** The most that started within any second. */
function busiestSecond(starts: readonly number[]): number {
	return Math.max(
		...starts.map(first => starts.filter(start => start >= first && start < first + 1000).length),
	);
}

describe.concurrent('requests', () => {
	test.each<[RateLabel, number]>([
		['light', 4],
		['medium', 2],
		['heavy', 1],
	])('labelled %s start at most %i in a second, in their order', async (label, limit) => {
		const scheduler = createScheduler({plan, backoffMs: 1});
		const starts: number[] = [];
		const order: number[] = [];
		const all = Array.from({length: limit * 2 + 1}, (_, index) =>
			scheduler.run(label, signal, async () => {
				starts.push(performance.now());
				order.push(index);
			}),
		);
		await Promise.all(all);
		expect(busiestSecond(starts)).toBe(limit);
		expect(order).toEqual(order.toSorted((a, b) => a - b));
	});

	test('run side by side, and each label has a limit of its own', async () => {
		const scheduler = createScheduler({plan: 'pro', backoffMs: 1});
		let running = 0;
		let most = 0;
		const gate = Promise.withResolvers<void>();
		const act = async () => {
			running++;
			most = Math.max(most, running);
			if (running === 60) {
				gate.resolve();
			}
			await gate.promise;
		};
		await Promise.all(
			(['light', 'medium', 'heavy'] as const).flatMap(label =>
				Array.from({length: {light: 30, medium: 20, heavy: 10}[label]}, () =>
					scheduler.run(label, signal, act),
				),
			),
		);
		expect(most).toBe(60);
	});

	test('leave the queue when they are aborted, and hold up nobody', async () => {
		const scheduler = createScheduler({plan, backoffMs: 1});
		const controller = new AbortController();
		await scheduler.run('heavy', signal, async () => undefined);
		const reason = new Error('left');
		const left = scheduler.run('heavy', controller.signal, async () => 'never');
		const stays = scheduler.run('heavy', signal, async () => 'done');
		controller.abort(reason);
		await expect(left).rejects.toBe(reason);
		expect(await stays).toBe('done');
	});
});

describe.concurrent('a refusal for this second', () => {
	test('is repeated until Zoom takes it, after the time that it names', async () => {
		const scheduler = createScheduler({plan: 'business', backoffMs: 1});
		const starts: number[] = [];
		const answer = await scheduler.run('medium', signal, async () => {
			starts.push(performance.now());
			if (starts.length <= 2) {
				throw refusal(200);
			}
			return 'answer';
		});
		expect(answer).toBe('answer');
		const [first = 0, second = 0, third = 0] = starts;
		expect(second - first).toBeGreaterThanOrEqual(199);
		expect(third - second).toBeGreaterThanOrEqual(199);
	});

	test('halves the rate of its label, for all', async () => {
		const scheduler = createScheduler({plan, backoffMs: 1});
		let isRefused = true;
		await scheduler.run('light', signal, async () => {
			if (isRefused) {
				isRefused = false;
				throw refusal();
			}
		});
		const starts: number[] = [];
		await Promise.all(
			Array.from({length: 3}, () =>
				scheduler.run('light', signal, async () => {
					starts.push(performance.now());
				}),
			),
		);
		expect(busiestSecond(starts)).toBeLessThanOrEqual(2);
	});

	test('again and again is an error in the end', async () => {
		const scheduler = createScheduler({plan: 'business', backoffMs: 0.01});
		let count = 0;
		const error = refusal();
		const result = scheduler.run('light', signal, async () => {
			count++;
			throw error;
		});
		await expect(result).rejects.toBe(error);
		expect(count).toBe(9);
	});

	test('and no other error is repeated', async () => {
		const scheduler = createScheduler({plan, backoffMs: 1});
		const error = new ZoomError('daily', {code: 'rate-limited', retryAfterMs: 3_600_000});
		let count = 0;
		const result = scheduler.run('light', signal, async () => {
			count++;
			throw error;
		});
		await expect(result).rejects.toBe(error);
		expect(count).toBe(1);
	});
});

describe.concurrent('rate headers', () => {
	async function startsAfter(headers: Record<string, string>, label?: RateLabel) {
		const scheduler = createScheduler({plan, backoffMs: 1});
		scheduler.observe(new Headers(headers), label);
		const told = performance.now();
		const starts: number[] = [];
		await Promise.all(
			Array.from({length: 3}, () =>
				scheduler.run('light', signal, async () => {
					starts.push(performance.now() - told);
				}),
			),
		);
		return starts;
	}

	test('with a smaller limit than the plan’s are heeded', async () => {
		const headers = {'x-ratelimit-category': 'Light', 'x-ratelimit-limit': '2'};
		expect(busiestSecond(await startsAfter(headers))).toBe(2);
	});

	test('that say that nothing is left of this second hold back the next', async () => {
		const [first] = await startsAfter(
			{'x-ratelimit-type': 'QPS', 'x-ratelimit-remaining': '0'},
			'light',
		);
		expect(first).toBeGreaterThanOrEqual(1000);
	});

	test.each([
		{},
		{'x-ratelimit-category': 'Heavy', 'x-ratelimit-remaining': '0'},
		{'x-ratelimit-type': 'Daily-limit', 'x-ratelimit-remaining': '0'},
		{'x-ratelimit-limit': '9000', 'x-ratelimit-remaining': 'many'},
	])('without a word on this label change nothing: %o', async headers => {
		const [first, , last] = await startsAfter(headers, 'light');
		expect(first).toBeLessThan(900);
		expect(last).toBeLessThan(900);
	});
});
