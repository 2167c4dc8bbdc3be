import type {DateRange} from './recordings.ts';

const dayMs = 86_400_000;
/** Zoom takes "a month" at most and silently cuts what is longer; what a month is, it does not say. */
const windowDays = 30;

/**
 * The UTC days to ask Zoom for, in windows that it does not cut, newest first. A day in the person's
 * own time zone reaches into two UTC days, so there is one more at each end.
 *
 * @param range Local days; none come out when it ends before it begins.
 */
export function toUtcWindows(range: DateRange): readonly DateRange[] {
	if (range.from > range.to) {
		return [];
	}
	const windows: DateRange[] = [];
	const first = addDays(range.from, -1);
	let to = addDays(range.to, 1);
	while (to >= first) {
		const from = addDays(to, 1 - windowDays);
		windows.push({from: from > first ? from : first, to});
		to = addDays(from, -1);
	}
	return windows;
}

/**
 * The first day of a window that Zoom really searched.
 *
 * @param echoedFrom What Zoom says it was, if it says so.
 */
export function firstSearchedDay(window: DateRange, echoedFrom: string | undefined): string {
	const day = echoedFrom?.slice(0, 10) ?? '';
	const wasCut = /^\d{4}-\d{2}-\d{2}$/.test(day) && day > window.from && day <= window.to;
	return wasCut ? day : window.from;
}

/**
 * What is left of a window whose beginning was not searched; undefined when all of it was. The first
 * day that was searched is asked for once more, in case the cut went through its middle.
 */
export function remainderOf(window: DateRange, firstSearched: string): DateRange | undefined {
	if (firstSearched <= window.from) {
		return undefined;
	}
	const to = firstSearched < window.to ? firstSearched : addDays(window.to, -1);
	return {from: window.from, to};
}

/** Whether a moment falls on one of these days in the person's own time zone. */
export function isWithin(moment: Date, range: DateRange): boolean {
	return moment >= localMidnight(range.from) && moment < localMidnight(addDays(range.to, 1));
}

function addDays(day: string, count: number): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10);
}

function localMidnight(day: string): Date {
	return new Date(`${day}T00:00:00`);
}
