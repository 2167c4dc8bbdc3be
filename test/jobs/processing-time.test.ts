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
