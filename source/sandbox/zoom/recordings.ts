import {type Context, Hono} from 'hono';
import type {RecordedMeeting} from '../world/meeting.ts';
import type {ZoomAccount} from './account.ts';
import {requireScope, type ZoomEnvironment} from './authenticate.ts';
import {type DateWindow, readWindow, toDay} from './date-window.ts';
import {describeMeeting} from './describe-meeting.ts';
import {createPageTokens, type PageTokens} from './page-tokens.ts';
import {takePage} from './paging.ts';
import {scopes} from './scopes.ts';
import {findUser} from './users.ts';
import {refuse, refuseField} from './zoom-error.ts';

/**
 * `GET /users/{id|email|me}/recordings` and `GET /accounts/{id|me}/recordings`: oldest first, a month at
 * most, without download tokens.
 */
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
		const isOwn = ({host}: RecordedMeeting) => host === user;
		return listRecordings(context, account, pageTokens, {of: user.id ?? '', isWanted: isOwn});
	});
	app.get('/accounts/:account/recordings', requireScope(scopes.listAccountRecordings), context => {
		if (!['me', account.credentials.accountId].includes(context.req.param('account'))) {
			return refuse(context, 404, 2001, 'This account does not exist or does not belong to you.');
		}
		if (!account.hasAccountList) {
			return refuse(context, 200, 200, 'Only available for Paid account.');
		}
		return listRecordings(context, account, pageTokens, {of: 'all', isWanted: () => true});
	});
	return app;
}

type Wanted = {
	/** Whose recordings: a page token holds for these only. */
	readonly of: string;
	readonly isWanted: (meeting: RecordedMeeting) => boolean;
};

function listRecordings(
	context: Context,
	account: ZoomAccount,
	pageTokens: PageTokens,
	{of, isWanted}: Wanted,
): Response {
	const {from, to, trash, meeting_id: number} = context.req.query();
	const window = readWindow(from, to, account.today());
	if (window === undefined) {
		return refuseField(context, 'from');
	}
	const meetings = account.world.meetings.filter(
		meeting =>
			isWanted(meeting) &&
			isWithin(meeting, window) &&
			trash !== 'true' &&
			(number === undefined || String(meeting.number) === number),
	);
	// What was asked, not what it was clamped to: a token is bound to the request's own words.
	const parameters = JSON.stringify([of, from, to, trash, number]);
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
}

function isWithin({start, segments, tags}: RecordedMeeting, {from, to}: DateWindow): boolean {
	const days = [toDay(start.getTime())];
	const end = segments.at(-1)?.end;
	if (tags.has('across-midnight') && end !== undefined) {
		days.push(toDay(end.getTime()));
	}
	return days.some(day => from <= day && day <= to);
}
