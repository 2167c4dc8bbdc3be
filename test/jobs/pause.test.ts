import {expect, test} from 'vitest';
import {pause} from '../../source/jobs/pause.ts';

test('a pause ends at once when it is aborted, with the reason for that', async () => {
	const controller = new AbortController();
	const reason = new Error('given up');
	const waiting = pause(3_600_000, controller.signal);
	controller.abort(reason);
	await expect(waiting).rejects.toBe(reason);
	await expect(pause(0, controller.signal)).rejects.toBe(reason);
});

test('what lies in the past is no pause', async () => {
	await pause(-3_600_000, new AbortController().signal);
});
