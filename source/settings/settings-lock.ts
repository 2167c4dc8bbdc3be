import {UserError} from '../errors.ts';
import {openLockFile} from './lock-file.ts';

const longestWaitMs = 10_000;

/**
 * Runs `change` while no other Recscribe changes the same settings. Throws what `change` and
 * `openLockFile` throw, and a `UserError` when another one does not finish.
 */
export function withSettingsLock<Value>(lockFile: string, change: () => Value): Value {
	const lock = openLockFile(lockFile);
	try {
		if (!lock.take(longestWaitMs)) {
			throw new UserError('Another Recscribe is busy with the settings and does not finish', {
				hint: 'Close the other one, then try again.',
			});
		}

		return change();
	} finally {
		lock.close();
	}
}
