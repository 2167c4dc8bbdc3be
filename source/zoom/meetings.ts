import {encodePathPart} from '../http/addresses.ts';
import {meetingDetailAnswer} from './answers.ts';
import {toUtcWindows} from './date-windows.ts';
import {encodeMeetingReference, type MeetingReference} from './meeting-reference.ts';
import {createTally, readWindow, windowsAtOnce} from './meeting-windows.ts';
import type {DateRange, MeetingDetail} from './recordings.ts';
import {severalAtOnce} from './several-at-once.ts';
import type {MeetingPage} from './zoom.ts';
import type {ZoomApi} from './zoom-api.ts';

/** How long the meeting-scoped token opens the files, in seconds: enough to be fetched from a queue. */
const downloadAccessSeconds = 3600;

/** A user's recorded meetings, window by window; see `Zoom.listMeetings`. */
export async function* listMeetings(
	api: ZoomApi,
	user: string,
	range: DateRange,
	signal: AbortSignal,
): AsyncGenerator<MeetingPage, void, void> {
	const path = `users/${encodePathPart(user)}/recordings`;
	const windows = toUtcWindows(range);
	const tally = createTally(range, windows.length);
	const sources = windows.map(
		window => (signal: AbortSignal) => readWindow(api, path, window, signal),
	);
	for await (const page of severalAtOnce(() => sources, windowsAtOnce, signal)) {
		yield {
			meetings: tally.takeNew(page),
			searched: page.searched,
			windowsDone: tally.windowsDone,
			windowsTotal: tally.windowsTotal,
		};
	}
}

/** One meeting with its files and a token that opens only those. */
export function getMeeting(
	api: ZoomApi,
	reference: MeetingReference,
	signal: AbortSignal,
): Promise<MeetingDetail> {
	return api.get(
		{
			label: 'light',
			path: `meetings/${encodeMeetingReference(reference)}/recordings`,
			query: {include_fields: 'download_access_token', ttl: String(downloadAccessSeconds)},
		},
		meetingDetailAnswer,
		signal,
	);
}
