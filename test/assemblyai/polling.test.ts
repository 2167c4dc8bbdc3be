import {expect, test} from 'vitest';
import {AssemblyAIError} from '../../source/assemblyai/assemblyai-error.ts';
import {pollIntervalMs, pollTranscript} from '../../source/assemblyai/polling.ts';

test('the first answers come close together, later ones ever less so', () => {
	const minutes = [0, 0.05, 0.5, 2, 10, 100].map(minute => pollIntervalMs(minute * 60_000));
	expect(minutes).toEqual([1000, 1000, 3000, 5000, 10_000, 10_000]);
});

test('a short recording is seen within a second, an hour’s wait costs few questions', () => {
	const countUntil = (endMs: number) => {
		let [elapsedMs, count] = [0, 1];
		while (elapsedMs < endMs) {
			elapsedMs += pollIntervalMs(elapsedMs);
			count++;
		}
		return {count, delayMs: elapsedMs - endMs};
	};
	expect(countUntil(3500).delayMs).toBeLessThan(1000);
	expect(countUntil(3_600_000).count).toBeLessThan(420);
});

test('the time that AssemblyAI asks for is waited', async () => {
	const askedAt: number[] = [];
	const ask = async () => {
		askedAt.push(performance.now());
		if (askedAt.length === 1) {
			throw new AssemblyAIError('limit', {code: 'rate-limited', retryAfterMs: 80});
		}
		return {status: 'completed', id: 'a', rawJson: '{}'} as const;
	};
	const {signal} = new AbortController();
	for await (const answer of pollTranscript(ask, {signal, intervalMs: () => 1})) {
		expect(answer.status).toBe('completed');
	}
	const [first = 0, second = 0] = askedAt;
	expect(second - first).toBeGreaterThan(75);
});

test('a bug is no fault that may pass', async () => {
	const ask = async () => {
		throw new TypeError('bug');
	};
	const {signal} = new AbortController();
	await expect(pollTranscript(ask, {signal, intervalMs: () => 1}).next()).rejects.toThrow('bug');
});
