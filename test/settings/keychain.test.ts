import {readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import type {Keychain} from '../../source/settings/keychain.ts';
import {openSettingsStore} from '../../source/settings/store.ts';
import {temporaryFolder} from './temporary-folder.ts';

const apiKey = 'a key that nobody may read';

function setUp() {
	const folder = temporaryFolder();
	const kept = new Map<string, string>();
	const toKeychain = (file: string): Keychain => ({
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
		const {folder, store, open, kept, bytes} = setUp();
		await store.keep('assemblyai', {apiKey});
		await store.protect('keychain');
		await open().protect('file');
		expect([open().protection(), kept.size]).toEqual(['file', 0]);
		expect(bytes().includes(apiKey)).toBe(true);
		expect(readdirSync(folder).toSorted()).toEqual(['settings.json', 'settings.lock']);
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
		expect(bytes()).toEqual(before);
		kept.set(file, right);
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

test('a keychain that can’t be used leaves everything as it was', async () => {
	const folder = temporaryFolder();
	const refuse = () => {
		throw new UserError('The keychain is locked');
	};
	const store = openSettingsStore(folder, () => ({read: refuse, write: refuse, remove: refuse}));
	await store.keep('assemblyai', {apiKey});
	await expect(store.protect('keychain')).rejects.toThrow('The keychain is locked');
	expect(store.protection()).toBe('file');
	expect(store.read().settings.assemblyai?.apiKey).toBe(apiKey);
});
