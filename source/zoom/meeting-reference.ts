import {UserError} from '../errors.ts';
import {encodePathPart} from '../http/addresses.ts';

/** A meeting as a person names it. */
export type MeetingReference =
	| {readonly type: 'uuid'; readonly uuid: string}
	/** Means the latest instance that was held under this number. */
	| {readonly type: 'number'; readonly number: string};

const meetingNumber = /^\d[\d\s-]{7,}$/;

/**
 * Reads a meeting number (`812 3456 7890`, `812-3456-7890`) or a UUID.
 *
 * @throws {UserError} when there is nothing to read.
 */
export function parseMeetingReference(text: string): MeetingReference {
	const trimmed = text.trim();
	if (trimmed === '') {
		throw new UserError('No meeting was given', {
			code: 'usage',
			hint: 'Give its UUID or its number; `recscribe meetings` lists both.',
		});
	}
	return meetingNumber.test(trimmed)
		? {type: 'number', number: trimmed.replace(/\D/g, '')}
		: {type: 'uuid', uuid: trimmed};
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
