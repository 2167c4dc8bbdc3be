import {lstatSync, type Stats} from 'node:fs';
import process from 'node:process';
import {UserError} from './errors.ts';
import {isShared} from './private-files.ts';
import {safeText} from './safe-text.ts';

/**
 * Refuses a symbolic link, and what belongs to another user, where credentials or transcripts are kept:
 * whose it is may read, or choose, what they end up in. Links further up in the path are the person's
 * own business, and so is a folder that all users share on purpose, such as `/tmp`. To the
 * administrator (root) nothing is another's.
 *
 * @param variable Names another place.
 * @throws {UserError} for what is refused; for what is not there it does nothing.
 */
export function rejectForeign(
	place: string,
	variable: 'RECSCRIBE_CONFIG_DIR' | 'RECSCRIBE_DATA_DIR',
): void {
	const found = lookAt(place);
	if (found?.isSymbolicLink() === true) {
		throw new UserError(`${safeText(place)} is a symbolic link, which Recscribe does not follow`, {
			hint: `Put the real thing there, or set ${variable} to the folder where it is.`,
		});
	}

	if (found !== undefined && isAnothers(found)) {
		throw new UserError(`${safeText(place)} belongs to another user (id ${found.uid})`, {
			hint: `Have it given to you (chown), or set ${variable} to a folder of your own.`,
		});
	}
}

function isAnothers(found: Stats): boolean {
	// Windows has no such ids: a profile's folders are their owner's already.
	const user = process.geteuid?.() ?? 0;
	return user !== 0 && found.uid !== user && !(found.isDirectory() && isShared(found.mode));
}

function lookAt(place: string): Stats | undefined {
	try {
		return lstatSync(place);
	} catch {
		// Whoever opens it will say what is wrong with it.
		return undefined;
	}
}
