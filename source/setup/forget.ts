import {lstatSync, readdirSync, readFileSync, rmdirSync, rmSync} from 'node:fs';
import path from 'node:path';
import {UserError} from '../errors.ts';
import {isLibraryInUse} from '../library/is-in-use.ts';
import {codeOf, describeFileError} from '../private-files.ts';
import {safeText} from '../safe-text.ts';
import type {Folders} from '../settings/folders.ts';
import {type Keychain, systemKeychain} from '../settings/keychain.ts';
import {isSealed} from '../settings/sealed-settings.ts';
import {removeKey} from '../settings/settings-file.ts';

/** What Recscribe makes in a folder of its own, by name: whatever else is there is somebody else's. */
const own: Readonly<Record<keyof Folders, readonly RegExp[]>> = {
	config: [
		/^settings\.(?:new\.)?json(?:\.tmp.*)?$/,
		/^settings\.(?:damaged|sealed)-.*\.json$/,
		/^(?:settings|sign-in)\.lock(?:-journal)?$/,
	],
	data: [
		/^library\.db(?:-wal|-shm|-journal)?$/,
		/^library\.db\.(?:damaged|rebuilding)/,
		/^search-of-everyone\.jsonl/,
		/^crashes$/,
	],
};

const crashReport = /^crash-.*\.json$/;

/**
 * Everything that Recscribe keeps, by its path: of the program, or of its sandbox. Throws a `UserError`
 * for a folder that can't be looked into.
 */
export function listKept(folders: Folders): readonly string[] {
	return [
		...listOwn(folders.config, own.config),
		...listOwn(folders.data, own.data).flatMap(place =>
			path.basename(place) === 'crashes' ? [...listOwn(place, [crashReport]), place] : [place],
		),
	];
}

/** Throws a `UserError` where a Recscribe that runs would go on writing to what is to be removed. */
export function rejectRunning(kept: readonly string[], {data}: Folders): void {
	if (hasLibrary(kept) && isLibraryInUse(data)) {
		throw new UserError(`Another Recscribe has the library in ${safeText(data)} open`, {
			hint: 'Close it, then run this again: nothing was removed.',
		});
	}
}

/** Whether transcripts are among what is kept. */
export function hasLibrary(kept: readonly string[]): boolean {
	return kept.some(place => path.basename(place) === 'library.db');
}

/**
 * Removes it, with the key in the keychain, and folders that are empty then. A link is removed, not what
 * it leads to. Gives back what is left to say, as sentences.
 *
 * @throws {UserError} for the first that can't be removed.
 */
export function forget(
	kept: readonly string[],
	folders: Folders,
	toKeychain: (file: string) => Keychain = systemKeychain,
): readonly string[] {
	const settingsFile = path.join(folders.config, 'settings.json');
	const notices = kept.some(isSealedSettings) ? removeKey(toKeychain(settingsFile)) : [];
	for (const place of kept) {
		try {
			if (lstatSync(place).isDirectory()) {
				removeIfEmpty(place);
			} else {
				rmSync(place, {force: true});
			}
		} catch (error) {
			throw new UserError(`${safeText(place)} can’t be removed: ${describeFileError(error)}`, {
				hint: 'Close other Recscribes, and run it again.',
				cause: error,
			});
		}
	}

	for (const folder of [folders.config, folders.data]) {
		removeIfEmpty(folder);
	}

	return notices;
}

/** Also settings that were set aside, for want of a key that is there again. */
function isSealedSettings(place: string): boolean {
	try {
		return /^settings\..*json$/.test(path.basename(place)) && isSealed(readFileSync(place));
	} catch {
		// Whether it can be removed is seen when it is.
		return false;
	}
}

function listOwn(folder: string, names: readonly RegExp[]): readonly string[] {
	try {
		return lstatSync(folder).isDirectory()
			? readdirSync(folder)
					.filter(name => names.some(pattern => pattern.test(name)))
					.map(name => path.join(folder, name))
			: [];
	} catch (error) {
		const code = codeOf(error);
		if (code === 'ENOENT' || code === 'ENOTDIR') {
			return [];
		}

		throw new UserError(`${safeText(folder)} can’t be looked into: ${describeFileError(error)}`, {
			hint: 'Give yourself permission there, then run this again: nothing was removed.',
			cause: error,
		});
	}
}

function removeIfEmpty(folder: string): void {
	try {
		rmdirSync(folder);
	} catch {
		// Somebody else's files are in it, or it was never there.
	}
}
