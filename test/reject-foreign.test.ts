import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {beforeEach, describe, expect, onTestFinished, test, vi} from 'vitest';
import {openLibrary} from '../source/library/library.ts';
import {rejectForeign} from '../source/reject-foreign.ts';
import {keepRefreshToken} from '../source/settings/refresh-token.ts';
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

	test('a lock is not followed', async () => {
		mkdirSync(at('config'));
		for (const lock of ['settings.lock', 'sign-in.lock']) {
			symlinkSync(at('elsewhere', 'file'), at('config', lock));
		}

		const store = openSettingsStore(at('config'));
		const {withLock} = keepRefreshToken(store, 'client');
		const {signal} = new AbortController();
		await expect(store.keep('assemblyai', {apiKey: 'mine'})).rejects.toThrow('symbolic link');
		await expect(withLock(async () => 'never', signal)).rejects.toThrow('symbolic link');
		expect(readdirSync(at('elsewhere'))).toEqual([]);
	});

	test('the library’s log is not followed', () => {
		openLibrary(at('data')).close();
		writeFileSync(at('elsewhere', 'log'), '');
		symlinkSync(at('elsewhere', 'log'), at('data', 'library.db-wal'));
		expect(() => openLibrary(at('data'))).toThrow('library.db-wal is a symbolic link');
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

/** Who made these files seems to be somebody else than who runs this. */
function beAnother(user = 12_345): void {
	const spy = vi.spyOn(process, 'geteuid').mockReturnValue(user);
	onTestFinished(() => spy.mockRestore());
}

describe.skipIf(process.platform === 'win32')('what belongs to another user', () => {
	test('is neither read nor written where settings are', async () => {
		mkdirSync(at('config'));
		writeFileSync(at('config', 'settings.json'), '{}');
		beAnother();
		const store = openSettingsStore(at('config'));
		expect(() => store.read()).toThrow(`${at('config')} belongs to another user`);
		await expect(store.keep('assemblyai', {apiKey: 'mine'})).rejects.toMatchObject({
			name: 'UserError',
			hint: expect.stringContaining('RECSCRIBE_CONFIG_DIR'),
		});
		expect(readFileSync(at('config', 'settings.json'), 'utf8')).toBe('{}');
	});

	test('is not opened where the library is', () => {
		openLibrary(at('data')).close();
		beAnother();
		expect(() => openLibrary(at('data'))).toThrow(`${at('data')} belongs to another user`);
	});

	test('is refused within a folder that all share, which itself may be anybody’s', () => {
		mkdirSync(at('shared'));
		chmodSync(at('shared'), 0o1777);
		writeFileSync(at('shared', 'settings.json'), '{}');
		beAnother();
		rejectForeign(at('shared'), 'RECSCRIBE_CONFIG_DIR');
		expect(() => openSettingsStore(at('shared')).read()).toThrow(
			'settings.json belongs to another',
		);
	});

	test('is nothing to the administrator', () => {
		openLibrary(at('data')).close();
		beAnother(0);
		openLibrary(at('data')).close();
	});
});
