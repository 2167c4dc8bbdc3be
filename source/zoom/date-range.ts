import {UserError} from '../errors.ts';
import type {DateRange} from './recordings.ts';

/** The day in the person's own time zone, as `YYYY-MM-DD`. */
export function toDay(date: Date): string {
	const year = String(date.getFullYear()).padStart(4, '0');
	const month = String(date.getMonth() + 1).padStart(2, '0');
	const day = String(date.getDate()).padStart(2, '0');
	return `${year}-${month}-${day}`;
}

/** The `count` days that end with today. */
export function lastDays(count: number, now: Date): DateRange {
	const from = new Date(now.getFullYear(), now.getMonth(), now.getDate() - (count - 1));
	return {from: toDay(from), to: toDay(now)};
}

/** Throws `UserError` unless `text` names a day of the calendar as `YYYY-MM-DD`. */
export function parseDay(text: string): string {
	const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim()) ?? [];
	const date = new Date(Number(year), Number(month) - 1, Number(day));
	if (date.getMonth() !== Number(month) - 1) {
		throw new UserError(`"${text}" is not a date`, {
			code: 'usage',
			hint: 'Write dates as YYYY-MM-DD, for example 2026-11-24.',
		});
	}

	return toDay(date);
}

/**
 * A range from what a person gave; what is left out is taken so that the range has 30 days or ends
 * today. Throws `UserError` for a date that is none, and for a start after the end.
 */
export function toDateRange(
	given: {readonly from?: string | undefined; readonly to?: string | undefined},
	now: Date,
): DateRange {
	const to = given.to === undefined ? toDay(now) : parseDay(given.to);
	const from =
		given.from === undefined ? lastDays(30, new Date(`${to}T12:00:00`)).from : parseDay(given.from);
	if (from > to) {
		throw new UserError(`The range starts on ${from}, after its end on ${to}`, {
			code: 'usage',
			hint: 'Give the earlier date first.',
		});
	}

	return {from, to};
}
