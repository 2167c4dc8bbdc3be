import {existsSync} from 'node:fs';
import process from 'node:process';
import {expect, test} from 'vitest';
import {type CommandOptions, runCommand, startCommand} from './run-command.ts';

const node: CommandOptions = {command: process.execPath};

test('gives back what was written and how it ended', async () => {
	const result = await runCommand(
		['-e', `console.log(process.stdin.isTTY, '日本'); console.error('why'); process.exitCode = 3`],
		node,
	);
	expect(result).toEqual({
		stdout: 'undefined 日本\n',
		stderr: 'why\n',
		exitCode: 3,
		signal: null,
	});
});

test('hands standard input to the command', async () => {
	const {stdout} = await runCommand(['-e', 'process.stdin.pipe(process.stdout)'], {
		...node,
		stdin: 'one\ntwo\n',
	});
	expect(stdout).toBe('one\ntwo\n');
});

test('a command that does not end is killed', async () => {
	const result = await runCommand(['-e', `console.log('on it'); setInterval(() => {}, 1000)`], {
		...node,
		timeoutMs: 500,
	});
	expect(result).toMatchObject({exitCode: null, signal: 'SIGKILL'});
});

test('waits for a line of a command that goes on', async () => {
	const running = startCommand(
		[
			'-e',
			`process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000); console.error('listening')`,
		],
		node,
	);
	await running.waitForStderr(/^listen/);
	running.kill('SIGTERM');
	expect(await running.exited).toMatchObject({exitCode: 0, signal: null});
	await expect(running.waitForStdout('more')).rejects.toThrow(/^The command ended \(exit code 0\)/);
	await running.close();
});

test('removes the folders it made, and only those', async () => {
	const {stdout} = await runCommand(['-p', 'process.env.HOME'], node);
	expect(stdout.trim()).toMatch(/recscribe-home-/);
	expect(existsSync(stdout.trim())).toBe(false);
});
