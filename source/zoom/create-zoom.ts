import {parseBaseUrl} from '../http/addresses.ts';
import {type Patience, usualPatience} from '../http/repeat.ts';
import {createDirectLink, openDownload} from './downloads.ts';
import {listEveryonesMeetings} from './everyones-meetings.ts';
import {createFileAccess} from './file-access.ts';
import {areFilesReady} from './file-choice.ts';
import {findMeeting, parseExactReference} from './find-meeting.ts';
import {readSummary} from './meeting-summary.ts';
import {getMeeting, listMeetings} from './meetings.ts';
import {openSignIn, type ZoomSignInOptions} from './open-sign-in.ts';
import {createScheduler, type ZoomPlan} from './rate-limits.ts';
import {readSpeakerTimes} from './speaker-times.ts';
import {createReadText} from './text-file.ts';
import {getUser, listUsers} from './users.ts';
import {usualLookMs, waitUntilReady} from './wait-until-ready.ts';
import type {Zoom} from './zoom.ts';
import {createZoomApi} from './zoom-api.ts';
import {readTranscriptFiles} from './zoom-transcript.ts';

export type ZoomOptions = ZoomSignInOptions & {
	/** With the version: `https://api.zoom.us/v2` */
	readonly apiUrl: string;
	/** `https://zoom.us` */
	readonly oauthUrl: string;
	/** Says how many requests per second the account allows. Default: Pro. */
	readonly plan?: ZoomPlan | undefined;
	readonly patience?: Partial<Patience> | undefined;
	/** Milliseconds between the first two looks at a recording that Zoom is still processing. Default: a minute. */
	readonly lookMs?: number | undefined;
};

/**
 * Zoom's API, with tokens and retries taken care of.
 *
 * @throws {UserError} when an address is neither https nor on this computer.
 */
export function createZoom(options: ZoomOptions): Zoom {
	const {credentials, patience, plan = 'pro', lookMs = usualLookMs, ...addresses} = options;
	const apiUrl = parseBaseUrl(addresses.apiUrl, 'Zoom');
	const oauthUrl = parseBaseUrl(addresses.oauthUrl, 'Zoom');
	const {stallMs, backoffMs} = {...usualPatience, ...patience};
	const api = createZoomApi({
		apiUrl,
		signIn: openSignIn(options, oauthUrl, patience),
		scheduler: createScheduler({plan, backoffMs: backoffMs * 2}),
		isPersonal: credentials.type === 'user',
		isClockBound: credentials.type === 'legacy-jwt',
		patience,
	});
	const access = createFileAccess(api, apiUrl, patience);
	const readText = createReadText(access, stallMs);
	return {
		listUsers: signal => listUsers(api, signal),
		getUser: (user, signal) => getUser(api, user, signal),
		listMeetings: (user, range, signal) => listMeetings(api, user, range, signal),
		listEveryonesMeetings: (range, signal, {skipUsers = new Set<string>()} = {}) =>
			listEveryonesMeetings(api, range, skipUsers, signal),
		getMeeting: async (meeting, signal) => getMeeting(api, parseExactReference(meeting), signal),
		findMeeting: (meeting, where, signal) => findMeeting(api, meeting, where, signal),
		openDownload: (meeting, file, signal) =>
			openDownload(access, meeting, file, {stallMs, backoffMs, signal}),
		createDirectLink: (meeting, file, signal) => createDirectLink(access, meeting, file, signal),
		readTranscriptFiles: (meeting, signal) => readTranscriptFiles(api, readText, meeting, signal),
		readSpeakerTimes: (meeting, signal, {since} = {}) =>
			readSpeakerTimes(readText, meeting, since, signal),
		readSummary: (meeting, signal) => readSummary(api, readText, meeting, signal),
		waitUntilReady: ({uuid}, signal, wanted = {type: 'default'}) =>
			waitUntilReady(
				{
					look: signal => getMeeting(api, {type: 'uuid', uuid}, signal),
					isReady: meeting => areFilesReady(meeting, wanted),
					lookMs,
				},
				signal,
			),
	};
}
