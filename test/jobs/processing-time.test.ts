import {describe, expect, test} from 'vitest';
import {createProcessingTimes, nextDelayMs} from '../../source/jobs/processing-time.ts';

const hour = 3600;

/** How many questions it takes until an answer at `endMs`, and how long that one comes after it. */
function poll(endMs: number, time: ReturnType<ReturnType<typeof createProcessingTimes>>) {
	let [elapsedMs, count] = [0, 0];
	while (elapsedMs < endMs) {
		elapsedMs += nextDelayMs(elapsedMs, time);
		count++;
	}

	return {count, delayMs: elapsedMs - endMs};
}

test('without a past it is assumed, and asked steadily', () => {
	const time = createProcessingTimes([])(hour);
	expect(time.basis).toBe('assumed');
	expect(time.likelyMs).toBeGreaterThan(30_000);
	expect(time.likelyMs).toBeLessThan(60_000);
	expect(poll(4000, time).delayMs).toBeLessThanOrEqual(1000);
	expect(poll(40_000, time).delayMs).toBeLessThanOrEqual(3000);
});

test('the past is known from five on, whatever their order, and says early, likely and late', () => {
	// What is assumed for no audio at all is 12 s: so these are ratios of 1 to 5 times that.
	const past = [3, 5, 1, 4, 2].map(ratio => ({audioSeconds: 0, processingMs: 12_000 * ratio}));
	expect(createProcessingTimes(past)(0)).toEqual({
		earlyMs: 12_000,
		likelyMs: 36_000,
		lateMs: 60_000,
		basis: 'past',
	});
	expect(createProcessingTimes(past.slice(1))(0).basis).toBe('assumed');
});

test.each([
	// With a past: once soon, then not before it is likely, at most half a minute later.
	['at the beginning', 0, 2000],
	['just before it is worth it', 89_000, 1000],
	['long before', 10_000, 30_000],
	['where it is likely', 100_000, 3000],
	['where it is late', 480_000 + 100_000, 8000],
	['where it is very late', 10_000_000, 15_000],
])('%s, the next question comes after that', (_, elapsedMs, delayMs) => {
	const time = {earlyMs: 100_000, likelyMs: 200_000, lateMs: 400_000, basis: 'past'} as const;
	expect(nextDelayMs(elapsedMs, time)).toBe(delayMs);
	// In a world that runs faster, all of it does.
	const fast = {...time, earlyMs: 1000, likelyMs: 2000, lateMs: 4000};
	expect(nextDelayMs(elapsedMs / 100, fast, 0.01)).toBeCloseTo(delayMs / 100, 6);
});

test('without a past it is asked each second at first, then every three', () => {
	const time = {earlyMs: 1000, likelyMs: 2000, lateMs: 40_000, basis: 'assumed'} as const;
	expect([0, 4999, 5000, 40_000].map(elapsedMs => nextDelayMs(elapsedMs, time))).toEqual([
		1000, 1000, 3000, 3000,
	]);
});

describe('with a past', () => {
	// A tenth of the recording's length, give or take a fifth.
	const past = Array.from({length: 20}, (_, index) => {
		const audioSeconds = 1800 + index * 100;
		return {audioSeconds, processingMs: audioSeconds * 100 * (0.8 + 0.02 * index)};
	});
	const time = createProcessingTimes(past)(hour);

	test('it is learned', () => {
		expect(time.basis).toBe('past');
		expect(time.likelyMs).toBeGreaterThan(250_000);
		expect(time.likelyMs).toBeLessThan(450_000);
		expect(time.earlyMs).toBeLessThan(time.likelyMs);
		expect(time.lateMs).toBeGreaterThan(time.likelyMs);
	});

	test('there are few questions early, and close ones near the end', () => {
		const early = poll(0.9 * time.earlyMs - 1, time);
		expect(early.count).toBeLessThan(15);
		const likely = poll(time.likelyMs, time);
		expect(likely.delayMs).toBeLessThanOrEqual(3000);
		expect(likely.count).toBeLessThan(time.likelyMs / 3000);
	});

	test('what fails at once is seen soon', () => {
		expect(poll(500, time).delayMs).toBeLessThanOrEqual(2000);
	});

	test('what is very late is asked ever less often', () => {
		expect(poll(4 * 3_600_000, time).count).toBeLessThan(1200);
		expect(nextDelayMs(10 * 3_600_000, time)).toBe(15_000);
	});
});

test('a delay is always one', () => {
	for (const audioSeconds of [0, 1, 60, hour, 10 * hour]) {
		for (const past of [[], Array(5).fill({audioSeconds: 60, processingMs: 1})]) {
			const time = createProcessingTimes(past)(audioSeconds);
			for (let elapsedMs = 0; elapsedMs < 100_000; elapsedMs += 777) {
				expect(nextDelayMs(elapsedMs, time)).toBeGreaterThan(100);
			}
		}
	}
});
