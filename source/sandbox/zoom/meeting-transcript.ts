import {Hono} from 'hono';
import type {ZoomAccount} from './account.ts';
import {requireScope, type ZoomEnvironment} from './authenticate.ts';
import {downloadAddress, toZoomTime} from './describe-meeting.ts';
import {findMeeting} from './find-meeting.ts';
import type {RateLimiter} from './rate-limits.ts';
import {scopes} from './scopes.ts';
import {refuse} from './zoom-error.ts';

/** `GET /meetings/{uuid|number}/transcript`: where Zoom's own transcript is, if it has made one. */
export function createMeetingTranscript(account: ZoomAccount, limit: RateLimiter) {
	const app = new Hono<ZoomEnvironment>();
	app.get(
		'/meetings/:meeting/transcript',
		limit('medium'),
		requireScope(scopes.readTranscript),
		context => {
			const meeting = findMeeting(context, account);
			const file = meeting?.files.find(({content}) => content === 'transcript');
			if (meeting === undefined || (file === undefined && !meeting.tags.has('processing'))) {
				return refuse(context, 404, 3322, 'This meeting transcript does not exist.');
			}
			return context.json({
				meeting_id: meeting.uuid,
				account_id: account.credentials.accountId,
				meeting_topic: meeting.topic,
				host_id: meeting.host.id,
				transcript_created_time: file === undefined ? '' : toZoomTime(file.segment.end),
				can_download: file !== undefined,
				download_url: file === undefined ? null : downloadAddress(file, account.origins.zoom),
				...(file === undefined ? {download_restriction_reason: 'NOT_READY'} : {}),
			});
		},
	);
	return app;
}
