import {createApp} from '../server/app.ts';
import type {ZoomAccount} from './account.ts';
import {authenticate} from './authenticate.ts';
import {createCompanion} from './companion.ts';
import {createDownloads} from './downloads.ts';
import {createMeeting} from './meeting.ts';
import {createOAuth} from './oauth.ts';
import {limitRate} from './rate-limits.ts';
import {createRecordings} from './recordings.ts';
import {createUsers} from './users.ts';
import {refuse} from './zoom-error.ts';

/** Zoom's sign-in, its API under `/v2`, and the addresses that its downloads begin at. */
export function createZoom(account: ZoomAccount) {
	const app = createApp();
	app.route('/', createOAuth(account));
	app.route('/', createDownloads(account));
	app.use('/v2/*', authenticate(account));
	app.use('/v2/*', limitRate(account.rateLimits, account.clock));
	app.route('/v2', createUsers(account));
	app.route('/v2', createRecordings(account));
	app.route('/v2', createMeeting(account));
	app.route('/v2', createCompanion(account));
	app.notFound(context => refuse(context, 404, 2300, 'This API endpoint is not recognized.'));
	return app;
}
