import {lstatSync} from 'node:fs';
import {UserError} from './errors.ts';
import {safeText} from './safe-text.ts';

/**
 * Refuses a symbolic link where credentials or transcripts are kept: whoever made it may read, or
 * choose, what they end up in. Links further up in the path are the person's own business.
 *
 * @param variable Names another place.
 * @throws {UserError} for a link; for what is not there it does nothing.
 */
export function rejectLink(
	place: string,
	variable: 'RECSCRIBE_CONFIG_DIR' | 'RECSCRIBE_DATA_DIR',
): void {
	if (isLink(place)) {
		throw new UserError(`${safeText(place)} is a symbolic link, which Recscribe does not follow`, {
			hint: `Put the real thing there, or set ${variable} to the folder where it is.`,
		});
	}
}

function isLink(place: string): boolean {
	try {
		return lstatSync(place).isSymbolicLink();
	} catch {
		// Whoever opens it will say what is wrong with it.
		return false;
	}
}
