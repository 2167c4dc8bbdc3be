import fc from 'fast-check';
import {expect, test} from 'vitest';
import {retryAfterMs} from '../../source/http/retry-after.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

function read(value: string): number | undefined {
	return retryAfterMs(new Headers({'retry-after': value}), now);
}

test.each([
	['seconds', '7', 7000],
	['a part of a second', '0.5', 500],
	['an HTTP-date', 'Tue, 24 Nov 2026 12:01:00 GMT', 60_000],
	['an ISO date-time', '2026-11-24T12:01:00Z', 60_000],
	['an ISO date-time of another zone', '2026-11-24T13:01:00+01:00', 60_000],
	['an ISO date-time without a zone, as UTC', '2026-11-24T12:01:00', 60_000],
	['a time that is over', '2026-11-24T11:00:00Z', 0],
	['nothing that makes sense', 'soon', undefined],
	['a number that is no delay', '-5', undefined],
	['nothing', '', undefined],
])('reads %s', (_, value, expected) => {
	expect(read(value)).toBe(expected);
});

test('is undefined without the header', () => {
	expect(retryAfterMs(new Headers())).toBeUndefined();
});

test('is never negative or endless, whatever is sent', () => {
	const value = fc.oneof(
		fc.string(),
		fc.date({noInvalidDate: true}).map(date => date.toUTCString()),
		fc.date({noInvalidDate: true}).map(date => date.toISOString()),
	);
	fc.assert(
		fc.property(value, text => {
			fc.pre(/^[\t\x20-\x7E]*$/.test(text));
			const delay = read(text);
			expect(delay === undefined || (delay >= 0 && !Number.isNaN(delay))).toBe(true);
		}),
	);
});
