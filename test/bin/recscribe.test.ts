import {execFileSync} from 'node:child_process';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {transform} from 'esbuild';
import {afterAll, beforeAll, expect, test} from 'vitest';
import packageJson from '../../package.json' with {type: 'json'};
import {projectFolder} from '../support/program.ts';
import {runCommand} from '../support/run-command.ts';

const source = path.join(projectFolder, 'bin', 'recscribe.js');

/** Stands in for the built program: what matters here happens before it is loaded. */
const program = `
	import {getCompileCacheDir} from 'node:module';
	process.emitWarning('SQLite is an experimental feature and might change at any time', 'ExperimentalWarning');
	process.emitWarning('Something else is experimental', 'ExperimentalWarning');
	console.log(process.argv.slice(2).join(' '), getCompileCacheDir() !== undefined);
	process.exitCode = 4;
`;

const folder = mkdtempSync(path.join(os.tmpdir(), 'recscribe-bin-'));
const executable = path.join(folder, 'bin', 'recscribe.js');

beforeAll(() => {
	mkdirSync(path.dirname(executable));
	mkdirSync(path.join(folder, 'dist'));
	writeFileSync(path.join(folder, 'package.json'), '{"type": "module"}');
	writeFileSync(path.join(folder, 'dist', 'cli.js'), program);
	copyFileSync(source, executable);
});

afterAll(() => {
	rmSync(folder, {recursive: true, force: true});
});

/** A Node of this machine that is older than what Recscribe needs, if there is one. */
function findOlderNode(): string | undefined {
	const folders = [
		...(process.env['PATH'] ?? '').split(path.delimiter),
		'/usr/local/bin',
		'/usr/bin',
	];
	return folders
		.map(within => path.join(within, 'node'))
		.filter(candidate => existsSync(candidate))
		.find(candidate => {
			const version = execFileSync(candidate, ['--version'], {encoding: 'utf8'});
			return Number.parseInt(version.slice(1), 10) < 22;
		});
}

const olderNode = findOlderNode();

const refusal =
	/^Recscribe needs Node [^\n]+ and this is v\d+\.\d+\.\d+: in a clone, "npm start" [^\n]+\n$/;

test('runs the program with its arguments, from the compile cache', async () => {
	const result = await runCommand([executable, 'users', '--json'], {command: process.execPath});
	expect(result).toMatchObject({stdout: 'users --json true\n', exitCode: 4});
});

test("of Node's warnings, hides only the one about SQLite", async () => {
	const {stderr} = await runCommand([executable], {command: process.execPath});
	expect(stderr).toContain('ExperimentalWarning: Something else is experimental');
	expect(stderr).not.toContain('SQLite');
});

test.skipIf(olderNode === undefined)('on an older Node, says in one line what to do', async () => {
	const result = await runCommand([executable, '--version'], {command: olderNode ?? ''});
	expect(result).toMatchObject({stdout: '', exitCode: 1});
	expect(result.stderr).toMatch(refusal);
});

test.each([
	['v12.22.12', false],
	['v20.20.2', false],
	['v22.22.1', false],
	['v22.22.2', true],
	['v22.23.0', true],
	['v23.11.0', false],
	['v24.14.1', false],
	['v24.15.0', true],
	['v25.1.0', false],
	['v26.0.0', true],
])('takes Node %s: %s (simulated)', async (version, isTaken) => {
	const simulation = `Object.defineProperty(process, 'version', {value: '${version}'})`;
	const result = await runCommand(
		['--import', `data:text/javascript,${encodeURIComponent(simulation)}`, executable],
		{command: process.execPath},
	);
	expect(result.exitCode).toBe(isTaken ? 4 : 1);
	if (!isTaken) {
		expect(result.stderr).toMatch(refusal);
		expect(result.stderr).toContain(`this is ${version}`);
	}
});

test('names the Node that package.json names', () => {
	expect(readFileSync(source, 'utf8')).toContain(`'${packageJson.engines.node}'`);
});

test('has no syntax that is too new for the oldest Node with ES modules', async () => {
	const text = readFileSync(source, 'utf8');
	const oldest = await transform(text, {target: 'node12.20'});
	const newest = await transform(text, {target: 'esnext'});
	expect(oldest.code).toBe(newest.code);
	expect(text).not.toMatch(/^import /m);
});
