import {execFile} from 'node:child_process';
import {
	chmodSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {promisify} from 'node:util';
import {describe, expect, onTestFinished, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {openSettingsStore} from '../../source/settings/store.ts';
import type {StoredZoom} from '../../source/settings/stored-settings.ts';
import {temporaryFolder} from './temporary-folder.ts';

const zoom: StoredZoom = {
	credentials: {
		type: 'server-to-server',
		accountId: 'account',
		clientId: 'client',
		clientSecret: 'hunter2',
	},
};

function setUp() {
	const folder = path.join(temporaryFolder(), 'deep', 'config');
	const store = openSettingsStore(folder);
	return {folder, store, file: store.path};
}

function setUpWith(content: string) {
	const all = setUp();
	mkdirSync(all.folder, {recursive: true, mode: 0o700});
	writeFileSync(all.file, content, {mode: 0o600});
	return all;
}

const modeOf = (place: string) => (statSync(place).mode & 0o777).toString(8);

test('reading what is not there gives nothing and makes nothing', () => {
	const {folder, store} = setUp();
	expect(store.read()).toEqual({settings: {}, notices: []});
	expect(() => statSync(folder)).toThrow('ENOENT');
});

test('keeps sections, gives them back, forgets them', async () => {
	const {folder, store} = setUp();
	await store.keep('zoom', zoom);
	await store.keep('assemblyai', {apiKey: 'key', baseUrl: 'https://api.eu.assemblyai.com'});
	await store.keep('preferences', {audio: 'direct'});
	expect(openSettingsStore(folder).read()).toEqual({
		settings: {
			zoom,
			assemblyai: {apiKey: 'key', baseUrl: 'https://api.eu.assemblyai.com'},
			preferences: {audio: 'direct'},
		},
		notices: [],
	});
	await store.keep('zoom', undefined);
	expect(store.read().settings).toMatchObject({zoom: undefined, assemblyai: {apiKey: 'key'}});
	expect(readFileSync(store.path, 'utf8')).not.toContain('hunter2');
});

test('leaves alone what it does not know', async () => {
	const {file, store} = setUpWith(
		'{"later": {"kind": 1}, "assemblyai": {"apiKey": "k", "plan": 2}}',
	);
	await store.keep('preferences', {audio: 'stream'});
	expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
		later: {kind: 1},
		assemblyai: {apiKey: 'k', plan: 2},
		preferences: {audio: 'stream'},
	});
});

describe.skipIf(process.platform === 'win32')('modes', () => {
	test('are the owner’s alone, whatever the umask', async () => {
		const previous = process.umask(0);
		onTestFinished(() => {
			process.umask(previous);
		});
		const {folder, file, store} = setUp();
		await store.keep('zoom', zoom);
		expect(modeOf(folder)).toBe('700');
		expect(modeOf(file)).toBe('600');
		expect(modeOf(path.join(folder, 'settings.lock'))).toBe('600');
	});

	test('that are too wide are mended on reading, and it is said', () => {
		const {folder, file, store} = setUpWith('{"assemblyai": {"apiKey": "k"}}');
		chmodSync(folder, 0o755);
		chmodSync(file, 0o644);
		const {settings, notices} = store.read();
		expect(settings.assemblyai).toEqual({apiKey: 'k'});
		expect([modeOf(folder), modeOf(file)]).toEqual(['700', '600']);
		expect(notices).toEqual([
			`Others could read this, which is mended now (mode 700): ${folder}`,
			`Others could read this, which is mended now (mode 600): ${file}`,
		]);
		expect(store.read().notices).toEqual([]);
	});

	test('that are too wide are mended on writing', async () => {
		const {folder, file, store} = setUpWith('{}');
		chmodSync(folder, 0o777);
		chmodSync(file, 0o666);
		expect(await store.keep('zoom', zoom)).toHaveLength(1);
		expect([modeOf(folder), modeOf(file)]).toEqual(['700', '600']);
	});

	test('of a shared folder are left, and it is said', () => {
		const {folder, file, store} = setUpWith('{}');
		chmodSync(folder, 0o1777);
		expect(store.read().notices).toEqual([
			`Others can look here, though not into what Recscribe keeps: ${folder}`,
		]);
		expect([modeOf(folder), modeOf(file)]).toEqual(['777', '600']);
	});
});

describe('a damaged file', () => {
	test.each(['{"zoom": {"credentials"', '', 'null', '[]', '"text"', '\u0000\u0000'])(
		'(%j) is set aside as it was, and it is said',
		async content => {
			const {folder, store} = setUpWith(content);
			const {settings, notices} = store.read();
			expect(settings).toEqual({});
			const [aside = '', ...more] = readdirSync(folder).filter(name => name.includes('damaged'));
			expect(more).toEqual([]);
			expect(aside).toMatch(/^settings\.damaged-[\dTZ-]+\.json$/);
			expect(readFileSync(path.join(folder, aside), 'utf8')).toBe(content);
			expect(notices).toHaveLength(1);
			expect(notices[0]).toContain(aside);

			await store.keep('zoom', zoom);
			expect(store.read()).toEqual({settings: {zoom}, notices: []});
			expect(readFileSync(path.join(folder, aside), 'utf8')).toBe(content);
		},
	);

	test('is not overwritten by a write that comes first', async () => {
		const {folder, store} = setUpWith('{"half');
		expect(await store.keep('zoom', zoom)).toEqual([expect.stringContaining('were damaged')]);
		expect(readdirSync(folder).filter(name => name.includes('damaged'))).toHaveLength(1);
		expect(store.read().settings).toEqual({zoom});
	});

	test('twice gives two files', () => {
		const {folder, file, store} = setUpWith('{"first');
		store.read();
		writeFileSync(file, '{"second', {mode: 0o600});
		store.read();
		expect(readdirSync(folder).filter(name => name.includes('damaged'))).toHaveLength(2);
	});

	test('with a byte-order mark is none', () => {
		const {store} = setUpWith('\uFEFF{"assemblyai": {"apiKey": "k"}}');
		expect(store.read()).toEqual({settings: {assemblyai: {apiKey: 'k'}}, notices: []});
	});
});

test('a section that is not understood counts as not set, is said, and stays in the file', async () => {
	const content = {
		zoom: {credentials: {type: 'from-the-future', token: 'hunter2'}},
		assemblyai: {apiKey: 'k', baseUrl: 'http://example.com'},
		preferences: {audio: 'direct'},
	};
	const {file, store} = setUpWith(JSON.stringify(content));
	const {settings, notices} = store.read();
	expect(settings).toEqual({preferences: {audio: 'direct'}});
	expect(notices.map(notice => notice.slice(file.length))).toEqual([
		': “zoom.credentials.type” is not understood, so it counts as not set.',
		': “assemblyai.baseUrl” is not understood, so it counts as not set.',
	]);
	await store.keep('preferences', {audio: 'stream'});
	expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({zoom: content.zoom});
});

test('a file that can’t be read or written is an error that says where and why', async () => {
	const {folder, store} = setUp();
	mkdirSync(store.path, {recursive: true});
	expect(() => store.read()).toThrow(`can’t be read: it is a folder`);

	rmSync(folder, {recursive: true});
	writeFileSync(folder, 'a file where the folder should be');
	const failure = store.keep('zoom', zoom);
	await expect(failure).rejects.toBeInstanceOf(UserError);
	await expect(failure).rejects.toThrow(store.path);
	await expect(failure).rejects.not.toThrow('hunter2');
});

test('a lock that can’t be had is not blamed on another Recscribe', async () => {
	const {folder, store} = setUpWith('{}');
	writeFileSync(path.join(folder, 'settings.lock'), 'no lock '.repeat(100));
	await expect(store.keep('zoom', zoom)).rejects.toMatchObject({
		name: 'UserError',
		message: `The settings can’t be kept in ${store.path}: its lock file holds something else`,
	});
	expect(store.read().settings).toEqual({});
});

test('two processes at once lose nothing of each other’s', async () => {
	const {folder, store} = setUp();
	const run = promisify(execFile);
	const script = path.join(import.meta.dirname, 'keep-many.ts');
	await Promise.all(
		['assemblyai', 'preferences'].map(section => run(process.execPath, [script, folder, section])),
	);
	expect(store.read()).toEqual({
		settings: {assemblyai: {apiKey: '50'}, preferences: {speechModels: ['50']}},
		notices: [],
	});
	expect(readdirSync(folder).sort()).toEqual(['settings.json', 'settings.lock']);
});
