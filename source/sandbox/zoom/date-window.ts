/** UTC days, both included: `YYYY-MM-DD`. */
export type DateWindow = {readonly from: string; readonly to: string};

const dayMilliseconds = 86_400_000;
const longestDays = 30;

/**
 * The days that Zoom really looks at: yesterday and today when nothing is asked for, and never more
 * than about a month before `to`, silently. Undefined when a date is none, or `from` comes after `to`.
 */
export function readWindow(
	from: string | undefined,
	to: string | undefined,
	today: Date,
): DateWindow | undefined {
	const end = to === undefined || to === '' ? toDay(today.getTime()) : to;
	const endTime = parseDay(end);
	if (endTime === undefined) {
		return undefined;
	}
	const start = from === undefined || from === '' ? toDay(endTime - dayMilliseconds) : from;
	const startTime = parseDay(start);
	if (startTime === undefined || startTime > endTime) {
		return undefined;
	}
	const earliest = endTime - longestDays * dayMilliseconds;
	return {from: startTime < earliest ? toDay(earliest) : start, to: end};
}

export function toDay(time: number): string {
	return new Date(time).toISOString().slice(0, 10);
}

function parseDay(text: string): number | undefined {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) {
		return undefined;
	}
	const time = Date.parse(`${text}T00:00:00Z`);
	return Number.isNaN(time) || toDay(time) !== text ? undefined : time;
}
