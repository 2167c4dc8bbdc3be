import {type Context, Hono} from 'hono';
import type {ZoomAccount} from './account.ts';
import {requireScope, type ZoomEnvironment} from './authenticate.ts';
import {describeMeeting, describeMore} from './describe-meeting.ts';
import {findMeeting} from './find-meeting.ts';
import type {RateLimiter} from './rate-limits.ts';
import {scopes} from './scopes.ts';
import {refuse, refuseField} from './zoom-error.ts';

const usualTtlSeconds = 3600;
const longestTtlSeconds = 604_800;

/** `GET /meetings/{uuid|number}/recordings`: one meeting with everything, and its token if asked for. */
export function createMeeting(account: ZoomAccount, limit: RateLimiter) {
	const app = new Hono<ZoomEnvironment>();
	app.get(
		'/meetings/:meeting/recordings',
		limit('light'),
		requireScope(scopes.readMeeting),
		context => {
			const meeting = findMeeting(context, account);
			if (meeting === undefined) {
				return refuse(context, 404, 3301, 'There is no recording for this meeting.');
			}
			if (meeting.tags.has('no-permission')) {
				return refuse(context, 200, 200, 'You do not have the right permissions');
			}
			const ttl = readTtl(context);
			if (ttl === 'invalid') {
				return refuseField(context, 'ttl');
			}
			return context.json({
				...describeMeeting(meeting, account),
				...describeMore(meeting, account),
				...(ttl === undefined
					? {}
					: {download_access_token: account.tokens.issueForDownload(meeting.uuid, ttl)}),
			});
		},
	);
	return app;
}

/** Seconds; undefined when no token is asked for. */
function readTtl(context: Context): number | 'invalid' | undefined {
	const fields = (context.req.query('include_fields') ?? '').split(',');
	if (!fields.includes('download_access_token')) {
		return undefined;
	}
	const text = context.req.query('ttl');
	if (text === undefined || text === '') {
		return usualTtlSeconds;
	}
	const ttl = /^\d+$/.test(text) ? Number(text) : -1;
	return ttl >= 0 && ttl <= longestTtlSeconds ? ttl : 'invalid';
}
