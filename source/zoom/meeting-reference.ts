import {UserError} from '../errors.ts';
import {encodePathPart} from '../http/addresses.ts';
import {parseMeetingLink} from './meeting-link.ts';

/** A meeting as the API takes it. */
export type MeetingReference =
	| {readonly type: 'uuid'; readonly uuid: string}
	/** Means the latest instance that was held under this number. */
	| {readonly type: 'number'; readonly number: string};

/** A link to a recording: Zoom's API can't say which one, so the recordings have to be searched for it. */
export type RecordingLink = {
	readonly type: 'link';
	/** What the address of the recording or of one of its files may end with. */
	readonly tokens: readonly string[];
	/** When the recording began, if the link says so. */
	readonly start: Date | undefined;
};

const meetingNumber = /^\d[\d\s-]{7,}$/;

/**
 * Reads what a person pastes: a meeting number (`812 3456 7890`, `812-3456-7890`), a UUID, or a link,
 * alone or in the middle of an invitation.
 *
 * @throws {UserError} when there is nothing to read.
 */
export function parseMeetingReference(text: string): MeetingReference | RecordingLink {
	const trimmed = text.trim().replace(/^(?:meeting\s+)?id:\s*/i, '');
	if (trimmed === '') {
		throw new UserError('No meeting was given', {
			code: 'usage',
			hint: 'Give its UUID, its number or a link to it; `recscribe meetings` lists the first two.',
		});
	}
	const link = parseMeetingLink(trimmed);
	if (link !== undefined) {
		return link;
	}
	return meetingNumber.test(trimmed)
		? {type: 'number', number: trimmed.replace(/\D/g, '')}
		: {type: 'uuid', uuid: decodeUuid(trimmed)};
}

/** A UUID is Base64, so a percent sign in it comes from an address. */
function decodeUuid(text: string): string {
	if (!text.includes('%')) {
		return text;
	}
	try {
		return decodeUuid(decodeURIComponent(text));
	} catch {
		// Then it is no encoding either; Zoom will not know it.
		return text;
	}
}

/**
 * The reference as one part of a path. Zoom wants a UUID that begins with `/` or holds `//` encoded
 * twice, and takes every other one that way too.
 */
export function encodeMeetingReference(reference: MeetingReference): string {
	return reference.type === 'number'
		? reference.number
		: encodeURIComponent(encodePathPart(reference.uuid));
}
