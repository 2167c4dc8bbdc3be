import fc from 'fast-check';
import {afterEach, describe, expect, test} from 'vitest';
import {
	firstSearchedDay,
	isWithin,
	remainderOf,
	toUtcWindows,
} from '../../source/zoom/date-windows.ts';

const dayMs = 86_400_000;
const zone = process.env['TZ'];

afterEach(() => {
	if (zone === undefined) {
		delete process.env['TZ'];
	} else {
		process.env['TZ'] = zone;
	}
});

function toDay(number: number): string {
	return new Date(number * dayMs).toISOString().slice(0, 10);
}

function toNumber(day: string): number {
	return Date.parse(day) / dayMs;
}

const dayNumber = fc.integer({min: toNumber('1990-01-01'), max: toNumber('2090-12-31')});

describe('the windows of a range', () => {
	test('of 30 days reach one day further at each end', () => {
		expect(toUtcWindows({from: '2026-10-26', to: '2026-11-24'})).toEqual([
			{from: '2026-10-27', to: '2026-11-25'},
			{from: '2026-10-25', to: '2026-10-26'},
		]);
	});

	test('hold every day once, newest first, 30 at most', () => {
		fc.assert(
			fc.property(dayNumber, fc.nat(2000), (first, length) => {
				const windows = toUtcWindows({from: toDay(first), to: toDay(first + length)});
				let next = first + length + 1;
				for (const {from, to} of windows) {
					expect(toNumber(to)).toBe(next);
					expect(toNumber(to) - toNumber(from)).toBeLessThan(30);
					next = toNumber(from) - 1;
				}
				expect(next).toBe(first - 2);
			}),
		);
	});

	test('are none when it ends before it begins', () => {
		expect(toUtcWindows({from: '2026-11-24', to: '2026-11-23'})).toEqual([]);
	});
});

describe('a window that Zoom cut', () => {
	const window = {from: '2026-10-01', to: '2026-10-30'};

	test.each([
		['2026-10-01', undefined],
		['2026-09-01', undefined],
		['2026-10-12', {from: '2026-10-01', to: '2026-10-12'}],
		['2026-10-12T00:00:00Z', {from: '2026-10-01', to: '2026-10-12'}],
		['2026-10-30', {from: '2026-10-01', to: '2026-10-29'}],
		['2026-11-12', undefined],
		['the twelfth', undefined],
		[undefined, undefined],
	])('at %s leaves %o', (echoed, expected) => {
		expect(remainderOf(window, firstSearchedDay(window, echoed))).toEqual(expected);
	});

	test('is searched whole in the end, wherever it is cut', () => {
		const cut = fc.record({length: fc.integer({min: 1, max: 30}), kept: fc.nat(40)});
		fc.assert(
			fc.property(dayNumber, cut, (first, {length, kept}) => {
				let rest: ReturnType<typeof remainderOf> = {
					from: toDay(first),
					to: toDay(first + length - 1),
				};
				const searched = new Set<string>();
				for (let round = 0; rest !== undefined; round++) {
					expect(round).toBeLessThan(35);
					const echoed = toDay(Math.max(toNumber(rest.from), toNumber(rest.to) - kept));
					const from = firstSearchedDay(rest, echoed);
					for (let day = toNumber(from); day <= toNumber(rest.to); day++) {
						searched.add(toDay(day));
					}
					rest = remainderOf(rest, from);
				}
				expect(searched.size).toBe(length);
			}),
		);
	});
});

describe('a moment is within the days of the person’s own time zone', () => {
	const range = {from: '2026-03-29', to: '2026-03-29'};

	test.each([
		['Pacific/Auckland', '2026-03-28T10:59:59Z', false],
		['Pacific/Auckland', '2026-03-28T11:00:00Z', true],
		['Pacific/Auckland', '2026-03-29T10:59:59Z', true],
		['Pacific/Auckland', '2026-03-29T11:00:00Z', false],
		['America/Los_Angeles', '2026-03-29T06:59:59Z', false],
		['America/Los_Angeles', '2026-03-30T06:59:59Z', true],
		// The clocks go forward on this day: it has 23 hours.
		['Europe/Berlin', '2026-03-28T23:00:00Z', true],
		['Europe/Berlin', '2026-03-29T21:59:59Z', true],
		['Europe/Berlin', '2026-03-29T22:00:00Z', false],
	])('in %s %s: %s', (timeZone, moment, expected) => {
		process.env['TZ'] = timeZone;
		expect(isWithin(new Date(moment), range)).toBe(expected);
	});

	test('and then always on a UTC day that was asked for', () => {
		fc.assert(
			fc.property(
				fc.constantFrom('Pacific/Kiritimati', 'Pacific/Niue', 'Asia/Kathmandu', 'UTC'),
				dayNumber,
				fc.integer({min: -3 * dayMs, max: 3 * dayMs}),
				(timeZone, day, offset) => {
					process.env['TZ'] = timeZone;
					const moment = new Date(day * dayMs + offset);
					const days = {from: toDay(day), to: toDay(day)};
					const utcDay = moment.toISOString().slice(0, 10);
					const isAsked = toUtcWindows(days).some(({from, to}) => from <= utcDay && utcDay <= to);
					expect(isAsked || !isWithin(moment, days)).toBe(true);
				},
			),
		);
	});
});
