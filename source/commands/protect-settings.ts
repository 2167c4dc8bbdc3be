import type {Protection} from '../settings/settings-file.ts';
import type {CommandContext} from './command.ts';

/** Keeps the settings as text for the owner alone, or encrypted. Throws `UserError` where that can't be. */
export async function protectSettings(
	{program, stderr}: CommandContext,
	by: Protection,
): Promise<void> {
	const {store} = program.load();
	await store.protect(by);
	stderr.write(
		by === 'keychain'
			? `✓ ${store.path} is encrypted, with a key in this computer’s keychain\n`
			: `✓ ${store.path} can be read by you alone\n`,
	);
}
