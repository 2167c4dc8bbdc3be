import {describe, expect, test} from 'vitest';
import {
	createScheduler,
	type RateLabel,
	type SchedulerOptions,
} from '../../source/zoom/rate-limits.ts';
import {ZoomError} from '../../source/zoom/zoom-error.ts';
import {busiestSecond, simulateClock} from './simulated-zoom.ts';

const {signal} = new AbortController();

function refusal(retryAfterMs?: number): ZoomError {
	return new ZoomError('too many', {code: 'rate-limited', remedy: 'slow-down', retryAfterMs});
}

/** A scheduler in a time of its own; `send` is a request that is answered at once, and says when it was. */
function schedule(options: Partial<SchedulerOptions> = {}) {
	const clock = simulateClock();
	const scheduler = createScheduler({plan: 'free', backoffMs: 1, ...options, clock});
	return {
		clock,
		scheduler,
		send: (label: RateLabel) => scheduler.run(label, signal, async () => clock.now()),
	};
}

describe('requests', () => {
	test.each<[RateLabel, number]>([
		['light', 4],
		['medium', 2],
		['heavy', 1],
	])('labelled %s start at most %i in a second, in their order', async (label, limit) => {
		const {clock, send} = schedule();
		const order: number[] = [];
		const all = Array.from({length: limit * 2 + 1}, async (_, index) => {
			const start = await send(label);
			order.push(index);
			return start;
		});
		expect(busiestSecond(await clock.run(Promise.all(all)))).toBe(limit);
		expect(order).toEqual(order.toSorted((a, b) => a - b));
	});

	test('run side by side, and each label has a limit of its own', async () => {
		const {scheduler} = schedule({plan: 'pro'});
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
		const {clock, scheduler, send} = schedule();
		const controller = new AbortController();
		await send('heavy');
		const reason = new Error('left');
		const left = scheduler.run('heavy', controller.signal, async () => 'never');
		const stays = send('heavy');
		controller.abort(reason);
		await expect(left).rejects.toBe(reason);
		expect(await clock.run(stays)).toBeLessThan(1100);
	});
});

describe('a refusal for this second', () => {
	test('is repeated until Zoom takes it, after the time that it names', async () => {
		const {clock, scheduler} = schedule({plan: 'business'});
		const starts: number[] = [];
		const answer = scheduler.run('medium', signal, async () => {
			starts.push(clock.now());
			if (starts.length <= 2) {
				throw refusal(200);
			}
			return 'answer';
		});
		expect(await clock.run(answer)).toBe('answer');
		expect(starts).toEqual([0, 200, 400]);
	});

	test('halves the rate of its label, for all', async () => {
		const {clock, scheduler, send} = schedule();
		let isRefused = true;
		const refused = scheduler.run('light', signal, async () => {
			if (isRefused) {
				isRefused = false;
				throw refusal();
			}
		});
		await clock.run(refused);
		const starts = await clock.run(Promise.all(Array.from({length: 3}, () => send('light'))));
		expect(busiestSecond(starts)).toBe(2);
	});

	test('again and again is an error in the end', async () => {
		const {clock, scheduler} = schedule({plan: 'business'});
		let count = 0;
		const error = refusal();
		const result = scheduler.run('light', signal, async () => {
			count++;
			throw error;
		});
		await expect(clock.run(result)).rejects.toBe(error);
		expect(count).toBe(9);
	});

	test('and no other error is repeated', async () => {
		const {scheduler} = schedule();
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

describe('rate headers', () => {
	function startsAfter(headers: Record<string, string>, label?: RateLabel) {
		const {clock, scheduler, send} = schedule();
		scheduler.observe(new Headers(headers), label);
		return clock.run(Promise.all(Array.from({length: 3}, () => send('light'))));
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
		expect([first, last]).toEqual([0, 0]);
	});
});
