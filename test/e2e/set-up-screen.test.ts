import {readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, expect, onTestFinished, test} from 'vitest';
import {type Sandbox, startSandbox} from '../../source/sandbox/sandbox.ts';
import {openSettingsStore} from '../../source/settings/store.ts';
import {fileKeychain} from '../support/file-keychain.ts';
import {
	createIsolatedEnvironment,
	type IsolatedEnvironment,
	type Variables,
} from '../support/isolated-environment.ts';
import {keys} from '../support/keys.ts';
import {preloaded} from '../support/preloaded.ts';
import {type OpenTerminal, openTerminal} from '../support/terminal.ts';
import {leftInTerminal} from './restored.ts';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({processingMs: 1});
});

afterAll(() => sandbox.close());

/** Nobody is set up yet; the services are those of the sandbox. */
function open(environment?: IsolatedEnvironment, more: Variables = {}): OpenTerminal {
	const {ZOOM_API_URL, ZOOM_OAUTH_URL, ASSEMBLYAI_BASE_URL} = sandbox.environment;
	return openTerminal([], {
		variables: {ZOOM_API_URL, ZOOM_OAUTH_URL, ASSEMBLYAI_BASE_URL, ...more},
		...(environment !== undefined && {environment}),
	});
}

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

test('the questions get the terminal, and Ctrl+C leads back to the checklist', async () => {
	await using terminal = open();
	await terminal.waitFor(/❯ +○ +Zoom/);
	await terminal.press(keys.enter);
	await terminal.waitFor('How do you want to sign in');
	expect(terminal.isAlternate()).toBe(false);
	await terminal.press(keys.ctrlC);
	await terminal.waitFor(() => terminal.isAlternate() && /❯ +○ +Zoom/.test(terminal.screen()));
	await terminal.press(keys.down);
	await terminal.waitFor(/❯ +○ +AssemblyAI/);
	await terminal.press(keys.enter);
	await terminal.waitFor(/API key:$/);
	await terminal.press('a', 'b', keys.ctrlC);
	await terminal.waitFor(
		() => terminal.isAlternate() && /❯ +○ +AssemblyAI/.test(terminal.screen()),
	);
	await terminal.press('?');
	await terminal.waitFor('Keys on this screen');
	await terminal.press('?', 'q');
	expect(await terminal.exited).toEqual({exitCode: 0, signal: undefined});
	expect(leftInTerminal(terminal)).toEqual([]);
});

test('both services are set up, each answer checked with the service, and used at once', async () => {
	const {environment: services} = sandbox;
	const environment = createIsolatedEnvironment();
	onTestFinished(() => environment.remove());
	await using terminal = open(environment);
	await answer(
		terminal,
		[/❯ +○ +Zoom/, keys.enter],
		['❯ As myself', keys.down],
		['❯ Server-to-Server', keys.enter],
		[/Account ID:$/, `${services.ZOOM_ACCOUNT_ID}${keys.enter}`],
		[/Client ID:$/, `  ${services.ZOOM_CLIENT_ID} ${keys.enter}`],
		[/Client secret:$/, `notTheSecret${keys.enter}`],
		['❯ Enter the values again', keys.enter],
		[/Account ID: \(/, keys.enter],
		[/Client ID: \(/, keys.enter],
		[/Client secret:$/, `${services.ZOOM_CLIENT_SECRET}${keys.enter}`],
		[/● +Zoom .*saved[\s\S]*❯ +○ +AssemblyAI/, keys.enter],
		[/API key:$/, `wrong${keys.enter}`],
		['❯ Enter the values again', keys.enter],
		[/API key:$/, `${services.ASSEMBLYAI_API_KEY}${keys.enter}`],
		[/● +AssemblyAI .*saved[\s\S]*❯ +Continue/, keys.enter],
		[/^ 14 people$/m, keys.ctrlC],
	);
	expect(await terminal.exited).toMatchObject({exitCode: 130});
	expect(leftInTerminal(terminal)).toEqual([]);
	for (const secret of [services.ZOOM_CLIENT_SECRET, services.ASSEMBLYAI_API_KEY, 'notTheSecret']) {
		expect(terminal.raw()).not.toContain(secret);
	}

	const settings = path.join(environment.configFolder, 'settings.json');
	expect(statSync(settings).mode & 0o777).toBe(0o600);
	await using second = openTerminal([], {environment});
	await second.waitFor(/^ 14 people$/m);
});

test('from a first run on, what is kept is encrypted where that is wanted', async () => {
	const {ASSEMBLYAI_API_KEY: apiKey} = sandbox.environment;
	const environment = createIsolatedEnvironment();
	onTestFinished(() => environment.remove());
	const keychain = path.join(environment.home, 'keychain');
	await using terminal = open(environment, {
		...preloaded('preload-keychain.ts'),
		KEYCHAIN_FILE: keychain,
	});
	await answer(
		terminal,
		[/❯ +○ +Zoom[\s\S]*Kept in .* or the keychain/, keys.down],
		[/❯ +○ +AssemblyAI/, keys.down],
		[/❯ +Kept in/, keys.enter],
		[/❯ +Kept in +an encrypted file/, keys.up],
		[/❯ +○ +AssemblyAI/, keys.enter],
		[/API key:$/, `${apiKey}${keys.enter}`],
		[/❯ +● +AssemblyAI .*saved/, keys.ctrlC],
	);
	await terminal.exited;
	const {path: file, read} = openSettingsStore(environment.configFolder, fileKeychain(keychain));
	expect(readFileSync(file, 'latin1')).not.toContain(apiKey);
	expect(read().settings.assemblyai?.apiKey).toBe(apiKey);
});
