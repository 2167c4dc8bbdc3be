import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {openLibrary} from '../../source/library/library.ts';
import type {Folders} from '../../source/settings/folders.ts';
import {openSettingsStore} from '../../source/settings/store.ts';
import {forget, listKept, rejectRunning} from '../../source/setup/forget.ts';
import {temporaryFolder} from '../settings/temporary-folder.ts';
import {fileKeychain} from '../support/file-keychain.ts';

const own = {
	config: [
		'settings.json',
		'settings.json.tmp-12',
		'settings.new.json',
		'settings.lock',
		'settings.lock-journal',
		'settings.damaged-2026.json',
		'settings.sealed-2026.json',
		'sign-in.lock',
	],
	data: [
		'library.db',
		'library.db-wal',
		'library.db-shm',
		'library.db.damaged-2026',
		'search-of-everyone.jsonl',
	],
} as const;

let folders: Folders;

beforeEach(() => {
	const folder = temporaryFolder();
	folders = {config: path.join(folder, 'config'), data: path.join(folder, 'data')};
	for (const place of ['config', 'data'] as const) {
		mkdirSync(folders[place]);
		for (const name of own[place]) {
			writeFileSync(path.join(folders[place], name), '');
		}
	}

	mkdirSync(path.join(folders.data, 'crashes'));
	writeFileSync(path.join(folders.data, 'crashes', 'crash-2026.json'), '');
});

test('everything that is kept is removed, with its folders', () => {
	const kept = listKept(folders);
	expect(kept).toHaveLength(own.config.length + own.data.length + 2);
	forget(kept, folders);
	expect([existsSync(folders.config), existsSync(folders.data)]).toEqual([false, false]);
	expect(listKept(folders)).toEqual([]);
});

test('what somebody else has put there stays', () => {
	writeFileSync(path.join(folders.data, 'my notes.txt'), '');
	writeFileSync(path.join(folders.data, 'crashes', 'mine'), '');
	forget(listKept(folders), folders);
	expect(readdirSync(folders.data).toSorted()).toEqual(['crashes', 'my notes.txt']);
});

test('a link goes, and what it leads to stays', () => {
	const elsewhere = temporaryFolder();
	writeFileSync(path.join(elsewhere, 'library.db'), '');
	const link = path.join(folders.data, 'library.db.damaged-link');
	symlinkSync(path.join(elsewhere, 'library.db'), link);
	forget(listKept(folders), folders);
	expect(readdirSync(elsewhere)).toEqual(['library.db']);
	expect(existsSync(folders.data)).toBe(false);
	symlinkSync(elsewhere, folders.data);
	expect(listKept(folders)).toEqual([]);
});

test('a folder that can’t be looked into is not one where nothing is kept', () => {
	const folder = temporaryFolder();
	const [one, other] = [path.join(folder, 'one'), path.join(folder, 'other')];
	symlinkSync(one, other);
	symlinkSync(other, one);
	expect(() => listKept({...folders, data: path.join(one, 'data')})).toThrow(
		'data can’t be looked into: its links lead in a circle',
	);
	expect(listKept({...folders, data: path.join(folder, 'nowhere', 'data')})).toHaveLength(
		own.config.length,
	);
});

describe('the key in the keychain', () => {
	async function keepSealed() {
		const keychainFile = path.join(temporaryFolder(), 'keychain');
		const toKeychain = fileKeychain(keychainFile);
		rmSync(path.join(folders.config, 'settings.json'));
		const store = openSettingsStore(folders.config, toKeychain);
		await store.keep('assemblyai', {apiKey: 'key'});
		await store.protect('keychain');
		expect(readFileSync(keychainFile, 'utf8')).not.toBe('{}');
		return {toKeychain, keys: () => readFileSync(keychainFile, 'utf8'), file: store.path};
	}

	test('goes with the settings', async () => {
		const {toKeychain, keys} = await keepSealed();
		expect(forget(listKept(folders), folders, toKeychain)).toEqual([]);
		expect([keys(), existsSync(folders.config)]).toEqual(['{}', false]);
	});

	test('goes with settings that were set aside', async () => {
		const {toKeychain, keys, file} = await keepSealed();
		renameSync(file, path.join(folders.config, 'settings.sealed-2026-11.json'));
		forget(listKept(folders), folders, toKeychain);
		expect([keys(), existsSync(folders.config)]).toEqual(['{}', false]);
	});

	test('that can’t be removed is said, and all else goes', async () => {
		const {toKeychain} = await keepSealed();
		const notices = forget(listKept(folders), folders, file => ({
			...toKeychain(file),
			remove() {
				throw new UserError('The keychain is locked');
			},
		}));
		expect(notices).toEqual([
			'A key that opens nothing any more is left in the keychain. The keychain is locked.',
		]);
		expect(existsSync(folders.config)).toBe(false);
	});
});

describe('a library', () => {
	beforeEach(() => {
		rmSync(folders.data, {recursive: true});
	});

	test('that another Recscribe has open is not taken from it', () => {
		const library = openLibrary(folders.data);
		const reject = () => rejectRunning(listKept(folders), folders);
		expect(reject).toThrow(`Another Recscribe has the library in ${folders.data} open`);
		library.close();
		expect(reject).not.toThrow();
	});

	test('that is damaged nobody has open', () => {
		mkdirSync(folders.data);
		writeFileSync(path.join(folders.data, 'library.db'), 'no library '.repeat(100));
		expect(() => rejectRunning(listKept(folders), folders)).not.toThrow();
	});
});
