import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import stringWidth from 'string-width';
import {expect, onTestFinished, test} from 'vitest';
import {bundle} from '../../scripts/bundle.ts';
import {replaceFolder} from '../../scripts/replace-folder.ts';
import {terminalTricks} from '../corpora/terminal-tricks.ts';
import {projectFolder} from '../support/program.ts';
import {runCommand} from '../support/run-command.ts';

async function makeProject(files: Readonly<Record<string, string>>): Promise<string> {
	const root = await mkdtemp(path.join(os.tmpdir(), 'recscribe-bundle-'));
	onTestFinished(() => rm(root, {recursive: true, force: true}));
	await symlink(path.join(projectFolder, 'node_modules'), path.join(root, 'node_modules'));
	await mkdir(path.join(root, 'source'));
	await writeFile(path.join(root, 'package.json'), '{"type": "module"}');
	for (const [name, text] of Object.entries(files)) {
		await writeFile(path.join(root, 'source', name), text);
	}

	return root;
}

test('loads React and Ink only with the part that draws, and runs without node_modules', async () => {
	const root = await makeProject({
		'cli.ts': `
			if (process.argv[2] === 'draw') {
				const {draw} = await import('./draw.tsx');
				draw();
			} else {
				console.log('no screen');
			}`,
		'draw.tsx': `
			import {render, Text} from 'ink';
			import {useState} from 'react';
			export function draw() {
				render(<Text>drawn</Text>, {debug: true});
				const loaded = process.moduleLoadList.filter(name => name.includes('undici'));
				console.log('HTTP client parts loaded:', loaded.length);
			}`,
	});
	const {outputs, bundledPaths} = await bundle({root, entry: 'source/cli.ts'});
	expect(outputs.at(-1)?.name).toBe('cli.js');
	expect(outputs.at(-1)?.contents.length).toBeLessThan(2000);
	expect(bundledPaths.some(bundled => bundled.endsWith('node_modules/ink/build/ink.js'))).toBe(
		true,
	);
	const drawing = outputs.map(({contents}) => Buffer.from(contents).toString()).join('');
	expect(drawing).not.toContain('process.env.NODE_ENV');
	expect(drawing).not.toMatch(/react-dom|react\.development\.js/);
	expect(drawing).not.toMatch(/^import [^;]* from "node:/m);

	await replaceFolder(path.join(root, 'dist'), outputs, {keepUnwantedForMs: 0});
	await rm(path.join(root, 'node_modules'));
	const run = (...commandLine: readonly string[]) =>
		runCommand([path.join(root, 'dist', 'cli.js'), ...commandLine], {command: process.execPath});
	expect(await run()).toMatchObject({stdout: 'no screen\n', stderr: '', exitCode: 0});
	expect(await run('draw')).toMatchObject({
		stdout: expect.stringMatching(/^drawn\n*HTTP client parts loaded: 0/),
		stderr: '',
		exitCode: 0,
	});
});

test('draws no text that would do more than show, however it comes to the screen', async () => {
	const root = await makeProject({
		'cli.ts': `import './draw.tsx';`,
		'draw.tsx': `
			import {Box, render, Text, Transform} from 'ink';
			const tricks = ${JSON.stringify(terminalTricks.map(({bytes}) => bytes))};
			const Bare = ({text}) => text;
			render(
				<Box flexDirection="column">
					{tricks.map((trick, index) => (
						<Text key={index} bold>
							{trick} a<>{trick}</> b<Bare text={trick} /> c<Text color="red">{trick}</Text>
							<Transform transform={text => text}>d{trick}</Transform>end
						</Text>
					))}
				</Box>,
				{debug: true},
			);`,
	});
	const {outputs} = await bundle({root, entry: 'source/cli.ts'});
	await replaceFolder(path.join(root, 'dist'), outputs, {keepUnwantedForMs: 0});
	const {stdout, exitCode} = await runCommand([path.join(root, 'dist', 'cli.js')], {
		command: process.execPath,
	});
	expect(exitCode).toBe(0);
	expect(stdout.match(/end/g)?.length).toBeGreaterThanOrEqual(terminalTricks.length);
	// Nothing is coloured where nobody sees it: whatever else is in it came with the tricks.
	expect(stdout.replaceAll('\n', '')).not.toMatch(
		/[\p{Cc}\u00AD\u200B\u202A-\u202E\u2060-\u2069]/u,
	);
});

test('gives the same bytes for the same source', async () => {
	const source = {'cli.ts': `await import('./other.ts');`, 'other.ts': `console.log('other');`};
	const bundles = await Promise.all(
		[await makeProject(source), await makeProject(source)].map(root =>
			bundle({root, entry: 'source/cli.ts'}),
		),
	);
	expect(bundles[0]?.outputs).toEqual(bundles[1]?.outputs);
});

test('measures text as string-width does, though it starts faster', async () => {
	const root = await makeProject({'cli.ts': `export {default} from 'string-width';`});
	const {outputs} = await bundle({root, entry: 'source/cli.ts'});
	await replaceFolder(path.join(root, 'dist'), outputs, {keepUnwantedForMs: 0});
	const {default: bundledWidth}: {default: typeof stringWidth} = await import(
		path.join(root, 'dist', 'cli.js')
	);
	const wrong: string[] = [];
	for (let code = 0; code < 0x1_0000; code += code < 0x2c00 ? 1 : 29) {
		const character = String.fromCharCode(code);
		// Alone, beside itself, as an emoji, with an accent, as a keycap, joined to another.
		for (const follower of ['', character, '\uFE0F', '\u0301', '\u20E3', '\u200D♂']) {
			const text = `─${character}${follower}`;
			if (bundledWidth(text) !== stringWidth(text)) {
				wrong.push(`${code.toString(16)} ${follower}`);
			}
		}
	}

	expect(wrong).toEqual([]);
	expect(bundledWidth('👩‍👩‍👧 日本語')).toBe(stringWidth('👩‍👩‍👧 日本語'));
});
