import {Hono} from 'hono';
import type {RecordedMeeting} from '../world/meeting.ts';
import type {ZoomAccount} from './account.ts';
import {requireScope, type ZoomEnvironment} from './authenticate.ts';
import {type DateWindow, readWindow, toDay} from './date-window.ts';
import {describeMeeting} from './describe-meeting.ts';
import {createPageTokens} from './page-tokens.ts';
import {takePage} from './paging.ts';
import {scopes} from './scopes.ts';
import {findUser} from './users.ts';
import {refuse, refuseField} from './zoom-error.ts';

/** `GET /users/{id|email|me}/recordings`: oldest first, a month at most, without download tokens. */
export function createRecordings(account: ZoomAccount) {
	const app = new Hono<ZoomEnvironment>();
	const pageTokens = createPageTokens(account.clock);
	app.get('/users/:user/recordings', requireScope(scopes.listRecordings), context => {
		const key = context.req.param('user');
		const user = findUser(key, context.get('grant').userId, account);
		if (user === undefined) {
			return refuse(
				context,
				404,
				1001,
				`User ${key} does not exist, or does not belong to this account.`,
			);
		}
		const {from, to, trash, meeting_id: number} = context.req.query();
		const window = readWindow(from, to, account.today());
		if (window === undefined) {
			return refuseField(context, 'from');
		}
		const meetings = account.world.meetings.filter(
			meeting =>
				meeting.host === user &&
				isWithin(meeting, window) &&
				trash !== 'true' &&
				(number === undefined || String(meeting.number) === number),
		);
		// What was asked, not what it was clamped to: a token is bound to the request's own words.
		const parameters = JSON.stringify([user.id, from, to, trash, number]);
		const page = takePage(context, meetings, pageTokens, {
			parameters,
			largestPage: account.largestPage,
		});
		if (page instanceof Response) {
			return page;
		}
		return context.json({
			...window,
			page_count: Math.ceil(page.total / page.pageSize),
			page_size: page.total === 0 ? 0 : page.pageSize,
			total_records: page.total,
			next_page_token: page.nextPageToken,
			meetings: page.items.map(meeting => describeMeeting(meeting, account)),
		});
	});
	return app;
}

function isWithin({start, segments, tags}: RecordedMeeting, {from, to}: DateWindow): boolean {
	const days = [toDay(start.getTime())];
	const end = segments.at(-1)?.end;
	if (tags.has('across-midnight') && end !== undefined) {
		days.push(toDay(end.getTime()));
	}
	return days.some(day => from <= day && day <= to);
}
