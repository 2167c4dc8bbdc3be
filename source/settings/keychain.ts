import {createRequire} from 'node:module';
import {UserError} from '../errors.ts';
import {safeText} from '../safe-text.ts';

/** Where the operating system keeps one secret for one settings file, as long as the person wants it. */
export type Keychain = {
	/** Undefined where it has none. Throws `UserError` where it can't be asked. */
	readonly read: () => string | undefined;
	readonly write: (secret: string) => void;
	readonly remove: () => void;
};

/**
 * The operating system's own: Keychain on macOS, Credential Manager on Windows, the Secret Service on
 * Linux; never the keyring of Linux's kernel, which forgets everything at the next start.
 */
export function systemKeychain(settingsFile: string): Keychain {
	const open = () => {
		const {Entry} = loadKeyring();
		return new Entry('recscribe', settingsFile, {linux: {store: 'secret-service'}});
	};
	return {
		read: () => ask(() => open().getPassword() ?? undefined),
		write: secret => ask(() => open().setPassword(secret)),
		remove: () => ask(() => void open().deletePassword()),
	};
}

/** Native code, and so no part of the bundle; there may be none for a platform. */
function loadKeyring(): typeof import('@napi-rs/keyring') {
	const require = createRequire(import.meta.url);
	return require('@napi-rs/keyring');
}

function ask<Value>(question: () => Value): Value {
	try {
		return question();
	} catch (error) {
		const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
		throw new UserError(`The keychain of this computer can’t be used: ${safeText(reason ?? '')}`, {
			hint: 'Unlock it, or keep credentials in a file for you alone: recscribe setup --no-keychain.',
			cause: error,
		});
	}
}
