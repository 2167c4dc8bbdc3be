import type {Protection} from '../settings/settings-file.ts';
import type {CommandContext} from './command.ts';

/** Keeps the settings as text for the owner alone, or encrypted. Throws `UserError` where that can't be. */
export async function protectSettings(
	{program, stderr}: CommandContext,
	by: Protection,
): Promise<void> {
	const {store} = program.load();
	const notices = await store.protect(by);
	const done =
		by === 'keychain'
			? `✓ ${store.path} is encrypted, with a key in this computer’s keychain`
			: `✓ ${store.path} is a file that only you can read`;
	stderr.write(`${[...notices, done].join('\n')}\n`);
}
