import {statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest';
import {createIsolatedEnvironment} from '../support/isolated-environment.ts';
import {keys} from '../support/keys.ts';
import {type CommandOptions, runCommand} from '../support/run-command.ts';
import {openTerminal} from '../support/terminal.ts';
import {type Caller, createCaller} from './caller.ts';

let caller: Caller;

beforeAll(async () => {
	caller = await createCaller();
});

afterAll(() => caller.close());

/** An empty home with a `tokens.env` of these variables. */
function homeWith(variables: Readonly<Record<string, string>>): CommandOptions {
	const environment = createIsolatedEnvironment();
	onTestFinished(() => environment.remove());
	const lines = Object.entries(variables).map(([name, value]) => `${name} = ${value}\n`);
	writeFileSync(path.join(environment.home, 'tokens.env'), `# mine\n\n${lines.join('')}`);
	return {environment};
}

test('--env-file keeps what the file has, checked, and works from then on without it', async () => {
	const options = homeWith(caller.sandbox.environment);
	const kept = await runCommand(['setup', '--env-file', 'tokens.env'], options);
	expect(kept).toMatchObject({stdout: '', exitCode: 0});
	expect(kept.stderr).toMatch(/^✓ Zoom: kept .*; it opens an account with/m);
	expect(kept.stderr).toMatch(/^✓ AssemblyAI: kept /m);
	for (const secret of ['ZOOM_CLIENT_SECRET', 'ASSEMBLYAI_API_KEY'] as const) {
		expect(kept.stderr).not.toContain(caller.sandbox.environment[secret]);
	}

	const settings = path.join(options.environment?.configFolder ?? '', 'settings.json');
	expect(statSync(settings).mode & 0o777).toBe(0o600);
	const users = await runCommand(['users', '--json'], options);
	expect(users.exitCode).toBe(0);
	expect(JSON.parse(users.stdout)).toHaveLength(14);
});

test('--env-file says of a refused value that it is refused', async () => {
	const options = homeWith({...caller.sandbox.environment, ASSEMBLYAI_API_KEY: 'notTheKey'});
	const {stderr} = await runCommand(['setup', '--env-file', 'tokens.env'], options);
	expect(stderr).toMatch(/^✓ Zoom: /m);
	expect(stderr).toMatch(/^✗ AssemblyAI: /m);
	expect(stderr).not.toContain('notTheKey');
});

test('--env-file serves any other command too, without keeping anything', async () => {
	const options = homeWith(caller.sandbox.environment);
	const users = await runCommand(['--env-file', 'tokens.env', 'users', '--json'], options);
	expect(users.exitCode).toBe(0);
	expect((await runCommand(['users'], options)).exitCode).toBe(3);
});

test('a file that is not there is said by its name', async () => {
	const result = await runCommand(['setup', '--env-file', 'nowhere.env']);
	expect(result.stdout).toBe('');
	expect(result.exitCode).toBeGreaterThan(0);
	// Node looks for the file of this option before any program does.
	expect(result.stderr).toContain('nowhere.env');
});

test('without a terminal, setup says how it can be done', async () => {
	const result = await runCommand(['setup']);
	expect(result).toMatchObject({stdout: '', exitCode: 2});
	expect(result.stderr).toContain('--env-file');
});

test('leaving the questions ends with 130', async () => {
	await using terminal = openTerminal(['setup']);
	await terminal.waitFor('What do you want to set up?');
	await terminal.press(keys.ctrlC);
	expect(await terminal.exited).toEqual({exitCode: 130, signal: undefined});
	expect(terminal.isCursorVisible()).toBe(true);
	expect(terminal.screen()).not.toContain('bug');
});
