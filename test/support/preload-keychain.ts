// Loaded before the program: the file KEYCHAIN_FILE in the place of the operating system's keychain, which
// no test may touch.
import {createRequire} from 'node:module';
import process from 'node:process';
import {fileKeychain} from './file-keychain.ts';

const open = fileKeychain(process.env['KEYCHAIN_FILE'] ?? '');

function Entry(_service: string, name: string) {
	const {read, write, remove} = open(name);
	return {getPassword: () => read() ?? null, setPassword: write, deletePassword: remove};
}

function AsyncEntry(_service: string, name: string) {
	return {getPassword: async () => open(name).read() ?? null};
}

Object.assign(createRequire(import.meta.url)('@napi-rs/keyring'), {Entry, AsyncEntry});
