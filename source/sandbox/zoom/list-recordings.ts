import type {Context} from 'hono';
import type {RecordedMeeting} from '../world/meeting.ts';
import type {ZoomAccount} from './account.ts';
import {type DateWindow, readWindow, toDay} from './date-window.ts';
import {describeMeeting} from './describe-meeting.ts';
import type {PageTokens} from './page-tokens.ts';
import {type Page, takePage} from './paging.ts';
import {refuseField} from './zoom-error.ts';

export type Listing = {readonly window: DateWindow; readonly page: Page<RecordedMeeting>};

/** The page of `meetings` that a request asks for, or the refusal to answer with. `whose` is part of the page token. */
export function readListing(
	context: Context,
	account: ZoomAccount,
	pageTokens: PageTokens,
	meetings: readonly RecordedMeeting[],
	whose: string,
): Listing | Response {
	const {from, to, trash, meeting_id: number} = context.req.query();
	const window = readWindow(from, to, account.today());
	if (window === undefined) {
		return refuseField(context, 'from');
	}
	const matching = meetings.filter(
		meeting =>
			isWithin(meeting, window) &&
			trash !== 'true' &&
			(number === undefined || String(meeting.number) === number),
	);
	const page = takePage(context, matching, pageTokens, {
		// What was asked, not what it was clamped to: a token is bound to the request's own words.
		parameters: JSON.stringify([whose, from, to, trash, number]),
		largestPage: account.largestPage,
	});
	return page instanceof Response ? page : {window, page};
}

export function describePage({window, page}: Listing, account: ZoomAccount): object {
	return {
		...window,
		page_count: Math.ceil(page.total / page.pageSize),
		page_size: page.total === 0 ? 0 : page.pageSize,
		total_records: page.total,
		next_page_token: page.nextPageToken,
		meetings: page.items.map(meeting => describeMeeting(meeting, account)),
	};
}

function isWithin({start, segments, tags}: RecordedMeeting, {from, to}: DateWindow): boolean {
	const days = [toDay(start.getTime())];
	const end = segments.at(-1)?.end;
	if (tags.has('across-midnight') && end !== undefined) {
		days.push(toDay(end.getTime()));
	}
	return days.some(day => from <= day && day <= to);
}
