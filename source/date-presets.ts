import {UserError} from './errors.ts';
import {lastDays, toDateRange, toDay} from './zoom/date-range.ts';
import type {DateRange} from './zoom/recordings.ts';

export type DatePreset = {readonly label: string; readonly range: DateRange};

function span(from: Date, to: Date): DateRange {
	return {from: toDay(from), to: toDay(to)};
}

/** The ranges people ask for, in the person's own time zone; the first is what Enter takes. */
export function datePresets(now: Date): readonly [DatePreset, ...DatePreset[]] {
	const [year, month] = [now.getFullYear(), now.getMonth()];
	return [
		{label: 'Last 30 days', range: lastDays(30, now)},
		{label: 'Last 7 days', range: lastDays(7, now)},
		{label: 'Last 90 days', range: lastDays(90, now)},
		{label: 'This month', range: span(new Date(year, month, 1), now)},
		{label: 'Last month', range: span(new Date(year, month - 1, 1), new Date(year, month, 0))},
		{label: 'This year', range: span(new Date(year, 0, 1), now)},
		{label: 'Last year', range: span(new Date(year - 1, 0, 1), new Date(year - 1, 11, 31))},
	];
}

/**
 * A range as a person types it: two dates `YYYY-MM-DD` with anything between them, or one date for
 * that day alone. Throws `UserError` `usage` for anything else.
 */
export function readTypedRange(text: string, now: Date): DateRange {
	const days = text.match(/\d{4}-\d{1,2}-\d{1,2}/g) ?? [];
	const [from, to = from] = days;
	if (from === undefined || to === undefined || days.length > 2) {
		throw new UserError('That is not one date or two', {
			code: 'usage',
			hint: 'Write dates as YYYY-MM-DD, for example 2026-01-01 2026-03-31.',
		});
	}

	return toDateRange({from, to}, now);
}
