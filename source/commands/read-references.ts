import type {Readable} from 'node:stream';
import {text} from 'node:stream/consumers';
import {UserError} from '../errors.ts';
import {safeLine} from '../safe-text.ts';
import {parseMeetingReference} from '../zoom/meeting-reference.ts';

/**
 * The meetings that were named: `-` stands for those of standard input, one on each line. Empty lines
 * and those that begin with `#` are passed over, and none is taken twice. Throws `UserError` `usage` for
 * a line that names no meeting.
 */
export async function readReferences(
	named: readonly string[],
	stdin: Readable,
): Promise<readonly string[]> {
	if (!named.includes('-')) {
		return named;
	}

	const lines = parseLines(await text(stdin));
	return [...new Set(named.flatMap(reference => (reference === '-' ? lines : [reference])))];
}

function parseLines(input: string): readonly string[] {
	return input
		.replace(/^\uFEFF/, '')
		.split(/\r?\n/)
		.flatMap((line, index) => {
			const reference = line.trim();
			return reference === '' || reference.startsWith('#') ? [] : [check(reference, index + 1)];
		});
}

function check(reference: string, line: number): string {
	const parsed = parseMeetingReference(reference);
	// Whatever is neither a link nor a number may be a UUID; but that is Base64.
	if (parsed.type === 'uuid' && !/^[\w+/=-]+$/.test(parsed.uuid)) {
		throw new UserError(`Line ${line} of standard input names no meeting: ${safeLine(reference)}`, {
			code: 'usage',
			hint: 'Give a meeting’s number, its UUID or its link on each line.',
		});
	}

	return reference;
}
