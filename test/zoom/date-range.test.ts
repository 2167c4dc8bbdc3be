import {describe, expect, test} from 'vitest';
import {lastDays, parseDay, toDateRange} from '../../source/zoom/date-range.ts';

const now = new Date(2026, 10, 24, 23, 30);

describe('lastDays', () => {
	test('ends today and counts both ends', () => {
		expect(lastDays(7, now)).toEqual({from: '2026-11-18', to: '2026-11-24'});
		expect(lastDays(1, now)).toEqual({from: '2026-11-24', to: '2026-11-24'});
	});
});

describe('parseDay', () => {
	test('takes a day with or without leading zeros', () => {
		expect(parseDay(' 2026-2-8 ')).toBe('2026-02-08');
		expect(parseDay('2024-02-29')).toBe('2024-02-29');
	});

	test.each(['2026-02-30', '2026-13-01', '24.11.2026', 'yesterday', ''])('refuses %j', text => {
		expect(() => parseDay(text)).toThrow('is not a date');
	});
});

describe('toDateRange', () => {
	test('without anything, the last 30 days', () => {
		expect(toDateRange({}, now)).toEqual({from: '2026-10-26', to: '2026-11-24'});
	});

	test('with an end alone, the 30 days before it', () => {
		expect(toDateRange({to: '2026-03-31'}, now)).toEqual({from: '2026-03-02', to: '2026-03-31'});
	});

	test('refuses a start after the end', () => {
		expect(() => toDateRange({from: '2026-12-01'}, now)).toThrow('after its end');
	});
});
