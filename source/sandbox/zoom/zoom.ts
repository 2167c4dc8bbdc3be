import {createApp} from '../server/app.ts';
import type {ZoomAccount} from './account.ts';
import {createAccountRecordings} from './account-recordings.ts';
import {authenticate} from './authenticate.ts';
import {createDownloads} from './downloads.ts';
import {createMeeting} from './meeting.ts';
import {createMeetingTranscript} from './meeting-transcript.ts';
import {createOAuth} from './oauth/oauth.ts';
import {createRateLimiter} from './rate-limits.ts';
import {createRecordings} from './recordings.ts';
import {createUsers} from './users.ts';
import {refuse} from './zoom-error.ts';

/** Zoom's sign-in, its API under `/v2`, and the addresses that its downloads begin at. */
export function createZoom(account: ZoomAccount) {
	const app = createApp();
	app.route('/', createOAuth(account));
	app.route('/', createDownloads(account));
	app.use('/v2/*', authenticate(account));
	const limit = createRateLimiter(account.rateLimits, account.clock);
	app.route('/v2', createUsers(account, limit));
	app.route('/v2', createRecordings(account, limit));
	app.route('/v2', createAccountRecordings(account, limit));
	app.route('/v2', createMeeting(account, limit));
	app.route('/v2', createMeetingTranscript(account, limit));
	app.notFound(context => refuse(context, 404, 2300, 'This API endpoint is not recognized.'));
	return app;
}
