import fc from 'fast-check';
import {expect, test} from 'vitest';
import {formatCueTime, formatTime, parseTime} from '../../source/transcripts/time.ts';

test.each([
	[0, '0:00'],
	[999, '0:00'],
	[7000, '0:07'],
	[723_999, '12:03'],
	[3_750_000, '1:02:30'],
	[360_000_000, '100:00:00'],
	[-5, '0:00'],
	[Number.NaN, '0:00'],
])('%d ms is shown as %s', (timeMs, expected) => {
	expect(formatTime(timeMs)).toBe(expected);
});

test('cue times have milliseconds', () => {
	expect(formatCueTime(3_750_042, ',')).toBe('01:02:30,042');
	expect(formatCueTime(3_750_042.4, '.')).toBe('01:02:30.042');
	expect(formatCueTime(59_999.6, '.')).toBe('00:01:00.000');
	expect(formatCueTime(360_000_000, '.')).toBe('100:00:00.000');
});

const twoHoursMs = 7_200_000;

test.each([
	['1:02:30', 3_750_000],
	['12:03', 723_000],
	['90:00', 5_400_000],
	['62m', 3_720_000],
	['62', 3_720_000],
	['1h 2m 30s', 3_750_000],
	['1.5h', 5_400_000],
	['90s', 90_000],
	['5 min', 300_000],
	[' 50% ', 3_600_000],
	['12.5%', 900_000],
	['100:00:00', twoHoursMs],
	['250%', twoHoursMs],
])('%s means %d ms', (text, expected) => {
	expect(parseTime(text, twoHoursMs)).toBe(expected);
});

test.each(['', ' ', 'noon', '1:2:3:4', '12:75', '-5', '%', '1h2', 'h'])(
	'%j means no time',
	text => {
		expect(parseTime(text, twoHoursMs)).toBeUndefined();
	},
);

test('what is shown leads back to the same second', () => {
	fc.assert(
		fc.property(fc.nat({max: 400_000_000}), timeMs => {
			const second = Math.floor(timeMs / 1000) * 1000;
			expect(parseTime(formatTime(timeMs), Number.MAX_SAFE_INTEGER)).toBe(second);
		}),
	);
});
