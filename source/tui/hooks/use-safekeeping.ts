import {useEffect, useState} from 'react';
import {describeError, UserError} from '../../errors.ts';
import type {Program} from '../../program.ts';
import type {Protection} from '../../settings/settings-file.ts';

export type SafekeepingControl = {
	/** How the settings are kept now. */
	readonly by: Protection;
	/** Whether the keychain of this computer can be used. */
	readonly keychain: 'unknown' | 'there' | 'missing';
	/** What came of the last try to keep them the other way. */
	readonly said: string | undefined;
	/** Keeps them the other way, if that can be. Rejects with what is no `UserError`. */
	readonly change: () => Promise<void>;
};

/** How the settings are kept from others, to be seen and changed. */
export function useSafekeeping({openSafekeeping}: Program): SafekeepingControl {
	const [safekeeping] = useState(openSafekeeping);
	const [by, setBy] = useState(safekeeping.protection);
	const [keychain, setKeychain] = useState<SafekeepingControl['keychain']>('unknown');
	const [said, setSaid] = useState<string>();
	useEffect(() => {
		void safekeeping
			.findKeychainProblem()
			.then(problem => setKeychain(problem === undefined ? 'there' : 'missing'));
	}, [safekeeping]);

	async function change(): Promise<void> {
		const other = by === 'file' ? 'keychain' : 'file';
		try {
			const notices = await safekeeping.protect(other);
			setBy(other);
			setSaid([done[other], ...notices].join(' '));
		} catch (error) {
			if (!(error instanceof UserError)) {
				throw error;
			}

			setSaid(describeError(error));
		}
	}

	return {by, keychain, said, change};
}

const done: Readonly<Record<Protection, string>> = {
	file: '✓ The settings are in a file that only you can read.',
	keychain: '✓ The settings are encrypted, with a key in this computer’s keychain.',
};
