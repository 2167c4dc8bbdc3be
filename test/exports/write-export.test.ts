import {lstat, mkdtemp, readdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {beforeEach, expect, test} from 'vitest';
import {writeExport} from '../../source/exports/write-export.ts';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'recscribe-export-'));
});

test('makes the folders on the way and leaves nothing else behind', async () => {
	const file = path.join(folder, 'a', 'b', 'talk.txt');
	expect(await writeExport({path: file, content: 'words', overwrite: false})).toEqual({
		status: 'written',
		path: file,
	});
	expect(await readFile(file, 'utf8')).toBe('words');
	expect(await readdir(path.dirname(file))).toEqual(['talk.txt']);
});

test('leaves a file alone that is there, and replaces it when told to', async () => {
	const file = path.join(folder, 'talk.txt');
	await writeFile(file, 'mine');
	expect(await writeExport({path: file, content: 'words', overwrite: false})).toEqual({
		status: 'exists',
		path: file,
	});
	expect(await readFile(file, 'utf8')).toBe('mine');
	await writeExport({path: file, content: 'words', overwrite: true});
	expect(await readFile(file, 'utf8')).toBe('words');
	expect(await readdir(folder)).toEqual(['talk.txt']);
});

test('says which path is in the way', async () => {
	const file = path.join(folder, 'talk.txt');
	await writeFile(file, 'mine');
	for (const overwrite of [true, false]) {
		await expect(
			writeExport({path: path.join(file, 'inside.txt'), content: 'words', overwrite}),
		).rejects.toThrow('inside.txt can’t be written');
	}
});

test.each([true, false])(
	'writes through no link out of the folder (overwrite: %s)',
	async overwrite => {
		const outside = path.join(folder, 'outside.txt');
		await writeFile(outside, 'mine');
		for (const target of [outside, path.join(folder, 'not-there.txt')]) {
			const file = path.join(folder, `link-${path.basename(target)}`);
			await symlink(target, file);
			const {status} = await writeExport({path: file, content: 'words', overwrite});
			expect(status).toBe(overwrite ? 'written' : 'exists');
			expect((await lstat(file)).isSymbolicLink()).toBe(!overwrite);
		}
		expect(await readFile(outside, 'utf8')).toBe('mine');
		expect(await readdir(folder)).not.toContain('not-there.txt');
	},
);
