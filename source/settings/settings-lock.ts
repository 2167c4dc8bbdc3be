import {closeSync, openSync} from 'node:fs';
import process from 'node:process';
import {UserError} from '../errors.ts';

const longestWaitMs = 10_000;

/**
 * Runs `change` while no other Recscribe changes the same settings. `lockFile` stays behind, empty.
 *
 * The lock is SQLite's: the operating system lets go of it when a process ends, however it ends,
 * where a lock file of our own would stay and have to be judged stale.
 */
export function withSettingsLock<Value>(lockFile: string, change: () => Value): Value {
	closeSync(openSync(lockFile, 'a', 0o600));
	// Loaded here because reading settings needs no lock, and most runs only read.
	const {DatabaseSync} = process.getBuiltinModule('node:sqlite');
	const lock = new DatabaseSync(lockFile, {timeout: longestWaitMs});
	try {
		lock.exec('BEGIN IMMEDIATE');
	} catch (error) {
		lock.close();
		throw new UserError('Another Recscribe is busy with the settings and does not finish', {
			hint: 'Close the other one, then try again.',
			cause: error,
		});
	}
	try {
		return change();
	} finally {
		lock.close();
	}
}
