import {existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeEach, expect, test} from 'vitest';
import type {Folders} from '../../source/settings/folders.ts';
import {forget, listKept} from '../../source/setup/forget.ts';
import {temporaryFolder} from '../settings/temporary-folder.ts';

const own = {
	config: ['settings.json', 'settings.lock', 'settings.damaged-2026.json', 'sign-in.lock'],
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
