import {mkdtemp, readdir, readFile, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {beforeEach, expect, test} from 'vitest';
import {openExportFolder} from '../../source/exports/export-folder.ts';
import type {ExportSource} from '../../source/exports/render-export.ts';
import {safeText} from '../../source/safe-text.ts';
import {text as format} from '../../source/transcripts/formats/text.ts';
import {conversation, documentOf} from '../transcripts/corpus.ts';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'recscribe-export-'));
});

function source(topic: string): ExportSource {
	const document = documentOf(conversation([['A', `About ${topic}.`]]), {topic: safeText(topic)});
	return {raw: '{}', document};
}

async function writeAll(
	topics: readonly string[],
	options: {readonly template?: string; readonly overwrite?: boolean} = {},
): Promise<readonly string[]> {
	const opened = await openExportFolder(folder, {
		template: '{topic}',
		overwrite: false,
		...options,
	});
	const paths: string[] = [];
	for (const topic of topics) {
		paths.push(path.basename(await opened.write(source(topic), {format})));
	}

	return paths;
}

test('names that are one on some platform get numbers', async () => {
	const topics = ['Plan', 'PLAN', 'plan', 'Caf\u00E9', 'CAFE\u0301', 'a/b', 'a:b'];
	expect(await writeAll(topics)).toEqual([
		'Plan.txt',
		'PLAN (2).txt',
		'plan (3).txt',
		'Caf\u00E9.txt',
		'CAF\u00C9 (2).txt',
		'a-b.txt',
		'a-b (2).txt',
	]);
});

test('a file that was there stays as it is, whatever its case', async () => {
	await writeFile(path.join(folder, 'PLAN.TXT'), 'mine');
	await writeFile(path.join(folder, 'plan (2).txt'), 'mine');
	expect(await writeAll(['Plan'])).toEqual(['Plan (3).txt']);
	expect(await readFile(path.join(folder, 'PLAN.TXT'), 'utf8')).toBe('mine');
});

test('a name that somebody takes meanwhile is left to them', async () => {
	const opened = await openExportFolder(folder, {template: '{topic}', overwrite: false});
	await writeFile(path.join(folder, 'Plan.txt'), 'mine');
	expect(path.basename(await opened.write(source('Plan'), {format}))).toBe('Plan (2).txt');
	expect(await readFile(path.join(folder, 'Plan.txt'), 'utf8')).toBe('mine');
});

test('told to overwrite, it replaces what was there, and never what it has just written', async () => {
	await writeFile(path.join(folder, 'Plan.txt'), 'old');
	expect(await writeAll(['Plan', 'plan'], {overwrite: true})).toEqual(['Plan.txt', 'plan (2).txt']);
	expect(await readFile(path.join(folder, 'Plan.txt'), 'utf8')).toContain('About Plan.');
	expect(await readdir(folder)).toHaveLength(2);
});

test('a number does not make a long name too long', async () => {
	const long = '会議'.repeat(200);
	const names = await writeAll([long, long], {template: '{date} {topic} end'});
	expect(new Set(names).size).toBe(2);
	for (const name of names) {
		expect(name).toMatch(/^\d{4}-\d\d-\d\d .* end( \(2\))?\.txt$/);
		expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
	}
});

test('hundreds of the same name are no matter', async () => {
	const names = await writeAll(Array.from({length: 300}, () => 'Weekly'));
	expect(names.at(-1)).toBe('Weekly (300).txt');
	expect(await readdir(folder)).toHaveLength(300);
});
