import {mkdtempSync} from 'node:fs';
import {mkdir, readdir, readFile, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterAll, beforeAll, expect, test} from 'vitest';
import * as z from 'zod';
import packageJson from '../../package.json' with {type: 'json'};
import {createIsolatedEnvironment} from '../support/isolated-environment.ts';
import {projectFolder} from '../support/program.ts';
import {type CommandOptions, runCommand} from '../support/run-command.ts';

const environment = createIsolatedEnvironment();
// The Node that runs the tests, also where the machine's own is older.
const searchPath = [path.dirname(process.execPath), environment.variables['PATH']].join(
	path.delimiter,
);

const folder = mkdtempSync(path.join(os.tmpdir(), 'recscribe-package-'));

async function run(command: string, commandLine: readonly string[], options: CommandOptions = {}) {
	const result = await runCommand(commandLine, {
		command,
		environment,
		workingFolder: folder,
		variables: {PATH: searchPath},
		timeoutMs: 60_000,
		...options,
	});
	expect(result, result.stderr).toMatchObject({exitCode: 0});
	return result;
}

/** What npm has put there for the shell to find. */
function recscribe(...commandLine: readonly string[]) {
	return run(process.execPath, [path.join('node_modules', '.bin', 'recscribe'), ...commandLine]);
}

beforeAll(async () => {
	const packed = path.join(folder, 'packed');
	await mkdir(packed);
	await run('npm', ['pack', '--silent', '--pack-destination', packed], {
		workingFolder: projectFolder,
	});
	const [tarball = ''] = await readdir(packed);
	expect(tarball).toBe(`recscribe-${packageJson.version}.tgz`);
	await run('npm', ['install', '--offline', '--no-audit', '--no-fund', path.join(packed, tarball)]);
}, 120_000);

afterAll(async () => {
	await rm(folder, {recursive: true, force: true});
	environment.remove();
});

test('installs without any other package, and holds what it needs and nothing else', async () => {
	const installed = path.join(folder, 'node_modules');
	expect((await readdir(installed)).filter(name => !name.startsWith('.'))).toEqual(['recscribe']);
	const files = await readdir(path.join(installed, 'recscribe'), {recursive: true});
	const outsideChunks = files.filter(
		name => !name.startsWith(path.join('dist', 'chunks', path.sep)),
	);
	expect(outsideChunks.toSorted()).toEqual(
		expect.arrayContaining([
			'LICENSE',
			'bin',
			path.join('bin', 'recscribe.js'),
			'dist',
			path.join('dist', 'THIRD-PARTY-LICENSES.txt'),
			path.join('dist', 'chunks'),
			path.join('dist', 'cli.js'),
			'package.json',
		]),
	);
	expect(
		outsideChunks.filter(name => !/^(?:LICENSE|README\.md|package\.json|bin|dist)/.test(name)),
	).toEqual([]);
	const licences = await readFile(
		path.join(installed, 'recscribe', 'dist', 'THIRD-PARTY-LICENSES.txt'),
		'utf8',
	);
	expect(licences).toMatch(/^ink \d/m);
});

test('is as a package should be, by what publint knows of packages', async () => {
	const publint = path.join(projectFolder, 'node_modules', 'publint', 'src', 'cli.js');
	const {stdout} = await run(process.execPath, [
		publint,
		path.join(folder, 'node_modules', 'recscribe'),
		'--strict',
		'--pack',
		'false',
	]);
	expect(stdout).toContain('All good!');
});

test('tells its version and how it is used', async () => {
	const version = await run('npx', ['--offline', 'recscribe', '--version']);
	expect(version.stdout).toBe(`${packageJson.version}\n`);
	const {stdout} = await recscribe('--help');
	expect(stdout).toMatch(/^Usage: recscribe /m);
	expect(stdout).toContain('transcribe');
});

test('without its optional package runs, and says that it can’t speak with the keychain', async () => {
	const setUp = await runCommand(
		[path.join('node_modules', '.bin', 'recscribe'), 'setup', '--keychain'],
		{command: process.execPath, environment, workingFolder: folder},
	);
	expect(setUp).toMatchObject({exitCode: 1, stdout: ''});
	expect(setUp.stderr).toMatch(
		/^✗ Recscribe can’t speak with the keychain here: the optional package @napi-rs\/keyring is not installed\n {2}Install/,
	);
	await recscribe('config', 'set', 'askAboveUsd', '3');
	expect((await recscribe('config', 'get', 'askAboveUsd')).stdout).toBe('3\n');
	await recscribe('setup', '--no-keychain');
});

test('goes from nothing to a transcript in the sandbox', {timeout: 60_000}, async () => {
	const meetings = z
		.array(
			z.object({
				uuid: z.string(),
				duration: z.number(),
				recordingFiles: z.array(z.object({recordingType: z.string(), status: z.string()})),
			}),
		)
		.parse(JSON.parse((await recscribe('--sandbox', 'meetings', '--json')).stdout));
	const [shortest] = meetings
		.filter(({recordingFiles}) =>
			recordingFiles.some(
				({recordingType, status}) => recordingType === 'audio_only' && status === 'completed',
			),
		)
		.toSorted((one, other) => one.duration - other.duration);
	const {stdout} = await recscribe(
		'--sandbox',
		'transcribe',
		shortest?.uuid ?? '',
		'--output',
		'-',
	);
	expect(stdout).toMatch(/Speaker A/);
	expect(stdout.split('\n').length).toBeGreaterThan(20);
});
