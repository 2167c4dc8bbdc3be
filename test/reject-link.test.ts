import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import {openLibrary} from '../source/library/library.ts';
import {openSettingsStore} from '../source/settings/store.ts';

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'recscribe-link-'));
	mkdirSync(path.join(folder, 'elsewhere'));
});

const at = (...names: readonly string[]) => path.join(folder, ...names);

describe('a link in place of', () => {
	test('the settings file is neither read nor written', async () => {
		mkdirSync(at('config'));
		const text = '{"assemblyai": {"apiKey": "of somebody else"}}';
		writeFileSync(at('elsewhere', 'file.json'), text);
		symlinkSync(at('elsewhere', 'file.json'), at('config', 'settings.json'));
		const store = openSettingsStore(at('config'));
		expect(() => store.read()).toThrow('is a symbolic link');
		await expect(store.keep('assemblyai', {apiKey: 'mine'})).rejects.toThrow('symbolic link');
		expect(readFileSync(at('elsewhere', 'file.json'), 'utf8')).toBe(text);
	});

	test('the settings folder is not followed', async () => {
		symlinkSync(at('elsewhere'), at('config'));
		const store = openSettingsStore(at('config'));
		expect(() => store.read()).toThrow('symbolic link');
		await expect(store.keep('assemblyai', {apiKey: 'mine'})).rejects.toThrow('symbolic link');
		expect(readdirSync(at('elsewhere'))).toEqual([]);
	});

	test('the library or its folder is not followed', () => {
		symlinkSync(at('elsewhere'), at('data'));
		expect(() => openLibrary(at('data'))).toThrow('symbolic link');
		mkdirSync(at('other'));
		writeFileSync(at('elsewhere', 'db'), '');
		symlinkSync(at('elsewhere', 'db'), at('other', 'library.db'));
		expect(() => openLibrary(at('other'))).toThrow('is a symbolic link');
		expect(readFileSync(at('elsewhere', 'db'), 'utf8')).toBe('');
	});
});

test('a link further up is the person’s own business', async () => {
	symlinkSync(at('elsewhere'), at('home'));
	const store = openSettingsStore(at('home', 'config'));
	await store.keep('assemblyai', {apiKey: 'mine'});
	expect(store.read().settings.assemblyai?.apiKey).toBe('mine');
});
