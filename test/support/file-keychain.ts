import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import type {Keychain} from '../../source/settings/keychain.ts';

/** A keychain that several processes see: a file of names and secrets. Nothing guards it. */
export function fileKeychain(keychainFile: string): (name: string) => Keychain {
	const readAll = (): Record<string, string> =>
		existsSync(keychainFile) ? JSON.parse(readFileSync(keychainFile, 'utf8')) : {};
	return name => ({
		findProblem: async () => undefined,
		read: () => readAll()[name],
		write: secret => writeFileSync(keychainFile, JSON.stringify({...readAll(), [name]: secret})),
		remove() {
			const {[name]: _, ...others} = readAll();
			writeFileSync(keychainFile, JSON.stringify(others));
		},
	});
}
