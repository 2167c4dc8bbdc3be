import {meetingPageAnswer} from './answers.ts';
import {firstSearchedDay, isWithin, remainderOf} from './date-windows.ts';
import {readPages} from './pages.ts';
import type {DateRange, Meeting} from './recordings.ts';
import type {ZoomApi} from './zoom-api.ts';
import {ZoomError} from './zoom-error.ts';

/**
 * How many windows are read at the same time. What is sent in a second is for the scheduler to say; this
 * is enough to fill a Pro account's 20 a second when each takes half a second.
 */
export const windowsAtOnce = 10;

export type WindowPage = {
	/** As Zoom lists them: also those of the days around the range. */
	readonly meetings: readonly Meeting[];
	/** UTC days. */
	readonly searched: DateRange;
	/** Whether it ends what was searched. */
	readonly isLast: boolean;
	/** Whether Zoom has cut the window, so that another one follows. */
	readonly isCut: boolean;
};

/** Reads a list of recordings within a window of UTC days to its end; what Zoom cuts off is asked for again. */
export async function* readWindow(
	api: ZoomApi,
	path: string,
	window: DateRange,
	signal: AbortSignal,
): AsyncGenerator<WindowPage, void, void> {
	let asked: DateRange | undefined = window;
	while (asked !== undefined) {
		const request = {label: 'medium', path, query: {...asked, page_size: '300'}} as const;
		let remainder: DateRange | undefined;
		try {
			for await (const {page, isLast} of readPages(api, request, meetingPageAnswer, signal)) {
				const from = firstSearchedDay(asked, page.from);
				remainder = remainderOf(asked, from);
				const searched = {from, to: asked.to};
				yield {meetings: page.meetings ?? [], searched, isLast, isCut: remainder !== undefined};
			}
		} catch (error) {
			if (!saysNothingRecorded(error)) {
				throw error;
			}
			yield {meetings: [], searched: asked, isLast: true, isCut: false};
		}
		asked = remainder;
	}
}

/** What Zoom at times says instead of an empty list. */
function saysNothingRecorded(error: unknown): boolean {
	return error instanceof ZoomError && error.zoomCode === 3301;
}

export type Tally = {
	/** Those of the page that are in the range and were not there before, newest first. */
	readonly takeNew: (page: WindowPage) => readonly Meeting[];
	readonly windowsDone: number;
	readonly windowsTotal: number;
};

/** Counts the windows of one search, and lets each meeting through once. */
export function createTally(range: DateRange, windowCount: number): Tally {
	const seen = new Set<string>();
	let windowsDone = 0;
	let windowsTotal = windowCount;
	return {
		takeNew({meetings, isLast, isCut}) {
			windowsDone += isLast ? 1 : 0;
			windowsTotal += isLast && isCut ? 1 : 0;
			return meetings
				.filter(({uuid, start}) => {
					const isNew = !seen.has(uuid) && isWithin(start, range);
					seen.add(uuid);
					return isNew;
				})
				.toSorted((a, b) => b.start.getTime() - a.start.getTime());
		},
		get windowsDone() {
			return windowsDone;
		},
		get windowsTotal() {
			return windowsTotal;
		},
	};
}
