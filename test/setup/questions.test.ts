import {readFileSync} from 'node:fs';
import path from 'node:path';
import {beforeEach, describe, expect, onTestFinished, test} from 'vitest';
import {openSettingsStore} from '../../source/settings/store.ts';
import {zoomScopes} from '../../source/setup/zoom-scopes.ts';
import {
	createIsolatedEnvironment,
	type IsolatedEnvironment,
	type Variables,
} from '../support/isolated-environment.ts';
import {keys} from '../support/keys.ts';
import {preloaded} from '../support/preloaded.ts';
import {type OpenTerminal, openTerminal} from '../support/terminal.ts';
import {type StandIn, startStandIn} from './stand-in.ts';

let standIn: StandIn;
let environment: IsolatedEnvironment;

beforeEach(async () => {
	standIn = await startStandIn();
	environment = createIsolatedEnvironment();
	return async () => {
		await standIn[Symbol.asyncDispose]();
		environment.remove();
	};
});

function open(
	script: string,
	options: readonly string[] = [],
	variables: Variables = {},
): OpenTerminal {
	const terminal = openTerminal([path.join(import.meta.dirname, script), ...options], {
		command: process.execPath,
		environment,
		rows: 80,
		variables: {
			ZOOM_API_URL: standIn.apiUrl,
			ZOOM_OAUTH_URL: standIn.url,
			ASSEMBLYAI_BASE_URL: standIn.url,
			...variables,
		},
	});
	onTestFinished(() => terminal.close());
	return terminal;
}

const ask = (what: string) => open('ask-in-terminal.ts', [what]);

const stored = () => openSettingsStore(environment.configFolder).read().settings;

/** Waits for each question and answers it. */
async function answer(
	terminal: OpenTerminal,
	...answers: readonly (readonly [question: string | RegExp, typed: string])[]
): Promise<void> {
	for (const [question, typed] of answers) {
		await terminal.waitFor(question);
		terminal.write(typed);
	}
}

const {enter, down, ctrlC, ctrlD} = keys;

describe('the questions for Zoom', () => {
	test('say where to find each value, check them, and keep them', async () => {
		const terminal = ask('zoom');
		await answer(
			terminal,
			['How do you want to sign in', `${down}${enter}`],
			[/Account ID:$/, `account${enter}`],
			[/Client ID:$/, `  client ${enter}`],
			[/Client secret:$/, '"right-secret"\n'],
			['outcome:', ''],
		);
		await terminal.exited;
		const history = terminal.history();
		expect(history).toContain('marketplace.zoom.us');
		for (const {name} of zoomScopes) {
			expect(history).toContain(name);
		}
		expect(history).toContain('View the recording content');
		expect(history).toContain('✓ Zoom opens an account with 12 users.');
		expect(stored().zoom).toEqual({
			credentials: {
				type: 'server-to-server',
				accountId: 'account',
				clientId: 'client',
				clientSecret: 'right-secret',
			},
			apiUrl: standIn.apiUrl,
			oauthUrl: standIn.url,
		});
		expect(terminal.raw()).not.toContain('right-secret');
	});

	test('of a refused secret say why, and ask again with what was right', async () => {
		const terminal = ask('zoom');
		await answer(
			terminal,
			['How do you want to sign in', `${down}${enter}`],
			[/Account ID:$/, `account${enter}`],
			[/Client ID:$/, `client${enter}`],
			[/Client secret:$/, `hunter2${enter}`],
			['❯ Enter the values again', enter],
			['Account ID: (account)', enter],
			['Client ID: (client)', enter],
			[/Client secret:$/, `right-secret${enter}`],
			['outcome: {"status":"kept","check":{"status":"accepted"', ''],
		);
		expect(terminal.history()).toContain('✗ Zoom does not know this client ID and secret');
		expect(terminal.raw()).not.toContain('hunter2');
		expect(stored().zoom?.credentials).toMatchObject({clientSecret: 'right-secret'});
	});

	test('name missing scopes, and try again once they are there', async () => {
		const missing = 'cloud_recording:read:list_recording_files:admin';
		standIn.behaviour.missingScopes = [missing];
		const terminal = ask('zoom');
		await answer(
			terminal,
			['How do you want to sign in', `${down}${enter}`],
			[/Account ID:$/, `account${enter}`],
			[/Client ID:$/, `client${enter}`],
			[/Client secret:$/, `right-secret${enter}`],
			['❯ Try again with the same values', ''],
		);
		expect(terminal.screen()).toMatch(new RegExp(`lacks scopes.*\\n *${missing}\\n`));
		expect(stored()).toEqual({});
		standIn.behaviour.missingScopes = [];
		terminal.write(enter);
		await terminal.waitFor('✓ Zoom opens');
		expect(stored().zoom).toBeDefined();
	});

	test('keep refused values when that is wanted', async () => {
		const terminal = ask('zoom');
		await answer(
			terminal,
			['How do you want to sign in', `${down}${down}${enter}`],
			[/API key:$/, `key${enter}`],
			[/API secret:$/, `hunter2${enter}`],
			['What now?', `${down}${down}${enter}`],
			['outcome: {"status":"kept","check":{"status":"refused"', ''],
		);
		expect(stored().zoom?.credentials).toEqual({
			type: 'legacy-jwt',
			apiKey: 'key',
			apiSecret: 'hunter2',
		});
	});

	test('say of the legacy kind that Zoom ended it', async () => {
		const terminal = ask('zoom');
		await answer(
			terminal,
			['How do you want to sign in', `${down}${down}`],
			['September 2023', ''],
		);
	});

	test('can be left by going back', async () => {
		const terminal = ask('zoom');
		await answer(
			terminal,
			['How do you want to sign in', `${down}${enter}`],
			[/Account ID:$/, `account${enter}`],
			[/Client ID:$/, `client${enter}`],
			[/Client secret:$/, `hunter2${enter}`],
			['What now?', `${down}${down}${down}${enter}`],
			['outcome: {"status":"left"}', ''],
		);
		expect(stored()).toEqual({});
	});

	test('see when something else was pasted', async () => {
		const terminal = ask('zoom');
		await answer(
			terminal,
			['How do you want to sign in', `${down}${enter}`],
			[/Account ID:$/, enter],
			['Paste or type it', `https://zoom.us/account${enter}`],
			['That is a web address, not the account ID', `ada@example.com${enter}`],
			['That is an email address', `açcount${enter}`],
			['characters that no account ID has', `account${enter}`],
			[/Client ID:$/, `account${enter}`],
			['That is the account ID again, not the client ID', `client${enter}`],
			[/Client secret:$/, `client${enter}`],
			['That is the client ID again, not the client secret', ''],
		);
	});
});

describe('what is pasted', () => {
	test('is taken as it was meant', async () => {
		const terminal = ask('all');
		for (const pasted of [
			'right-key\n',
			'\r\n\r\n  right-key  \r\n',
			'right\n  -key\n',
			'“right-key”\r',
		]) {
			await answer(
				terminal,
				['What do you want to set up?\n❯ Zoom', down],
				[/❯ AssemblyAI \([^)]*\)\n/, enter],
				[/API key:$/, pasted],
				[/✓ AssemblyAI[^?]*\? What do/, ''],
			);
			expect(stored().assemblyai?.apiKey).toBe('right-key');
			await openSettingsStore(environment.configFolder).keep('assemblyai', undefined);
		}
	});

	test('is masked while it is typed, and its length is hidden afterwards', async () => {
		const terminal = ask('assemblyai');
		await answer(terminal, [/API key:$/, 'hunter2hunter2']);
		await terminal.waitFor(/API key: •{14}$/);
		terminal.write(enter);
		await terminal.waitFor('What now?');
		expect(terminal.screen()).toMatch(/API key: •{8}$/m);
		expect(terminal.raw()).not.toContain('hunter2');
	});
});

describe('leaving', () => {
	test.each([
		['Ctrl+C', ctrlC],
		['Ctrl+D', ctrlD],
	])('any question with %s keeps nothing and leads back to the checklist', async (_, key) => {
		const terminal = ask('all');
		const kind = ['How do you want to sign in', `${down}${enter}`] as const;
		const accountId = [/Account ID:$/, `account${enter}`] as const;
		const clientId = [/Client ID:$/, `client${enter}`] as const;
		const secret = [/Client secret:$/, `hunter2${enter}`] as const;
		const ways = [
			[['How do you want to sign in', key]],
			[kind, [/Account ID:$/, key]],
			[kind, accountId, clientId, [/Client secret:$/, `hunter2${key}`]],
			[kind, accountId, clientId, secret, ['What now?', key]],
		] as const;
		for (const [index, [[, typed], ...rest]] of ways.entries()) {
			// What was left stays on the screen: only one more of it is a new question.
			const kindOnceMore = new RegExp(`^(?:[^]*How do you want to sign in){${index + 1}}`);
			await answer(terminal, ['❯ Zoom (not set)', enter], [kindOnceMore, typed], ...rest);
		}
		await answer(terminal, ['❯ Zoom (not set)', key], ['outcome: {"status":"cancelled"}', '']);
		expect(await terminal.exited).toEqual({exitCode: 0, signal: undefined});
		expect(terminal.isCursorVisible()).toBe(true);
		expect(stored()).toEqual({});
	});

	test('while the service is asked, which keys cannot answer for', async () => {
		standIn.behaviour.isSilent = true;
		const terminal = ask('zoom');
		await answer(
			terminal,
			['How do you want to sign in', `${down}${enter}`],
			[/Account ID:$/, `account${enter}`],
			[/Client ID:$/, `client${enter}`],
			[/Client secret:$/, `right-secret${enter}`],
			[/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] Asking Zoom…/, `${enter}x${enter}${ctrlC}`],
			['outcome: {"status":"left"}', ''],
		);
		expect((await terminal.exited).exitCode).toBe(0);
		expect(stored()).toEqual({});
	});
});

describe('for AssemblyAI', () => {
	const askWithUsualHost = () => {
		const terminal = openTerminal(
			[path.join(import.meta.dirname, 'ask-in-terminal.ts'), 'assemblyai'],
			{command: process.execPath, environment},
		);
		onTestFinished(() => terminal.close());
		return terminal;
	};

	test('the region is asked, and one can go back', async () => {
		const terminal = askWithUsualHost();
		await answer(
			terminal,
			['❯ United States', down],
			['❯ European Union', down],
			['❯ Go back', enter],
			['outcome: {"status":"left"}', ''],
		);
	});

	test('what comes first is said', async () => {
		const terminal = openTerminal(
			[path.join(import.meta.dirname, 'ask-in-terminal.ts'), 'assemblyai'],
			{
				command: process.execPath,
				environment,
				variables: {ASSEMBLYAI_API_KEY: 'other', ASSEMBLYAI_BASE_URL: standIn.url},
			},
		);
		onTestFinished(() => terminal.close());
		await terminal.waitFor('Recscribe takes AssemblyAI from the environment now.');
	});
});

describe('the checklist', () => {
	test('offers the keychain for what is kept', async () => {
		const terminal = open('ask-in-terminal.ts', ['all'], {
			...preloaded('preload-keychain.ts'),
			KEYCHAIN_FILE: path.join(environment.home, 'keychain'),
		});
		await answer(
			terminal,
			['❯ Zoom (not set)', keys.up],
			['❯ Where they are kept (a file that only you can read, or the keychain)', enter],
			['Where they are kept (encrypted, the key in the keychain)', ''],
		);
		expect(openSettingsStore(environment.configFolder).protection()).toBe('keychain');
		terminal.write(keys.up);
		await answer(
			terminal,
			['❯ Where they are kept (encrypted', enter],
			[/In a file[\s\S]*Where they are kept \(a file that only you can read, or/, ctrlC],
			['outcome:', ''],
		);
		expect(openSettingsStore(environment.configFolder).protection()).toBe('file');
	});

	test('says that there is no keychain, and why', async () => {
		const terminal = open('ask-in-terminal.ts', ['all'], {
			...preloaded('preload-keychain.ts'),
			KEYCHAIN_PROBLEM: 'nobody keeps one',
		});
		await answer(
			terminal,
			['❯ Zoom (not set)', keys.up],
			['❯ Where they are kept (a file that only you can read; no keychain here)', ''],
			['can’t be used: nobody keeps one', enter],
			[/can’t be used: nobody keeps one[\s\S]*What do you want to set up\?[\s\S]*❯ Zoom/, ctrlC],
			['outcome:', ''],
		);
		expect(openSettingsStore(environment.configFolder).protection()).toBe('file');
	});

	test('goes from one service to the next until done', async () => {
		const terminal = ask('all');
		await answer(
			terminal,
			[/❯ Zoom \(not set\)\n {2}AssemblyAI \(not set\)/, enter],
			['How do you want to sign in', `${down}${enter}`],
			[/Account ID:$/, `account${enter}`],
			[/Client ID:$/, `client${enter}`],
			[/Client secret:$/, `right-secret${enter}`],
			[/Zoom \(Server-to-Server OAuth, saved\)\n❯ AssemblyAI \(not set\)/, enter],
			[/API key:$/, ctrlC],
			[/saved\)\n❯ AssemblyAI \(not set\)/, enter],
			[/API key:$/, `right-key${enter}`],
			[/AssemblyAI \(API key, saved\)\n❯ Done/, enter],
			['outcome: {"status":"done"}', ''],
		);
		expect(stored()).toMatchObject({
			zoom: {credentials: {clientId: 'client'}},
			assemblyai: {apiKey: 'right-key', baseUrl: standIn.url},
		});
	});
});

test('a dumb terminal is asked by lines alone, and shows no secret', async () => {
	const dumb = {TERM: 'dumb', FORCE_COLOR: undefined};
	const terminal = open('ask-in-terminal.ts', ['all'], dumb);
	await answer(
		terminal,
		[/1\. Zoom \(not set\)[\s\S]*Enter takes 1.*:$/, '\n'],
		[/How do you want to sign in[\s\S]*2\. Server-to-Server[\s\S]*:$/, '2\n'],
		[/Account ID:$/, '\n'],
		[/Paste or type it[\s\S]*Account ID:$/, 'account\n'],
		[/Client ID:$/, 'client\n'],
		[/Client secret:$/, `hunter2${enter}`],
		[/✗ Zoom does not know[\s\S]*What now\?[\s\S]*:$/, '1\n'],
		[/Account ID: \(Enter takes account\)$/, '\n'],
		[/Client ID: \(Enter takes client\)$/, '\n'],
		[/Client secret:$/, `right-secret${enter}`],
		[/✓ Zoom opens[\s\S]*Enter takes 2.*:$/, `${keys.escape}\n`],
		['outcome: {"status":"done"}', ''],
	);
	expect(await terminal.exited).toEqual({exitCode: 0, signal: undefined});
	expect(stored().zoom?.credentials).toMatchObject({clientSecret: 'right-secret'});
	expect(terminal.raw()).not.toMatch(/hunter2|right-secret/);
	expect(terminal.raw().replaceAll('\r\n', '\n')).not.toMatch(/[^\P{Cc}\n]/u);
});

test('Ink hands the terminal over and takes it back, any number of times', async () => {
	const terminal = open('ask-within-ink.ts');
	// The normal screen still shows the questions of the times before.
	const asked = (times: number) => new RegExp(`^(?:[^]*API key:){${times}}$`);
	await answer(
		terminal,
		['checklist: nothing asked yet', 'a'],
		[asked(1), ctrlC],
		['checklist: left', 'x'],
		['typed: x', 'a'],
		[asked(2), `right-key${enter}`],
		['checklist: kept', 'y'],
		['typed: xy', 'a'],
		[asked(3), ctrlD],
		['checklist: left', 'z'],
		['typed: xyz', 'q'],
		['the screen is over', ''],
	);
	expect(await terminal.exited).toEqual({exitCode: 0, signal: undefined});
	expect(terminal.isAlternate()).toBe(false);
	expect(readFileSync(path.join(environment.configFolder, 'settings.json'), 'utf8')).toContain(
		'right-key',
	);
});
