import {chmodSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {createPerson, type Person} from '../e2e/set-up.ts';
import {keys} from '../support/keys.ts';
import {preloaded} from '../support/preloaded.ts';
import {runCommand} from '../support/run-command.ts';
import {openTerminal} from '../support/terminal.ts';

let person: Person;

beforeAll(async () => {
	person = await createPerson();
	await person.transcribeFirstChoice();
});

afterAll(() => person.close());

describe('the terminal', () => {
	test('of 20×5, resized a hundred times, pasted a megabyte into: the screen is right in the end', async () => {
		await using terminal = await person.openAt('users');
		const before = terminal.screen();
		terminal.resize(20, 5);
		await terminal.waitFor(/needs/);
		for (let count = 0; count < 100; count++) {
			terminal.resize(20 + ((count * 37) % 150), 5 + ((count * 13) % 50));
		}

		terminal.resize(80, 24);
		await terminal.waitFor(screen => screen === before);
		terminal.paste('x'.repeat(1 << 20));
		terminal.write('/');
		await terminal.waitFor(/^\/|❯ .*\/|filter/m);
		terminal.paste(`noah${'\u001B[31m\n'.repeat(1000)}`);
		await terminal.waitFor(/Noah|nothing matches/);
		terminal.write(keys.ctrlC);
		expect(await terminal.exited).toEqual({exitCode: 130, signal: undefined});
	});
});

describe('this computer', () => {
	test('has no home: a command says where it keeps things all the same', async () => {
		const {environment, sandbox} = person;
		const {exitCode} = await runCommand(['transcripts', '--json'], {
			environment,
			variables: {...sandbox.environment, HOME: undefined, USERPROFILE: undefined},
		});
		expect(exitCode).toBe(0);
	});

	const noHome = {
		...preloaded('preload-no-home.ts'),
		HOME: undefined,
		USERPROFILE: undefined,
	};

	test.each(['RECSCRIBE_CONFIG_DIR', 'RECSCRIBE_DATA_DIR'])(
		'knows no home, and %s names none: the error says what to set',
		async variable => {
			const {exitCode, stderr} = await runCommand(['config', 'set', 'askAboveUsd', '3'], {
				environment: person.environment,
				variables: {...noHome, [variable]: undefined},
			});
			expect({exitCode, stderr}).toEqual({
				exitCode: 3,
				stderr:
					'✗ Neither the environment nor the system says which your home folder is\n' +
					`  Set HOME to it, or ${variable} to a folder of your own.\n`,
			});
		},
	);

	test('knows no home, and needs none where both folders are named', async () => {
		const options = {environment: person.environment, variables: noHome};
		const {exitCode, stderr} = await runCommand(['config', 'set', 'askAboveUsd', '3'], options);
		expect({exitCode, stderr}).toMatchObject({exitCode: 0});
		expect((await runCommand(['config', 'get', 'askAboveUsd'], options)).stdout).toBe('3\n');
	});

	test.each([
		['is read-only', 'EROFS', 'the disk is read-only'],
		['may not be written', 'EACCES', 'no permission'],
		['is on a disk that is full', 'ENOSPC', 'the disk is full'],
	])(
		'has a home that %s: the error says so, and settings stay as they were',
		async (_, code, why) => {
			const {environment} = person;
			const set = (folder: string, value: string, fault = {}) =>
				runCommand(['config', 'set', 'askAboveUsd', value], {
					environment,
					variables: {...fault, RECSCRIBE_CONFIG_DIR: folder},
				});
			const fault = {
				...preloaded('preload-disk-fault.ts'),
				DISK_FAULT: code,
				DISK_FAULT_FOLDER: environment.home,
			};
			const old = path.join(environment.home, code, 'old');
			expect(await set(old, '7')).toMatchObject({exitCode: 0});
			const file = path.join(old, 'settings.json');
			const before = readFileSync(file);
			for (const folder of [old, path.join(environment.home, code, 'new', 'config')]) {
				expect(await set(folder, '8', fault)).toMatchObject({
					exitCode: 1,
					stderr: expect.stringContaining(
						`✗ The settings can’t be kept in ${path.join(folder, 'settings.json')}: ${why}\n`,
					),
				});
			}

			expect(readFileSync(file)).toEqual(before);
		},
	);

	describe('has settings that were damaged, and a library that others can read', () => {
		const settingsSaid = /^The settings were damaged, and are kept aside in .*settings\.damaged-/m;
		const librarySaid = /^Others could read this, which is mended now \(mode 700\): .*data$/m;
		const spoil = () => {
			const {configFolder, dataFolder} = person.environment;
			writeFileSync(path.join(configFolder, 'settings.json'), '{"half');
			chmodSync(dataFolder, 0o777);
			return {environment: person.environment, variables: person.sandbox.environment};
		};

		test.each([
			['users', [settingsSaid, librarySaid]],
			['transcripts', [settingsSaid, librarySaid]],
			['doctor', [settingsSaid, librarySaid]],
			['config list', [settingsSaid]],
			['setup --no-keychain', [settingsSaid]],
		])('%s says so, once', async (command, said) => {
			const {stderr, exitCode} = await runCommand(command.split(' '), spoil());
			expect({stderr, exitCode}).toMatchObject({exitCode: 0});
			for (const sentence of said) {
				expect(stderr.match(new RegExp(sentence, 'gm')) ?? []).toHaveLength(1);
			}
		});

		test('the full screen says so', async () => {
			await using terminal = openTerminal([], spoil());
			await terminal.waitFor(
				/! The settings were damaged[\s\S]*! Others could read this, which is mended/,
			);
		});
	});

	test('has a file where the folder of settings should be: the error says which', async () => {
		const file = path.join(person.environment.home, 'in-the-way');
		writeFileSync(file, '');
		const {stderr, exitCode} = await runCommand(['users'], {
			environment: person.environment,
			variables: {RECSCRIBE_CONFIG_DIR: path.join(file, 'config')},
		});
		expect(exitCode).toBe(1);
		expect(stderr).toContain(path.join(file, 'config'));
		expect(stderr).toContain('RECSCRIBE_CONFIG_DIR');
		expect(stderr).not.toContain('    at ');
	});

	test('has another program that keeps the library locked for a while: it is waited for', async () => {
		const database = new DatabaseSync(path.join(person.environment.dataFolder, 'library.db'));
		database.exec('BEGIN IMMEDIATE');
		const {uuid} = person.sandbox.world.find('first-choice');
		const running = runCommand(['transcribe', uuid, '--again'], {
			environment: person.environment,
			variables: person.sandbox.environment,
		});
		const timer = setTimeout(() => database.exec('COMMIT'), 1500);
		const {exitCode, stderr} = await running;
		clearTimeout(timer);
		database.close();
		expect({exitCode, stderr}).toMatchObject({exitCode: 0});
	});

	test('can’t find a name (DNS), or nobody answers: the error says whom it asked', async () => {
		const {stderr, exitCode} = await runCommand(['users'], {
			environment: person.environment,
			variables: {
				...person.sandbox.environment,
				ZOOM_OAUTH_URL: 'https://zoom.invalid',
				ZOOM_API_URL: 'https://api.zoom.invalid/v2',
			},
		});
		expect(exitCode).toBe(1);
		expect(stderr).toContain('zoom.invalid');
		expect(stderr).toContain('Check the network connection');
	});
});
