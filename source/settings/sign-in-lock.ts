import path from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {UserError} from '../errors.ts';
import {describeFileError} from '../private-files.ts';
import {safeText} from '../safe-text.ts';
import {type LockFile, openLockFile} from './lock-file.ts';

const betweenTriesMs = 25;

/**
 * Does `act` while no other Recscribe, nor another part of this one, does the same: for as long as it
 * takes, without holding up this process meanwhile. Throws what `act` throws, the signal's reason while
 * it waits, and a `UserError` where there can be no lock.
 */
export async function withSignInLock<Value>(
	lockFile: string,
	act: () => Promise<Value>,
	signal: AbortSignal,
): Promise<Value> {
	const orExplain = <Result>(use: () => Result): Result => {
		try {
			return use();
		} catch (error) {
			throw error instanceof UserError ? error : notRenewable(lockFile, error);
		}
	};
	const lock: LockFile = orExplain(() => openLockFile(lockFile));
	try {
		while (!orExplain(() => lock.take(0))) {
			signal.throwIfAborted();
			await wait(betweenTriesMs);
		}
		signal.throwIfAborted();
		return await act();
	} finally {
		lock.close();
	}
}

function notRenewable(lockFile: string, error: unknown): UserError {
	return new UserError(
		`The sign-in to Zoom can’t be renewed, since nothing can be kept in ${safeText(path.dirname(lockFile))}: ${describeFileError(error)}`,
		{
			hint: 'Make room or give yourself permission there, or set RECSCRIBE_CONFIG_DIR to another folder.',
			cause: error,
		},
	);
}
