import {closeSync, openSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {makePrivateFolder} from '../private-files.ts';
import {rejectForeign} from '../reject-foreign.ts';

/** A lock between processes, and between parts of one. */
export type LockFile = {
	/**
	 * Takes it, unless somebody else has it for longer than `waitMs`, which holds up this process. Throws
	 * what `describeFileError` describes where it can't be taken at all.
	 */
	readonly take: (waitMs: number) => boolean;
	/** Gives it back if it was taken. */
	readonly close: () => void;
};

/**
 * Opens a lock file, which stays behind, empty; its folder is made where there is none. The lock is
 * SQLite's: the operating system lets go of it when a process ends, however it ends, where a lock file
 * of our own would stay and have to be judged stale. Throws what `describeFileError` describes, and a
 * `UserError` for one that is a link or another user's.
 */
export function openLockFile(file: string): LockFile {
	makePrivateFolder(path.dirname(file));
	rejectForeign(file, 'RECSCRIBE_CONFIG_DIR');
	closeSync(openSync(file, 'a', 0o600));
	// Loaded here because reading settings needs no lock, and most runs only read.
	const {DatabaseSync} = process.getBuiltinModule('node:sqlite');
	const database = new DatabaseSync(file);
	return {
		take(waitMs) {
			// Nothing is ever written: with a journal on the disk, a full one would be no lock.
			database.exec(`PRAGMA journal_mode = MEMORY; PRAGMA busy_timeout = ${waitMs}`);
			return begin(() => database.exec('BEGIN IMMEDIATE'));
		},
		close: () => database.close(),
	};
}

const sqliteBusy = 5;

function begin(take: () => void): boolean {
	try {
		take();
		return true;
	} catch (error) {
		if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) {
			return false;
		}

		throw error;
	}
}
