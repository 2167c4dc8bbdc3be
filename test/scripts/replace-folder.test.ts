import {mkdtemp, readdir, readFile, rm, utimes, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {expect, test} from 'vitest';
import {replaceFolder} from '../../scripts/replace-folder.ts';

function file(name: string, text: string) {
	return {name, contents: Buffer.from(text)};
}

async function makeParent() {
	const parent = await mkdtemp(path.join(os.tmpdir(), 'recscribe-folder-'));
	return {
		parent,
		folder: path.join(parent, 'dist'),
		[Symbol.asyncDispose]: () => rm(parent, {recursive: true, force: true}),
	};
}

test('holds exactly what was asked for and leaves nothing beside it', async () => {
	await using made = await makeParent();
	const chunk = path.join('chunks', 'a.js');
	await replaceFolder(made.folder, [file(chunk, 'one'), file('cli.js', 'one')], {
		keepUnwantedForMs: 0,
	});
	await replaceFolder(made.folder, [file('cli.js', 'two')], {keepUnwantedForMs: 0});
	expect(await readdir(made.folder, {recursive: true})).toEqual(['chunks', 'cli.js']);
	expect(await readFile(path.join(made.folder, 'cli.js'), 'utf8')).toBe('two');
	expect(await readdir(made.parent)).toEqual(['dist']);
});

test('keeps for a while what a running program may still load', async () => {
	await using made = await makeParent();
	const options = {keepUnwantedForMs: 60_000};
	await replaceFolder(made.folder, [file('old.js', ''), file('older.js', '')], options);
	const twoMinutesAgo = new Date(Date.now() - 120_000);
	await utimes(path.join(made.folder, 'older.js'), twoMinutesAgo, twoMinutesAgo);
	await replaceFolder(made.folder, [file('new.js', '')], options);
	expect(await readdir(made.folder)).toEqual(['new.js', 'old.js']);
});

test('two at once leave a whole set', async () => {
	await using made = await makeParent();
	const write = (text: string) =>
		replaceFolder(made.folder, [file(`${text}.js`, text), file('cli.js', text)], {
			keepUnwantedForMs: 60_000,
		});
	await Promise.all([write('one'), write('two'), write('three')]);
	const entry = await readFile(path.join(made.folder, 'cli.js'), 'utf8');
	expect(await readFile(path.join(made.folder, `${entry}.js`), 'utf8')).toBe(entry);
	expect(await readdir(made.parent)).toEqual(['dist']);
});

test('a failure leaves the old files and no litter', async () => {
	await using made = await makeParent();
	await replaceFolder(made.folder, [file('cli.js', 'one')], {keepUnwantedForMs: 0});
	await writeFile(path.join(made.folder, 'chunks'), 'a file where a folder has to be');
	const broken = [file(path.join('chunks', 'a.js'), 'two'), file('cli.js', 'two')];
	await expect(replaceFolder(made.folder, broken, {keepUnwantedForMs: 0})).rejects.toThrow();
	expect(await readFile(path.join(made.folder, 'cli.js'), 'utf8')).toBe('one');
	expect(await readdir(made.parent)).toEqual(['dist']);
});
