import {homedir} from 'node:os';
import path from 'node:path';

/** A path as a person types it: `~` is the home folder, blanks at the ends are none of it. */
export function expandPath(typed: string): string {
	const trimmed = typed.trim();
	return trimmed === '~' || trimmed.startsWith('~/') || trimmed.startsWith('~\\')
		? path.join(homedir(), trimmed.slice(1))
		: trimmed;
}

/** The path with another extension, if it has one of `known`; else it stays as it was typed. */
export function withExtension(typed: string, extension: string, known: readonly string[]): string {
	const [current] = known
		.filter(candidate => typed.endsWith(`.${candidate}`))
		.toSorted((one, other) => other.length - one.length);
	return current === undefined ? typed : typed.slice(0, -current.length) + extension;
}
