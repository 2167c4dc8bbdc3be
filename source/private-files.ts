import {chmodSync, mkdirSync, statSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {homeFolder} from './home-folder.ts';
import {safeText} from './safe-text.ts';

const readableByOthers = 0o077;
const sticky = 0o1000;

/**
 * Makes the folder and its parents, for its owner alone. One that is there already is left as it is.
 * Throws the system's error: its own `recursive` would hide a read-only disk behind ENOENT.
 */
export function makePrivateFolder(folder: string): void {
	try {
		mkdirSync(folder, {mode: 0o700});
	} catch (error) {
		if (isFolder(folder)) {
			return;
		}

		const parent = path.dirname(folder);
		if (codeOf(error) !== 'ENOENT' || parent === folder) {
			throw error;
		}

		makePrivateFolder(parent);
		makePrivateFolder(folder);
	}
}

function isFolder(place: string): boolean {
	try {
		return statSync(place).isDirectory();
	} catch {
		return false;
	}
}

/**
 * Takes what others may do with a folder away (mode 0700). Gives back what was done, as sentences.
 * A folder that is shared on purpose, such as `/tmp` or a home folder chosen by hand, is only named.
 */
export function closeFolder(folder: string): readonly string[] {
	return close(folder, 0o700, mode => isShared(mode) || isHomeOrAbove(folder));
}

/** Takes what others may do with a file away (mode 0600). Gives back what was done, as sentences. */
export function closeFile(file: string): readonly string[] {
	return close(file, 0o600, () => false);
}

/** Whether a folder is there for all users to keep something of their own in, as `/tmp` is. */
export function isShared(mode: number): boolean {
	return (mode & sticky) !== 0;
}

function close(
	place: string,
	wanted: number,
	isOnPurpose: (mode: number) => boolean,
): readonly string[] {
	// Windows has no such modes: a profile's folders are their owner's already.
	const mode = process.platform === 'win32' ? undefined : statSync(place, noThrow)?.mode;
	if (mode === undefined || (mode & readableByOthers) === 0) {
		return [];
	}
	const name = safeText(place);
	if (isOnPurpose(mode)) {
		return [`Others can look here, though not into what Recscribe keeps: ${name}`];
	}
	try {
		chmodSync(place, wanted);
		return [`Others could read this, which is mended now (mode ${wanted.toString(8)}): ${name}`];
	} catch (error) {
		return [`Others can read this, which can’t be changed (${describeFileError(error)}): ${name}`];
	}
}

const noThrow = {throwIfNoEntry: false} as const;

function isHomeOrAbove(folder: string): boolean {
	const home = homeFolder();
	if (home === undefined) {
		return false;
	}

	const way = path.relative(folder, home);
	return way === '' || !(way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way));
}

const fileErrors: Readonly<Record<string, string>> = {
	EACCES: 'no permission',
	EDQUOT: 'your share of the disk is used up',
	EEXIST: 'something else is there already',
	EIO: 'the disk fails',
	EISDIR: 'it is a folder',
	ELOOP: 'its links lead in a circle',
	ENOENT: 'there is no such file',
	ENOSPC: 'the disk is full',
	ENOTDIR: 'a part of its path is not a folder',
	EPERM: 'no permission',
	EROFS: 'the disk is read-only',
};

/** SQLite's primary result codes. */
const sqliteErrors: Readonly<Record<number, string>> = {
	5: 'another program keeps it locked',
	8: 'no permission',
	10: 'the disk fails',
	13: 'the disk is full',
	14: 'a file can’t be opened',
	26: 'its lock file holds something else',
};

/** Why a file could not be read, written or locked, in words that end a sentence. */
export function describeFileError(error: unknown): string {
	if (error instanceof Error && 'errcode' in error) {
		return sqliteErrors[Number(error.errcode) % 256] ?? error.message;
	}

	const code = codeOf(error) ?? 'unknown reason';
	return fileErrors[code] ?? code;
}

/** The system's name of what went wrong, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
	return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
