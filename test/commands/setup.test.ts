import {existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest';
import {openLibrary} from '../../source/library/library.ts';
import {createIsolatedEnvironment} from '../support/isolated-environment.ts';
import {keys} from '../support/keys.ts';
import {preloaded} from '../support/preloaded.ts';
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
	const {stderr, exitCode} = await runCommand(['setup', '--env-file', 'tokens.env'], options);
	expect(exitCode).toBe(3);
	expect(stderr).toMatch(/^✓ Zoom: /m);
	expect(stderr).toMatch(/^✗ AssemblyAI: .*\n {2}\S.* Correct the file and run this again\.$/m);
	expect(stderr).not.toContain('notTheKey');
});

test('--quiet keeps credentials without a word, unless a service refuses them', async () => {
	const good = homeWith(caller.sandbox.environment);
	const command = ['setup', '--env-file', 'tokens.env', '--quiet'];
	expect(await runCommand(command, good)).toMatchObject({stdout: '', stderr: '', exitCode: 0});
	const bad = homeWith({...caller.sandbox.environment, ASSEMBLYAI_API_KEY: 'notTheKey'});
	expect(await runCommand(command, bad)).toMatchObject({
		stdout: '',
		stderr: expect.stringMatching(/^✗ AssemblyAI: /),
		exitCode: 3,
	});
});

test('--env-file serves any other command too, without keeping anything', async () => {
	const options = homeWith(caller.sandbox.environment);
	const users = await runCommand(['--env-file', 'tokens.env', 'users', '--json'], options);
	expect(users.exitCode).toBe(0);
	expect((await runCommand(['users'], options)).exitCode).toBe(3);
});

describe('the keychain', () => {
	/** A home whose keychain is a file; and what it keeps the settings' key under. */
	function homeWithKeychain(
		variables: Readonly<Record<string, string>> = caller.sandbox.environment,
	) {
		const options = homeWith(variables);
		const {configFolder = '', home = ''} = options.environment ?? {};
		const keychain = path.join(home, 'keychain');
		const settings = path.join(configFolder, 'settings.json');
		return {
			...options,
			variables: {...preloaded('preload-keychain.ts'), KEYCHAIN_FILE: keychain},
			keychain,
			settings,
			configFolder,
		};
	}

	const isSealed = (file: string) => !readFileSync(file, 'latin1').includes('zoom');

	test('--env-file and --keychain together: kept, and encrypted from the first byte', async () => {
		const {settings, keychain, configFolder, ...options} = homeWithKeychain();
		const command = ['setup', '--env-file', 'tokens.env', '--keychain'];
		const {stderr, exitCode} = await runCommand(command, options);
		expect({stderr, exitCode}).toMatchObject({exitCode: 0});
		expect(stderr).toMatch(/is encrypted[\s\S]*^✓ Zoom: kept [\s\S]*^✓ AssemblyAI: kept /m);
		expect(isSealed(settings)).toBe(true);
		expect(JSON.parse(readFileSync(keychain, 'utf8'))).toEqual({[settings]: expect.any(String)});
		expect((await runCommand(['users', '--json'], options)).exitCode).toBe(0);

		// Back again: and from then on no keychain is needed, not even to say so once more.
		expect(await runCommand(['setup', '--no-keychain'], options)).toMatchObject({exitCode: 0});
		expect([isSealed(settings), readFileSync(keychain, 'utf8')]).toEqual([false, '{}']);
		const without = {
			...options,
			variables: {...options.variables, KEYCHAIN_PROBLEM: 'nobody keeps one'},
		};
		expect(await runCommand(['setup', '--no-keychain'], without)).toMatchObject({exitCode: 0});
	});

	test('that can’t be used: nothing is kept in another way than was wanted', async () => {
		const {settings, configFolder, ...options} = homeWithKeychain();
		const {stderr, exitCode} = await runCommand(
			['setup', '--env-file', 'tokens.env', '--keychain'],
			{...options, variables: {...options.variables, KEYCHAIN_PROBLEM: 'nobody keeps one'}},
		);
		expect({stderr, exitCode}).toMatchObject({exitCode: 1});
		expect(stderr).toContain('✗ The keychain of this computer can’t be used: nobody keeps one\n');
		expect(existsSync(settings)).toBe(false);
	});

	test('that has lost the key: the file is put aside, and the library stays', async () => {
		const {settings, keychain, configFolder, ...options} = homeWithKeychain();
		const setUp = ['setup', '--env-file', 'tokens.env'];
		await runCommand([...setUp, '--keychain'], options);
		const library = path.join(options.environment?.dataFolder ?? '', 'library.db');
		await runCommand(['transcripts'], options);
		const before = [readFileSync(settings), statSync(library).ino];
		rmSync(keychain);

		const refused = await runCommand(['users'], options);
		expect(refused).toMatchObject({exitCode: 3});
		expect(refused.stderr).toContain(`✗ The keychain has no key for the settings in ${settings}\n`);
		expect(refused.stderr).toContain('`recscribe setup` puts that file aside');
		const asked = await runCommand(setUp, options);
		expect(asked).toMatchObject({exitCode: 3, stderr: expect.stringContaining('add --yes')});
		expect(readFileSync(settings)).toEqual(before[0]);

		const {stderr, exitCode} = await runCommand([...setUp, '--yes'], options);
		expect({stderr, exitCode}).toMatchObject({exitCode: 0});
		const [aside = ''] = readdirSync(configFolder).filter(name => name.includes('.sealed-'));
		expect(stderr).toContain(path.join(configFolder, aside));
		expect([readFileSync(path.join(configFolder, aside)), statSync(library).ino]).toEqual(before);
		expect((await runCommand(['users', '--json'], options)).exitCode).toBe(0);
	});

	test('that has lost the key: somebody at a terminal is asked, and may say no', async () => {
		const {settings, keychain, configFolder, ...options} = homeWithKeychain();
		await runCommand(['setup', '--env-file', 'tokens.env', '--keychain'], options);
		rmSync(keychain);
		await using first = openTerminal(['setup'], options);
		await first.waitFor('has no key');
		await first.waitFor(/Put that file aside and set up anew\?.*\(y\/N\)/);
		await first.press(keys.enter);
		expect(await first.exited).toMatchObject({exitCode: 3});
		expect(existsSync(settings)).toBe(true);

		await using second = openTerminal(['setup'], options);
		await second.waitFor(/Put that file aside/);
		await second.press('y', keys.enter);
		await second.waitFor('What do you want to set up?');
		expect(existsSync(settings)).toBe(false);
		expect(second.history()).toContain('settings.sealed-');
	});
});

test('--forget leaves what another Recscribe has open, and says beforehand what stays elsewhere', async () => {
	const options = homeWith(caller.sandbox.environment);
	const {environment} = options;
	const library = openLibrary(environment?.dataFolder ?? '');
	onTestFinished(library.close);
	const forget = () => runCommand(['setup', '--forget', '--yes'], options);
	const refused = await forget();
	expect(refused).toMatchObject({exitCode: 1});
	expect(refused.stderr).toContain('✗ Another Recscribe has the library in');
	expect(existsSync(path.join(environment?.dataFolder ?? '', 'library.db'))).toBe(true);

	library.close();
	const {stderr, exitCode} = await forget();
	expect({stderr, exitCode}).toMatchObject({exitCode: 0});
	expect(stderr).toMatch(/recscribe delete TRANSCRIPT --remote[\s\S]*✓ Removed/);
	expect(existsSync(environment?.dataFolder ?? '')).toBe(false);
	expect((await forget()).stderr).toBe('Recscribe keeps nothing on this computer.\n');
});

test('a file that is not there is said by its name', async () => {
	const result = await runCommand(['setup', '--env-file', 'nowhere.env']);
	expect(result.stdout).toBe('');
	expect(result.exitCode).toBeGreaterThan(0);
	// Node looks for the file of this option before any program does.
	expect(result.stderr).toContain('nowhere.env');
});

test('nothing is forgotten where something else was wanted with it', async () => {
	const result = await runCommand(['setup', '--forget', '--yes', '--keychain']);
	expect(result).toMatchObject({stdout: '', exitCode: 2});
	expect(result.stderr).toContain("'--forget' cannot be used with option '--keychain'");
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
