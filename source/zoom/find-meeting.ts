import {UserError} from '../errors.ts';
import {showDayRange} from '../measures.ts';
import {toDay} from './date-range.ts';
import {listEveryonesMeetings} from './everyones-meetings.ts';
import {readRecordingToken} from './meeting-link.ts';
import {
	type MeetingReference,
	parseMeetingReference,
	type RecordingLink,
} from './meeting-reference.ts';
import {getMeeting, listMeetings} from './meetings.ts';
import type {DateRange, Meeting, MeetingDetail} from './recordings.ts';
import type {ZoomApi} from './zoom-api.ts';
import {ZoomError} from './zoom-error.ts';

/** Where a link is searched for. */
export type SearchedPlace = {
	/** Whose recordings; undefined for everybody's. */
	readonly user: string | undefined;
	/** Local days. A link that says itself when the recording began is searched for on that day. */
	readonly range: DateRange;
};

/** One meeting by whatever names it; see `Zoom.findMeeting`. */
export async function findMeeting(
	api: ZoomApi,
	text: string,
	place: SearchedPlace,
	signal: AbortSignal,
): Promise<MeetingDetail> {
	const reference = parseMeetingReference(text);
	if (reference.type !== 'link') {
		return getMeeting(api, reference, signal);
	}
	const range = reference.start === undefined ? place.range : dayOf(reference.start);
	const uuid = await searchLink(api, reference, {...place, range}, signal);
	if (uuid === undefined) {
		const whose = place.user === undefined ? 'anybody' : place.user;
		throw new ZoomError(
			`No recording of ${whose} from ${showDayRange(range.from, range.to)} has this link`,
			{
				code: 'not-found',
				hint: 'Zoom can’t be asked for a link, only searched. Say when it was with --from and --to, or paste the meeting’s number or UUID.',
			},
		);
	}
	return getMeeting(api, {type: 'uuid', uuid}, signal);
}

/**
 * A UUID or a number.
 *
 * @throws {UserError} for a link, and when there is nothing to read.
 */
export function parseExactReference(text: string): MeetingReference {
	const reference = parseMeetingReference(text);
	if (reference.type === 'link') {
		throw new UserError('A link alone does not say which meeting it is', {
			code: 'usage',
			hint: 'Give the meeting’s number or UUID; `recscribe meetings` lists them.',
		});
	}
	return reference;
}

async function searchLink(
	api: ZoomApi,
	link: RecordingLink,
	{user, range}: SearchedPlace,
	signal: AbortSignal,
): Promise<string | undefined> {
	const pages =
		user === undefined
			? listEveryonesMeetings(api, range, new Set(), signal)
			: listMeetings(api, user, range, signal);
	for await (const {meetings} of pages) {
		const found = meetings.find(meeting => isLinked(meeting, link));
		if (found !== undefined) {
			return found.uuid;
		}
	}
	return undefined;
}

function isLinked({shareUrl, files}: Meeting, {tokens}: RecordingLink): boolean {
	return [shareUrl, ...files.map(({playUrl}) => playUrl)].some(address => {
		const token = address === undefined ? undefined : readRecordingToken(address);
		return token !== undefined && tokens.includes(token);
	});
}

/** A moment near midnight may belong to the day before or after. */
function dayOf(moment: Date): DateRange {
	const dayMs = 86_400_000;
	return {
		from: toDay(new Date(moment.getTime() - dayMs)),
		to: toDay(new Date(moment.getTime() + dayMs)),
	};
}
