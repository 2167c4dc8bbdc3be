import {expect, test} from 'vitest';
import {showBytes, showDayRange, showMinutes, showMoment} from '../source/measures.ts';

test.each([
	[0, '0 B'],
	[999, '999 B'],
	[1000, '1.0 kB'],
	[42_400_000, '42 MB'],
	[1_400_000_000, '1.4 GB'],
	[2e15, '2000 TB'],
])('%d bytes are %s', (bytes, shown) => {
	expect(showBytes(bytes)).toBe(shown);
});

test.each([
	[0, '0 min'],
	[48, '48 min'],
	[60, '1 h'],
	[605, '10 h 5 min'],
])('%d minutes are %s', (minutes, shown) => {
	expect(showMinutes(minutes)).toBe(shown);
});

test.each([
	['2026-11-24', '2026-11-24', '24 Nov 2026'],
	['2026-11-01', '2026-11-24', '1–24 Nov 2026'],
	['2026-10-26', '2026-11-24', '26 Oct – 24 Nov 2026'],
	['2025-12-31', '2026-01-01', '31 Dec 2025 – 1 Jan 2026'],
])('%s to %s is %s', (from, to, shown) => {
	expect(showDayRange(from, to)).toBe(shown);
});

test('a moment is in the local time zone', () => {
	expect(showMoment(new Date(2026, 10, 24, 14, 5))).toBe('Tue 24 Nov 2026 14:05');
});
