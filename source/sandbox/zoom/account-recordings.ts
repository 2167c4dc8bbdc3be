import {Hono} from 'hono';
import type {ZoomAccount} from './account.ts';
import {requireScope, type ZoomEnvironment} from './authenticate.ts';
import {describePage, readListing} from './list-recordings.ts';
import {createPageTokens} from './page-tokens.ts';
import type {RateLimiter} from './rate-limits.ts';
import {scopes} from './scopes.ts';
import {refuse} from './zoom-error.ts';

/** `GET /accounts/{id|me}/recordings`: what everybody has recorded, for accounts that pay. */
export function createAccountRecordings(account: ZoomAccount, limit: RateLimiter) {
	const app = new Hono<ZoomEnvironment>();
	const pageTokens = createPageTokens(account.clock);
	app.get(
		'/accounts/:account/recordings',
		limit('medium'),
		requireScope(scopes.listAccountRecordings),
		context => {
			const id = context.req.param('account');
			if (id !== 'me' && id !== account.credentials.accountId) {
				return refuse(
					context,
					404,
					2001,
					`This account does not exist or does not belong to you: ${id}.`,
				);
			}
			if (!account.isPaid) {
				return refuse(context, 200, 200, 'Only available for Paid account.');
			}
			const listing = readListing(context, account, pageTokens, account.world.meetings, 'account');
			return listing instanceof Response ? listing : context.json(describePage(listing, account));
		},
	);
	return app;
}
