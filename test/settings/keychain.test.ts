import {execFile} from 'node:child_process';
import {readdirSync, readFileSync, renameSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {promisify} from 'node:util';
import {describe, expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import type {Keychain} from '../../source/settings/keychain.ts';
import {SealedSettingsError} from '../../source/settings/sealed-settings-error.ts';
import {openSettingsStore} from '../../source/settings/store.ts';
import {fileKeychain} from '../support/file-keychain.ts';
import {preloaded} from '../support/preloaded.ts';
import {temporaryFolder} from './temporary-folder.ts';

const apiKey = 'a key that nobody may read';

function setUp() {
	const folder = temporaryFolder();
	const kept = new Map<string, string>();
	const toKeychain = (file: string): Keychain => ({
		findProblem: async () => undefined,
		read: () => kept.get(file),
		write: secret => void kept.set(file, secret),
		remove: () => void kept.delete(file),
	});
	const open = () => openSettingsStore(folder, toKeychain);
	const file = path.join(folder, 'settings.json');
	return {folder, kept, open, file, store: open(), bytes: () => readFileSync(file)};
}

describe('with a key in the keychain', () => {
	test('the file can’t be read without it, and settings work on', async () => {
		const {store, open, kept, file, bytes} = setUp();
		await store.keep('assemblyai', {apiKey});
		expect(bytes().includes(apiKey)).toBe(true);
		await store.protect('keychain');
		expect([store.protection(), kept.size]).toEqual(['keychain', 1]);
		expect(bytes().includes(apiKey)).toBe(false);
		expect(bytes().includes([...kept.values()][0] ?? '')).toBe(false);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(open().read()).toEqual({settings: {assemblyai: {apiKey}}, notices: []});

		await open().keep('preferences', {audio: 'direct'});
		expect(bytes().includes('direct')).toBe(false);
		expect(open().read().settings).toEqual({assemblyai: {apiKey}, preferences: {audio: 'direct'}});
	});

	test('one can go back to the file, and the key is gone', async () => {
		const {folder, store, open, kept, file, bytes} = setUp();
		await store.keep('assemblyai', {apiKey});
		await store.protect('keychain');
		expect(await open().protect('file')).toEqual([]);
		expect([open().protection(), kept.size]).toEqual(['file', 0]);
		expect(bytes().includes(apiKey)).toBe(true);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(readdirSync(folder).toSorted()).toEqual(['settings.json', 'settings.lock']);
	});

	test('a file that is damaged is kept aside, not overwritten', async () => {
		const {folder, open, file} = setUp();
		writeFileSync(file, '{"half');
		const notices = await open().protect('keychain');
		const [aside = ''] = readdirSync(folder).filter(name => name.includes('.damaged-'));
		expect(notices).toEqual([expect.stringContaining(path.join(folder, aside))]);
		expect(readFileSync(path.join(folder, aside), 'utf8')).toBe('{"half');
		expect([open().protection(), open().read().settings]).toEqual(['keychain', {}]);
	});

	test('nothing is done again that is done: not even the key is made anew', async () => {
		const {store, open, kept, bytes} = setUp();
		await store.keep('assemblyai', {apiKey});
		await store.protect('file');
		expect(kept.size).toBe(0);
		await store.protect('keychain');
		const before = [bytes(), ...kept.values()];
		await open().protect('keychain');
		expect([bytes(), ...kept.values()]).toEqual(before);
	});

	test.each([
		['is lost', undefined, 'has no key'],
		['is another one', 'another', 'does not open'],
	])('that %s, nothing is overwritten', async (_, key, message) => {
		const {store, open, kept, file, bytes} = setUp();
		await store.keep('assemblyai', {apiKey});
		await store.protect('keychain');
		const before = bytes();
		const right = kept.get(file) ?? '';
		kept.delete(file);
		if (key !== undefined) {
			kept.set(file, key);
		}

		expect(() => open().read()).toThrow(message);
		await expect(open().keep('preferences', {audio: 'direct'})).rejects.toThrow(message);
		await expect(open().protect('file')).rejects.toBeInstanceOf(SealedSettingsError);
		expect(bytes()).toEqual(before);
		kept.set(file, right);
		expect(open().read().settings.assemblyai?.apiKey).toBe(apiKey);
	});

	test('that is lost, the file can be set aside, and comes back with its key', async () => {
		const {folder, store, open, kept, file, bytes} = setUp();
		await store.keep('assemblyai', {apiKey});
		await store.protect('keychain');
		expect(store.setAsideSealed()).toEqual([]);
		const [before, right] = [bytes(), kept.get(file) ?? ''];
		kept.clear();
		const notices = open().setAsideSealed();
		const [aside = ''] = readdirSync(folder).filter(name => name.startsWith('settings.sealed-'));
		expect(notices).toEqual([expect.stringContaining(path.join(folder, aside))]);
		expect(readFileSync(path.join(folder, aside))).toEqual(before);

		expect(open().read()).toEqual({settings: {}, notices: []});
		await open().keep('assemblyai', {apiKey: 'a new one'});
		expect(open().read().settings.assemblyai?.apiKey).toBe('a new one');
		kept.set(file, right);
		renameSync(path.join(folder, aside), file);
		expect(open().read().settings.assemblyai?.apiKey).toBe(apiKey);
	});

	test('a file that was changed is not taken for settings', async () => {
		const {store, open, file, bytes} = setUp();
		await store.keep('assemblyai', {apiKey});
		await store.protect('keychain');
		const changed = bytes();
		changed[30] = (changed[30] ?? 0) ^ 1;
		writeFileSync(file, changed);
		expect(() => open().read()).toThrow('does not open');
	});
});

describe('a keychain that can’t be used', () => {
	const refuse = () => {
		throw new UserError('The keychain is locked');
	};
	const locked: Keychain = {
		findProblem: async () => new UserError('The keychain is locked'),
		read: refuse,
		write: refuse,
		remove: refuse,
	};

	test('leaves everything as it was', async () => {
		const folder = temporaryFolder();
		const store = openSettingsStore(folder, () => locked);
		await store.keep('assemblyai', {apiKey});
		await expect(store.protect('keychain')).rejects.toThrow('The keychain is locked');
		expect(store.protection()).toBe('file');
		expect(store.read().settings.assemblyai?.apiKey).toBe(apiKey);
		expect(readdirSync(folder).toSorted()).toEqual(['settings.json', 'settings.lock']);
	});

	test('is not needed for a file that is plain, nor where there is none', async () => {
		const folder = temporaryFolder();
		const store = openSettingsStore(folder, () => locked);
		expect(await store.protect('file')).toEqual([]);
		expect(readdirSync(folder)).toEqual([]);
		await store.keep('assemblyai', {apiKey});
		expect(await store.protect('file')).toEqual([]);
		expect(store.read().settings.assemblyai?.apiKey).toBe(apiKey);
	});

	test('says of an encrypted file that it can’t be opened, and why', async () => {
		const {folder, store} = setUp();
		await store.keep('assemblyai', {apiKey});
		await store.protect('keychain');
		const later = openSettingsStore(folder, () => locked);
		expect(() => later.read()).toThrow(SealedSettingsError);
		expect(() => later.read()).toThrow(/can’t be opened\. The keychain is locked$/);
	});

	test('keeps a key that can’t be removed, which is said, and the file is plain all the same', async () => {
		const {folder, store, kept, file, bytes} = setUp();
		await store.keep('assemblyai', {apiKey});
		await store.protect('keychain');
		const later = openSettingsStore(folder, () => ({
			...locked,
			read: () => kept.get(file),
		}));
		expect(await later.protect('file')).toEqual([
			'A key that opens nothing any more is left in the keychain. The keychain is locked.',
		]);
		expect(bytes().includes(apiKey)).toBe(true);
		expect(await later.protect('file')).toEqual([]);
	});

	test('since it forgets at once leaves the file as it was', async () => {
		const folder = temporaryFolder();
		const ignore = () => undefined;
		const forgetful = {...locked, read: ignore, write: ignore, remove: ignore};
		const store = openSettingsStore(folder, () => forgetful);
		await store.keep('assemblyai', {apiKey});
		await expect(store.protect('keychain')).rejects.toThrow('did not keep the key');
		expect(store.read().settings.assemblyai?.apiKey).toBe(apiKey);
		expect(readdirSync(folder).toSorted()).toEqual(['settings.json', 'settings.lock']);
	});
});

test('processes that keep and renew at once lose nothing of each other’s, encrypted', async () => {
	const folder = temporaryFolder();
	const config = path.join(folder, 'config');
	const keychainFile = path.join(folder, 'keychain');
	const store = openSettingsStore(config, fileKeychain(keychainFile));
	await store.keep('zoom', {credentials: {type: 'user', clientId: 'client', refreshToken: '0'}});
	await store.protect('keychain');
	const before = readFileSync(keychainFile, 'utf8');

	const goodToken = path.join(folder, 'good');
	const env = {
		...process.env,
		...preloaded('preload-keychain.ts'),
		KEYCHAIN_FILE: keychainFile,
	};
	const run = promisify(execFile);
	await Promise.all(
		[
			['keep-many.ts', config, 'assemblyai'],
			['renew-many.ts', config, goodToken],
			['renew-many.ts', config, goodToken],
		].map(command => run(process.execPath, command, {env, cwd: import.meta.dirname})),
	);
	expect([store.protection(), readFileSync(keychainFile, 'utf8')]).toEqual(['keychain', before]);
	expect(store.read()).toEqual({
		settings: {
			zoom: {credentials: {type: 'user', clientId: 'client', refreshToken: '40'}},
			assemblyai: {apiKey: '50'},
		},
		notices: [],
	});
});
