import path from 'node:path';
import {beforeEach, describe, expect, onTestFinished, test} from 'vitest';
import {type Sandbox, startSandbox} from '../../source/sandbox/sandbox.ts';
import {openSettingsStore} from '../../source/settings/store.ts';
import {morePersonalZoomScopes, personalZoomScopes} from '../../source/setup/zoom-scopes.ts';
import {
	createIsolatedEnvironment,
	type IsolatedEnvironment,
	type Variables,
} from '../support/isolated-environment.ts';
import {keys} from '../support/keys.ts';
import {type OpenTerminal, openTerminal} from '../support/terminal.ts';

const {enter, down, ctrlC} = keys;
let environment: IsolatedEnvironment;

beforeEach(() => {
	environment = createIsolatedEnvironment();
	return () => environment.remove();
});

async function open(options: Parameters<typeof startSandbox>[0] = {}): Promise<Sandbox> {
	const sandbox = await startSandbox({
		now: new Date('2026-11-24T12:00:00Z'),
		consent: 'given',
		...options,
	});
	onTestFinished(() => sandbox.close());
	return sandbox;
}

function ask(variables: Variables): OpenTerminal {
	const terminal = openTerminal([path.join(import.meta.dirname, 'ask-in-terminal.ts'), 'zoom'], {
		command: process.execPath,
		environment,
		rows: 80,
		variables: {BROWSER: 'none', ...variables},
	});
	onTestFinished(() => terminal.close());
	return terminal;
}

function askOf({environment: addresses}: Sandbox, more: Variables = {}): OpenTerminal {
	const {ZOOM_API_URL, ZOOM_OAUTH_URL} = addresses;
	return ask({ZOOM_API_URL, ZOOM_OAUTH_URL, ...more});
}

function pickClientId({environment: {ZOOM_PUBLIC_CLIENT_ID}}: Sandbox): Variables {
	return {ZOOM_PUBLIC_CLIENT_ID};
}

const stored = () => openSettingsStore(environment.configFolder).read().settings;

/** The address that stands in the terminal for the browser, the newest one. */
async function readAddress(terminal: OpenTerminal, count = 1): Promise<string> {
	const pattern = /http:\/\/127\.0\.0\.1:\d+\/oauth\/authorize\?[\w%&=.-]+/g;
	await terminal.waitFor(() => (terminal.raw().match(pattern) ?? []).length >= count);
	await terminal.waitFor('Waiting for the browser');
	return terminal.raw().match(pattern)?.at(-1) ?? '';
}

/** Where Zoom sends the browser of another computer. */
async function follow(address: string): Promise<string> {
	const response = await fetch(address, {redirect: 'manual'});
	return response.headers.get('location') ?? '';
}

async function begin(terminal: OpenTerminal): Promise<void> {
	await terminal.waitFor('❯ As myself');
	terminal.write(enter);
	await terminal.waitFor(/Public Client ID:( \(\w+\))?$/);
}

describe('signing in as oneself', () => {
	test('says what to register, opens the browser’s way, and keeps the newest refresh token', async () => {
		const sandbox = await open();
		const clientId = sandbox.environment.ZOOM_PUBLIC_CLIENT_ID;
		const terminal = askOf(sandbox);
		await begin(terminal);
		terminal.write(` ${clientId}${enter}`);
		const page = await fetch(await readAddress(terminal));
		expect(await page.text()).toContain('You can close this page');
		await terminal.waitFor('outcome: {"status":"kept","check":{"status":"accepted"');
		const history = terminal.history();
		for (const {name} of [...personalZoomScopes, ...morePersonalZoomScopes]) {
			expect(history).toContain(name);
		}
		expect(history).toContain('http://127.0.0.1\n');
		expect(history).toContain('Use Public Client OAuth');
		expect(history).toMatch(/✓ Zoom opens the recordings of \S/);
		const credentials = stored().zoom?.credentials;
		expect(credentials).toEqual({
			type: 'user',
			clientId,
			refreshToken: expect.stringMatching(/^[\w-]{64}$/),
		});
		const {refreshToken} = credentials?.type === 'user' ? credentials : {refreshToken: ''};
		expect(terminal.raw()).not.toContain(refreshToken);
		const renewal = await fetch(`${sandbox.environment.ZOOM_OAUTH_URL}/oauth/token`, {
			method: 'POST',
			body: new URLSearchParams({
				grant_type: 'refresh_token',
				refresh_token: refreshToken,
				client_id: clientId,
			}),
		});
		expect(renewal.status).toBe(200);
	});

	test('works by pasting the address that a browser elsewhere ended on', async () => {
		const sandbox = await open();
		const terminal = askOf(sandbox, pickClientId(sandbox));
		await begin(terminal);
		expect(terminal.screen()).toContain('Public Client ID: (sandboxPublicClient001)');
		terminal.write(enter);
		const location = await follow(await readAddress(terminal));
		terminal.write(`http://127.0.0.1/?code=abc&state=wrong${enter}`);
		await terminal.waitFor('> It belongs to another sign-in than this one.');
		terminal.write(`${location.slice(0, 70)}\n${location.slice(70)}${enter}`);
		await terminal.waitFor('outcome: {"status":"kept","check":{"status":"accepted"');
		expect(terminal.history()).toContain('Open this address in a browser');
		expect(stored().zoom?.credentials.type).toBe('user');
	});

	test('works so on a dumb terminal too, by lines alone', async () => {
		const sandbox = await open();
		const dumb = {TERM: 'dumb', FORCE_COLOR: undefined};
		const terminal = askOf(sandbox, {...pickClientId(sandbox), ...dumb});
		await terminal.waitFor(/1\. As myself[\s\S]*\):$/);
		terminal.write('1\n');
		await terminal.waitFor('Public Client ID: (Enter takes sandboxPublicClient001)');
		terminal.write('\n');
		const location = await follow(await readAddress(terminal));
		terminal.write('http://127.0.0.1/?code=abc&state=wrong\n');
		await terminal.waitFor('It belongs to another sign-in than this one.');
		terminal.write(`${location}\n`);
		await terminal.waitFor('outcome: {"status":"kept","check":{"status":"accepted"');
		expect(terminal.raw().replaceAll('\r\n', '\n')).not.toMatch(/[^\P{Cc}\n]/u);
	});

	test('that was refused can be tried again, or left', async () => {
		const sandbox = await open({consent: 'refused'});
		const terminal = askOf(sandbox, pickClientId(sandbox));
		await begin(terminal);
		terminal.write(enter);
		await fetch(await readAddress(terminal));
		await terminal.waitFor('✗ Zoom was told not to let Recscribe in');
		await terminal.waitFor('❯ Sign in again');
		terminal.write(enter);
		await fetch(await readAddress(terminal, 2));
		await terminal.waitFor(/(?:[\s\S]*What now\?){2}/);
		terminal.write(`${down}${down}${enter}`);
		await terminal.waitFor('outcome: {"status":"left"}');
		expect(stored()).toEqual({});
	});

	test('names the scopes that are missing', async () => {
		const sandbox = await open({ownScopes: ['user:read:user']});
		const terminal = askOf(sandbox, pickClientId(sandbox));
		await begin(terminal);
		terminal.write(enter);
		await fetch(await readAddress(terminal));
		await terminal.waitFor('lacks scopes');
		await terminal.waitFor('What now?');
		const screen = terminal.screen();
		expect(screen).toMatch(/^ +cloud_recording:read:list_user_recordings$/m);
		expect(screen).toMatch(/^ +cloud_recording:read:list_recording_files$/m);
		expect(screen.replace(/\s+/g, ' ')).toContain('Then enter the values again');
	});

	test('can be left while the browser is waited for', async () => {
		const sandbox = await open();
		const terminal = askOf(sandbox, pickClientId(sandbox));
		await begin(terminal);
		terminal.write(enter);
		const address = await readAddress(terminal);
		terminal.write(ctrlC);
		await terminal.waitFor('outcome: {"status":"left"}');
		expect((await terminal.exited).exitCode).toBe(0);
		const location = await follow(address);
		await expect(fetch(location)).rejects.toThrow();
		expect(stored()).toEqual({});
	});
});

describe('Zoom for Government', () => {
	test('is a choice, with its own addresses, and one can go back', async () => {
		const terminal = ask({});
		await terminal.waitFor('How do you want to sign in to Zoom?');
		terminal.write(`${down}${down}${down}${enter}`);
		await terminal.waitFor('How do you want to sign in to Zoom for Government?');
		expect(terminal.screen()).toContain('I use the usual Zoom');
		terminal.write(`${down}${enter}`);
		await terminal.waitFor(/Account ID:$/);
		expect(terminal.screen()).toContain('https://marketplace.zoomgov.com');
		terminal.write(ctrlC);
		await terminal.waitFor('outcome: {"status":"left"}');
	});

	test('is not offered to whoever has named another host', async () => {
		const terminal = askOf(await open());
		await terminal.waitFor('How do you want to sign in to Zoom?');
		expect(terminal.screen()).not.toContain('Government');
	});
});
