import {encodePathPart} from '../http/addresses.ts';
import {meetingDetailAnswer, meetingPageAnswer} from './answers.ts';
import {firstSearchedDay, isWithin, remainderOf, toUtcWindows} from './date-windows.ts';
import {encodeMeetingReference, parseMeetingReference} from './meeting-reference.ts';
import {readPages} from './pages.ts';
import type {DateRange, Meeting, MeetingDetail} from './recordings.ts';
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
	const windows = [...toUtcWindows(range)];
	const seen = new Set<string>();
	let windowsDone = 0;
	for (let window = windows.shift(); window !== undefined; window = windows.shift()) {
		const request = {label: 'medium', path, query: {...window, page_size: '300'}} as const;
		const windowsTotal = windowsDone + 1 + windows.length;
		let remainder: DateRange | undefined;
		for await (const {page, isLast} of readPages(api, request, meetingPageAnswer, signal)) {
			const from = firstSearchedDay(window, page.from);
			remainder = remainderOf(window, from);
			windowsDone += isLast ? 1 : 0;
			yield {
				meetings: takeNew(page.meetings ?? [], range, seen),
				searched: {from, to: window.to},
				windowsDone,
				windowsTotal: windowsTotal + (remainder === undefined ? 0 : 1),
			};
		}
		if (remainder !== undefined) {
			windows.unshift(remainder);
		}
	}
}

/** One meeting with its files and a token that opens only those. */
export function getMeeting(
	api: ZoomApi,
	meeting: string,
	signal: AbortSignal,
): Promise<MeetingDetail> {
	const reference = encodeMeetingReference(parseMeetingReference(meeting));
	return api.get(
		{
			label: 'light',
			path: `meetings/${reference}/recordings`,
			query: {include_fields: 'download_access_token', ttl: String(downloadAccessSeconds)},
		},
		meetingDetailAnswer,
		signal,
	);
}

function takeNew(
	meetings: readonly Meeting[],
	range: DateRange,
	seen: Set<string>,
): readonly Meeting[] {
	return meetings
		.filter(({uuid, start}) => {
			const isNew = !seen.has(uuid) && isWithin(start, range);
			seen.add(uuid);
			return isNew;
		})
		.toSorted((a, b) => b.start.getTime() - a.start.getTime());
}
