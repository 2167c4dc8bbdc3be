import {createRequire} from 'node:module';
import {UserError} from '../errors.ts';
import {safeText} from '../safe-text.ts';

/** Where the operating system keeps one secret for one settings file, as long as the person wants it. */
export type Keychain = {
	/** Why it can't be used; undefined where it can. Writes nothing, and holds nothing up. */
	readonly findProblem: () => Promise<UserError | undefined>;
	/** Undefined where it has none. Throws `UserError` where it can't be asked, as the others do. */
	readonly read: () => string | undefined;
	readonly write: (secret: string) => void;
	readonly remove: () => void;
};

/**
 * The operating system's own: Keychain on macOS, Credential Manager on Windows, the Secret Service on
 * Linux; never the keyring of Linux's kernel, which forgets everything at the next start.
 */
export function systemKeychain(settingsFile: string): Keychain {
	const name = ['recscribe', settingsFile, {linux: {store: 'secret-service'}}] as const;
	const ask = <Value>(question: (entry: Entry) => Value): Value => {
		const {Entry} = loadKeyring();
		try {
			return question(new Entry(...name));
		} catch (error) {
			throw notUsable(error);
		}
	};
	return {
		async findProblem() {
			try {
				const {AsyncEntry} = loadKeyring();
				await new AsyncEntry(...name).getPassword();
				return undefined;
			} catch (error) {
				return error instanceof UserError ? error : notUsable(error);
			}
		},
		read: () => ask(entry => entry.getPassword() ?? undefined),
		write: secret => ask(entry => entry.setPassword(secret)),
		remove: () => ask(entry => void entry.deletePassword()),
	};
}

type Keyring = typeof import('@napi-rs/keyring');
type Entry = InstanceType<Keyring['Entry']>;

/** Native code, and so no part of the bundle; there may be none for a platform, or none installed. */
function loadKeyring(): Keyring {
	const require = createRequire(import.meta.url);
	try {
		return require('@napi-rs/keyring');
	} catch (error) {
		throw new UserError(
			'Recscribe can’t speak with the keychain here: the optional package @napi-rs/keyring is not installed',
			{
				hint: 'Install Recscribe with its optional dependencies, if there are any for this platform. Without, settings are kept in a file that only you can read.',
				cause: error,
			},
		);
	}
}

function notUsable(error: unknown): UserError {
	const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
	return new UserError(`The keychain of this computer can’t be used: ${safeText(reason ?? '')}`, {
		hint: 'Unlock it, or start what keeps it. Without, settings are kept in a file that only you can read.',
		cause: error,
	});
}
