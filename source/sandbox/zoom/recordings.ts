import {Hono} from 'hono';
import type {ZoomAccount} from './account.ts';
import {requireScope, type ZoomEnvironment} from './authenticate.ts';
import {describePage, readListing} from './list-recordings.ts';
import {createPageTokens} from './page-tokens.ts';
import type {RateLimiter} from './rate-limits.ts';
import {scopes} from './scopes.ts';
import {findUser} from './users.ts';
import {refuse} from './zoom-error.ts';

/** `GET /users/{id|email|me}/recordings`: oldest first, a month at most, without download tokens. */
export function createRecordings(account: ZoomAccount, limit: RateLimiter) {
	const app = new Hono<ZoomEnvironment>();
	const pageTokens = createPageTokens(account.clock);
	app.get(
		'/users/:user/recordings',
		limit('medium'),
		requireScope(scopes.listRecordings),
		context => {
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
			const meetings = account.world.meetings.filter(({host}) => host === user);
			const listing = readListing(context, account, pageTokens, meetings, user.key);
			return listing instanceof Response ? listing : context.json(describePage(listing, account));
		},
	);
	return app;
}
