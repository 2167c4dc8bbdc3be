import {expect, test} from 'vitest';
import {withinTime} from '../../source/tui/time-limit.ts';

test('gives what the work gives, nothing of it included', () => {
	expect(withinTime(1000, () => 'done')).toEqual({value: 'done'});
	expect(withinTime(1000, () => undefined)).toEqual({value: undefined});
});

test('stops a regular expression that would run for ever, and works again', () => {
	const started = performance.now();
	expect(withinTime(20, () => /^(a+)+$/u.test(`${'a'.repeat(60)}b`))).toBeUndefined();
	expect(performance.now() - started).toBeLessThan(5000);
	expect(withinTime(1000, () => 1)).toEqual({value: 1});
});

test('throws what the work throws, as it is', () => {
	const error = new RangeError('no');
	expect(() =>
		withinTime(1000, () => {
			throw error;
		}),
	).toThrow(error);
});
