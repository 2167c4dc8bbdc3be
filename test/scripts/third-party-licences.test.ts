import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {thirdPartyLicences} from '../../scripts/third-party-licences.ts';

async function makeProject(files: Readonly<Record<string, string>>): Promise<string> {
	const root = await mkdtemp(path.join(os.tmpdir(), 'recscribe-licences-'));
	onTestFinished(() => rm(root, {recursive: true, force: true}));
	for (const [name, text] of Object.entries(files)) {
		await mkdir(path.dirname(path.join(root, name)), {recursive: true});
		await writeFile(path.join(root, name), text);
	}

	return root;
}

test('collects every licence text of every bundled package, once, nested ones too', async () => {
	const root = await makeProject({
		'node_modules/zebra/package.json': '{"name": "zebra", "version": "1.0.0", "license": "ISC"}',
		'node_modules/zebra/LICENSE.md': 'Zebra terms\r\nof two lines\r\n',
		'node_modules/zebra/NOTICE': 'Zebra notice',
		'node_modules/zebra/README.md': 'not terms',
		'node_modules/zebra/node_modules/@scope/inner/package.json':
			'{"name": "@scope/inner", "version": "2.0.0", "license": "BSD-3-Clause"}',
		'node_modules/zebra/node_modules/@scope/inner/licence': 'Inner terms',
	});
	const text = await thirdPartyLicences(root, [
		'source/cli.ts',
		'node_modules/zebra/index.js',
		'node_modules/zebra/lib/other.js',
		'node_modules/zebra/node_modules/@scope/inner/index.js',
	]);
	expect(
		text
			.slice(text.indexOf('\n'))
			.trim()
			.split(/\n{3,}/),
	).toEqual([
		'@scope/inner 2.0.0 (BSD-3-Clause)\n---------------------------------\n\nInner terms',
		'zebra 1.0.0 (ISC)\n-----------------\n\nZebra terms\nof two lines\n\nZebra notice',
	]);
});

test('gives the terms of the MIT licence where a package only names it', async () => {
	const root = await makeProject({
		'node_modules/bare/package.json':
			'{"name": "bare", "version": "1.0.0", "license": "MIT", "author": {"name": "A. Author"}}',
	});
	const text = await thirdPartyLicences(root, ['node_modules/bare/index.js']);
	expect(text).toContain('Copyright (c) A. Author\n\nPermission is hereby granted');
});

test.each([
	['without a licence', '{"name": "loose", "version": "1.0.0"}', /package\.json does not say/],
	[
		'whose terms are not to be had',
		'{"name": "loose", "version": "1.0.0", "license": "Apache-2.0", "author": "A. Author"}',
		'loose (Apache-2.0) would be shipped without the text of its licence',
	],
])('refuses a package %s', async (_, described, message) => {
	const root = await makeProject({'node_modules/loose/package.json': described});
	await expect(thirdPartyLicences(root, ['node_modules/loose/index.js'])).rejects.toThrow(message);
});
