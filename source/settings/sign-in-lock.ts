import {closeSync, openSync} from 'node:fs';
import process from 'node:process';
import {setTimeout as wait} from 'node:timers/promises';

const betweenTriesMs = 25;

/**
 * Does `act` while no other Recscribe, nor another part of this one, does the same: for as long as it
 * takes, without holding up this process meanwhile. `lockFile` stays behind, empty. The lock is
 * SQLite's, as that of the settings: it ends with the process that holds it. Throws what `act` throws,
 * and the signal's reason while it waits.
 */
export async function withSignInLock<Value>(
	lockFile: string,
	act: () => Promise<Value>,
	signal: AbortSignal,
): Promise<Value> {
	closeSync(openSync(lockFile, 'a', 0o600));
	const {DatabaseSync} = process.getBuiltinModule('node:sqlite');
	const lock = new DatabaseSync(lockFile, {timeout: 0});
	try {
		while (!isLocked(() => lock.exec('BEGIN IMMEDIATE'))) {
			signal.throwIfAborted();
			await wait(betweenTriesMs);
		}
		signal.throwIfAborted();
		return await act();
	} finally {
		lock.close();
	}
}

const sqliteBusy = 5;

function isLocked(begin: () => void): boolean {
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
