// Loaded before the program: the file KEYCHAIN_FILE in the place of the operating system's keychain, which
// no test may touch; with a KEYCHAIN_PROBLEM, one that can't be used.
import {createRequire} from 'node:module';
import process from 'node:process';
import {fileKeychain} from './file-keychain.ts';

const openFile = fileKeychain(process.env['KEYCHAIN_FILE'] ?? '');
const problem = process.env['KEYCHAIN_PROBLEM'];

function open(name: string) {
	if (problem !== undefined) {
		throw new Error(problem);
	}

	return openFile(name);
}

function Entry(_service: string, name: string) {
	const {read, write, remove} = open(name);
	return {getPassword: () => read() ?? null, setPassword: write, deletePassword: remove};
}

function AsyncEntry(_service: string, name: string) {
	return {getPassword: async () => open(name).read() ?? null};
}

Object.assign(createRequire(import.meta.url)('@napi-rs/keyring'), {Entry, AsyncEntry});
