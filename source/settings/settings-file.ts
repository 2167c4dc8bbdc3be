import {readFileSync, renameSync, rmSync} from 'node:fs';
import path from 'node:path';
import {UserError} from '../errors.ts';
import {describeFileError} from '../private-files.ts';
import {safeText} from '../safe-text.ts';
import type {Keychain} from './keychain.ts';
import {createSealKey, isSealed, type SealKey, sealAlgorithm, unseal} from './sealed-settings.ts';
import {SealedSettingsError} from './sealed-settings-error.ts';

/** How settings are kept: as text that only their owner can read, or encrypted with a key in the keychain. */
export type Protection = 'file' | 'keychain';

/** What conf needs to know of it. */
export type SealOptions =
	| {readonly encryptionKey: SealKey; readonly encryptionAlgorithm: typeof sealAlgorithm}
	| Record<never, never>;

/**
 * The settings file as it is on the disk. Every method throws `UserError` where it can't be read, and
 * those that need its text `SealedSettingsError` where it can't be opened.
 */
export type SettingsFile = {
	/** Its text, whatever it is kept by; undefined without a file. */
	readonly read: () => string | undefined;
	readonly protection: () => Protection;
	/** For conf to write it as it is kept now. */
	readonly sealOptions: () => SealOptions;
	/**
	 * Puts what `write` makes under the name and with the options it is given in the place of the file that
	 * is kept the other way, whole or not at all. Gives back what is left to say, as sentences.
	 */
	readonly replace: (
		by: Protection,
		write: (name: string, seal: SealOptions) => void,
	) => readonly string[];
};

export function openSettingsFile(file: string, keychain: Keychain): SettingsFile {
	function findKey(bytes: Uint8Array | undefined): SealKey | undefined {
		return bytes !== undefined && isSealed(bytes) ? readKey(keychain, file) : undefined;
	}

	return {
		read() {
			const bytes = readBytes(file);
			const key = findKey(bytes);
			return bytes === undefined || key === undefined
				? bytes && new TextDecoder().decode(bytes)
				: openSeal(bytes, key, file);
		},
		protection() {
			const bytes = readBytes(file);
			return bytes !== undefined && isSealed(bytes) ? 'keychain' : 'file';
		},
		sealOptions: () => toOptions(findKey(readBytes(file))),
		replace(by, write) {
			const name = `${path.basename(file, '.json')}.new`;
			const written = path.join(path.dirname(file), `${name}.json`);
			rmSync(written, {force: true});
			if (by === 'file') {
				write(name, {});
				renameSync(written, file);
				return removeKey(keychain);
			}

			const key = createSealKey();
			keychain.write(key);
			try {
				write(name, toOptions(key));
				// What can't be read again is not to take the place of what can.
				if (keychain.read() !== key || unseal(readFileSync(written), key) === undefined) {
					throw new UserError('The keychain of this computer did not keep the key', {
						hint: 'The settings are as they were, in a file that only you can read.',
					});
				}

				renameSync(written, file);
				return [];
			} catch (error) {
				rmSync(written, {force: true});
				removeKey(keychain);
				throw error;
			}
		},
	};
}

/** A key that can't be removed opens nothing once the file is kept otherwise, or gone. */
export function removeKey(keychain: Keychain): readonly string[] {
	try {
		keychain.remove();
		return [];
	} catch (error) {
		if (!(error instanceof UserError)) {
			throw error;
		}

		return [`A key that opens nothing any more is left in the keychain. ${error.message}.`];
	}
}

function toOptions(key: SealKey | undefined): SealOptions {
	return key === undefined ? {} : {encryptionKey: key, encryptionAlgorithm: sealAlgorithm};
}

function readBytes(file: string): Uint8Array | undefined {
	try {
		return readFileSync(file);
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
			return undefined;
		}
		throw new UserError(
			`The settings in ${safeText(file)} can’t be read: ${describeFileError(error)}`,
			{
				hint: 'Make the file readable for you, or set RECSCRIBE_CONFIG_DIR to another folder.',
				cause: error,
			},
		);
	}
}

function readKey(keychain: Keychain, file: string): SealKey {
	const key = askForKey(keychain, file);
	if (key === undefined) {
		throw new SealedSettingsError(`The keychain has no key for the settings in ${safeText(file)}`);
	}

	return key;
}

function askForKey(keychain: Keychain, file: string): SealKey | undefined {
	try {
		return keychain.read();
	} catch (error) {
		throw error instanceof UserError
			? new SealedSettingsError(
					`The settings in ${safeText(file)} can’t be opened. ${error.message}`,
					error,
				)
			: error;
	}
}

function openSeal(bytes: Uint8Array, key: SealKey, file: string): string {
	const text = unseal(bytes, key);
	if (text === undefined) {
		throw new SealedSettingsError(
			`The key in the keychain does not open the settings in ${safeText(file)}`,
		);
	}

	return text;
}
