import {UserError} from '../errors.ts';
import type {MeetingReference, RecordingLink} from './meeting-reference.ts';

const address = /https?:\/\/[^\s<>"]+|(?<![\w.-])[\w.-]*\bzoom(?:gov)?\.(?:us|com)\/[^\s<>"]+/i;
const recordingPath = /\/rec\/(?:share|play)\/([^/]+)$/;
// `/j/812…` joins a meeting, `/s/` starts one, `/w/` is a webinar, `/wc/` the web client.
const joiningPath = /\/(?:j|s|w|wc|wc\/join)\/(\d{9,13})(?:\/|$)/;

/**
 * Reads a link of Zoom's: to a recording (shared or played), to its page in Zoom's own list of
 * recordings, or to join a meeting. Undefined when `text` holds no link.
 *
 * @throws {UserError} for a link that leads to no meeting.
 */
export function parseMeetingLink(text: string): MeetingReference | RecordingLink | undefined {
	const found = address.exec(text)?.[0];
	if (found === undefined) {
		return undefined;
	}
	const url = toUrl(found.replace(/[).,;:!?]+$/, ''));
	const reference = url && (readMeetingPage(url) ?? readRecordingLink(url));
	if (reference === undefined) {
		throw new UserError('This link leads to no meeting that Recscribe can find', {
			code: 'usage',
			hint: 'Paste a link to a recording (…/rec/share/… or …/rec/play/…), a link to join the meeting (…/j/…), its number or its UUID.',
		});
	}
	return reference;
}

function toUrl(text: string): URL | undefined {
	const whole = /^https?:/i.test(text) ? text : `https://${text}`;
	return URL.canParse(whole) ? new URL(whole) : undefined;
}

function readMeetingPage(url: URL): MeetingReference | undefined {
	const number = joiningPath.exec(url.pathname)?.[1];
	if (number !== undefined) {
		return {type: 'number', number};
	}
	const uuid = /\/recording\//.test(url.pathname) ? url.searchParams.get('meeting_id') : null;
	return uuid === null || uuid === '' ? undefined : {type: 'uuid', uuid};
}

/** The player's address in a browser says which shared link it came from. */
function readRecordingLink(url: URL): RecordingLink | undefined {
	const origin = url.searchParams.get('originRequestUrl') ?? '';
	const tokens = [url, ...(URL.canParse(origin) ? [new URL(origin)] : [])].flatMap(
		({href}) => readRecordingToken(href) ?? [],
	);
	return tokens.length === 0 ? undefined : {type: 'link', tokens, start: readStart(url)};
}

/** What an address of a shared or played recording ends with; undefined for every other address. */
export function readRecordingToken(text: string): string | undefined {
	return URL.canParse(text)
		? recordingPath.exec(new URL(text).pathname.replace(/\/+$/, ''))?.[1]
		: undefined;
}

function readStart(url: URL): Date | undefined {
	const milliseconds = url.searchParams.get('startTime') ?? '';
	return /^\d{12,14}$/.test(milliseconds) ? new Date(Number(milliseconds)) : undefined;
}
