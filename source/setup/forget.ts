import {lstatSync, readdirSync, rmdirSync, rmSync} from 'node:fs';
import path from 'node:path';
import {UserError} from '../errors.ts';
import {describeFileError} from '../private-files.ts';
import {safeText} from '../safe-text.ts';
import type {Folders} from '../settings/folders.ts';
import {type Keychain, systemKeychain} from '../settings/keychain.ts';
import {openSettingsFile} from '../settings/settings-file.ts';

/** What Recscribe makes in a folder of its own, by name: whatever else is there is somebody else's. */
const own: Readonly<Record<keyof Folders, readonly RegExp[]>> = {
	config: [
		/^settings\.(?:json|lock|new\.json)(?:\.tmp.*)?$/,
		/^settings\.damaged-.*\.json$/,
		/^sign-in\.lock$/,
	],
	data: [
		/^library\.db(?:-wal|-shm|-journal)?$/,
		/^library\.db\.(?:damaged|rebuilding)/,
		/^search-of-everyone\.jsonl/,
		/^crashes$/,
	],
};

const crashReport = /^crash-.*\.json$/;

/** Everything that Recscribe keeps, by its path: of the program, or of its sandbox. */
export function listKept(folders: Folders): readonly string[] {
	return [
		...listOwn(folders.config, own.config),
		...listOwn(folders.data, own.data).flatMap(place =>
			path.basename(place) === 'crashes' ? [...listOwn(place, [crashReport]), place] : [place],
		),
	];
}

/**
 * Removes it, and folders that are empty then. A link is removed, not what it leads to.
 *
 * @throws {UserError} for the first that can't be removed.
 */
export function forget(
	kept: readonly string[],
	folders: Folders,
	toKeychain: (file: string) => Keychain = systemKeychain,
): void {
	const settingsFile = path.join(folders.config, 'settings.json');
	if (kept.includes(settingsFile)) {
		forgetKey(settingsFile, toKeychain(settingsFile));
	}

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
}

/** A key that can't be removed opens nothing once the file is gone. */
function forgetKey(file: string, keychain: Keychain): void {
	try {
		if (openSettingsFile(file, keychain).protection() === 'keychain') {
			keychain.remove();
		}
	} catch (error) {
		if (!(error instanceof UserError)) {
			throw error;
		}
	}
}

function listOwn(folder: string, names: readonly RegExp[]): readonly string[] {
	try {
		return lstatSync(folder).isDirectory()
			? readdirSync(folder)
					.filter(name => names.some(pattern => pattern.test(name)))
					.map(name => path.join(folder, name))
			: [];
	} catch {
		// There is nothing where nothing can be looked into.
		return [];
	}
}

function removeIfEmpty(folder: string): void {
	try {
		rmdirSync(folder);
	} catch {
		// Somebody else's files are in it, or it was never there.
	}
}
