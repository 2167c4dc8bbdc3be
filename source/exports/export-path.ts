import path from 'node:path';
import {UserError} from '../errors.ts';
import {homeFolder} from '../home-folder.ts';

/**
 * A path as a person types it: `~` is the home folder, blanks at the ends are none of it. Throws a
 * `UserError` `usage` where nobody knows the home folder.
 */
export function expandPath(typed: string): string {
	const trimmed = typed.trim();
	return trimmed === '~' || trimmed.startsWith('~/') || trimmed.startsWith('~\\')
		? path.join(knownHome(), trimmed.slice(1))
		: trimmed;
}

function knownHome(): string {
	const home = homeFolder();
	if (home === undefined) {
		throw new UserError('Nobody knows what ~ is here: there is no home folder', {
			code: 'usage',
			hint: 'Give the whole path, or set HOME.',
		});
	}

	return home;
}

/** The path with another extension, if it has one of `known`; else it stays as it was typed. */
export function withExtension(typed: string, extension: string, known: readonly string[]): string {
	const [current] = known
		.filter(candidate => typed.endsWith(`.${candidate}`))
		.toSorted((one, other) => other.length - one.length);
	return current === undefined ? typed : typed.slice(0, -current.length) + extension;
}
