import {closeSync, openSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as wait} from 'node:timers/promises';
import {UserError} from '../errors.ts';
import {describeFileError, makePrivateFolder} from '../private-files.ts';
import {safeText} from '../safe-text.ts';

const betweenTriesMs = 25;

/**
 * Does `act` while no other Recscribe, nor another part of this one, does the same: for as long as it
 * takes, without holding up this process meanwhile. `lockFile` stays behind, empty. The lock is
 * SQLite's, as that of the settings: it ends with the process that holds it. Throws what `act` throws,
 * the signal's reason while it waits, and a `UserError` where there can be no lock file.
 */
export async function withSignInLock<Value>(
	lockFile: string,
	act: () => Promise<Value>,
	signal: AbortSignal,
): Promise<Value> {
	makeLockFile(lockFile);
	const {DatabaseSync} = process.getBuiltinModule('node:sqlite');
	const lock = new DatabaseSync(lockFile, {timeout: 0});
	try {
		while (!hasBegun(() => lock.exec('BEGIN IMMEDIATE'))) {
			signal.throwIfAborted();
			await wait(betweenTriesMs);
		}
		signal.throwIfAborted();
		return await act();
	} finally {
		lock.close();
	}
}

function makeLockFile(lockFile: string): void {
	try {
		makePrivateFolder(path.dirname(lockFile));
		closeSync(openSync(lockFile, 'a', 0o600));
	} catch (error) {
		throw new UserError(
			`The sign-in to Zoom can't be renewed, since nothing can be kept in ${safeText(path.dirname(lockFile))}: ${describeFileError(error)}`,
			{
				hint: 'Make room or give yourself permission there, or set RECSCRIBE_CONFIG_DIR to another folder.',
				cause: error,
			},
		);
	}
}

const sqliteBusy = 5;

function hasBegun(begin: () => void): boolean {
	try {
		begin();
		return true;
	} catch (error) {
		if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) {
			return false;
		}
		throw error;
	}
}
