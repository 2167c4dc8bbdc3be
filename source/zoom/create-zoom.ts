import {parseBaseUrl} from '../http/addresses.ts';
import {type Patience, usualPatience} from '../http/repeat.ts';
import {createDirectLink, openDownload} from './downloads.ts';
import {createFileAccess} from './file-access.ts';
import {type LegacyJwtCredentials, signLegacyJwt} from './legacy-jwt.ts';
import {getMeeting, listMeetings} from './meetings.ts';
import {createScheduler, type ZoomPlan} from './rate-limits.ts';
import {
	createOAuthHttp,
	requestServerToken,
	type ServerToServerCredentials,
} from './server-to-server.ts';
import {createSignIn, type SignIn} from './sign-in.ts';
import {getUser, listUsers} from './users.ts';
import type {Zoom} from './zoom.ts';
import {createZoomApi} from './zoom-api.ts';

export type ZoomOptions = {
	readonly credentials: ServerToServerCredentials | LegacyJwtCredentials;
	/** With the version: `https://api.zoom.us/v2` */
	readonly apiUrl: string;
	/** `https://zoom.us` */
	readonly oauthUrl: string;
	/** Says how many requests per second the account allows. Default: Pro. */
	readonly plan?: ZoomPlan | undefined;
	readonly patience?: Partial<Patience> | undefined;
};

/**
 * Zoom's API, with tokens and retries taken care of.
 *
 * @throws {UserError} when an address is neither https nor on this computer.
 */
export function createZoom(options: ZoomOptions): Zoom {
	const {credentials, patience, plan = 'pro', ...addresses} = options;
	const apiUrl = parseBaseUrl(addresses.apiUrl, 'Zoom');
	const oauthUrl = parseBaseUrl(addresses.oauthUrl, 'Zoom');
	const {stallMs, backoffMs} = {...usualPatience, ...patience};
	const api = createZoomApi({
		apiUrl,
		signIn: createSignInFor(credentials, oauthUrl, patience),
		scheduler: createScheduler({plan, backoffMs: backoffMs * 2}),
		isClockBound: credentials.type === 'legacy-jwt',
		patience,
	});
	const access = createFileAccess(api, apiUrl, patience);
	return {
		listUsers: signal => listUsers(api, signal),
		getUser: (user, signal) => getUser(api, user, signal),
		listMeetings: (user, range, signal) => listMeetings(api, user, range, signal),
		getMeeting: (meeting, signal) => getMeeting(api, meeting, signal),
		openDownload: (meeting, file, signal) => openDownload(access, meeting, file, {stallMs, signal}),
		createDirectLink: (meeting, file, signal) => createDirectLink(access, meeting, file, signal),
	};
}

function createSignInFor(
	credentials: ZoomOptions['credentials'],
	oauthUrl: URL,
	patience: ZoomOptions['patience'],
): SignIn {
	if (credentials.type === 'legacy-jwt') {
		return createSignIn(() => signLegacyJwt(credentials));
	}
	const http = createOAuthHttp(patience);
	return createSignIn(signal => requestServerToken(http, oauthUrl, credentials, signal));
}
