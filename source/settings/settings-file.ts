import {readFileSync, renameSync, rmSync} from 'node:fs';
import path from 'node:path';
import {UserError} from '../errors.ts';
import {describeFileError} from '../private-files.ts';
import {safeText} from '../safe-text.ts';
import type {Keychain} from './keychain.ts';
import {createSealKey, isSealed, type SealKey, sealAlgorithm, unseal} from './sealed-settings.ts';

/** How settings are kept: as text that only their owner can read, or encrypted with a key in the keychain. */
export type Protection = 'file' | 'keychain';

/** What conf needs to know of it. */
export type SealOptions =
	| {readonly encryptionKey: SealKey; readonly encryptionAlgorithm: typeof sealAlgorithm}
	| Record<never, never>;

/** The settings file as it is on the disk. Every method throws `UserError` where it can't be read. */
export type SettingsFile = {
	/** Its text, whatever it is kept by; undefined without a file. */
	readonly read: () => string | undefined;
	readonly protection: () => Protection;
	/** For conf to write it as it is kept now. */
	readonly sealOptions: () => SealOptions;
	/**
	 * Puts what `write` makes under the name and with the options it is given in the place of the file,
	 * whole or not at all; it is kept so from then on.
	 */
	readonly replace: (by: Protection, write: (name: string, seal: SealOptions) => void) => void;
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
				keychain.remove();
				return;
			}

			const key = createSealKey();
			keychain.write(key);
			write(name, toOptions(key));
			// What can't be read again is not to take the place of what can.
			openSeal(readFileSync(written), readKey(keychain, file), file);
			renameSync(written, file);
		},
	};
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
			`The settings in ${safeText(file)} can't be read: ${describeFileError(error)}`,
			{
				hint: 'Make the file readable for you, or set RECSCRIBE_CONFIG_DIR to another folder.',
				cause: error,
			},
		);
	}
}

function readKey(keychain: Keychain, file: string): SealKey {
	const key = keychain.read();
	if (key === undefined) {
		throw new UserError(`The keychain has no key for the settings in ${safeText(file)}`, {
			code: 'not-set-up',
			hint: 'Bring the key back, or start over: "recscribe setup --forget", then "recscribe setup".',
		});
	}

	return key;
}

function openSeal(bytes: Uint8Array, key: SealKey, file: string): string {
	const text = unseal(bytes, key);
	if (text === undefined) {
		throw new UserError(`The key in the keychain does not open the settings in ${safeText(file)}`, {
			code: 'not-set-up',
			hint: 'Bring the right key back, or start over: "recscribe setup --forget", then "recscribe setup".',
		});
	}

	return text;
}
