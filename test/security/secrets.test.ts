import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {zstdDecompressSync} from 'node:zlib';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {credentials} from '../../source/sandbox/credentials.ts';
import {type Sandbox, startSandbox} from '../../source/sandbox/sandbox.ts';
import {
	createIsolatedEnvironment,
	type IsolatedEnvironment,
} from '../support/isolated-environment.ts';
import {keys} from '../support/keys.ts';
import {runCommand} from '../support/run-command.ts';
import {openTerminal} from '../support/terminal.ts';

const wrongKey = 'wrongassemblyaikeyofatest00000000';
const secrets = [
	credentials.clientSecret,
	credentials.apiSecret,
	credentials.assemblyAIKey,
	wrongKey,
] as const;

/** What was written, by where: each is searched for every secret. */
const written = new Map<string, Buffer>();

let sandbox: Sandbox;
let environment: IsolatedEnvironment;
let tools: string;

beforeAll(async () => {
	sandbox = await startSandbox({processingMs: 1, mediaScale: 0.01});
	environment = createIsolatedEnvironment();
	tools = path.join(environment.home, 'tools');
	mkdirSync(tools);
	// Whatever is started writes down what it was given.
	for (const tool of ['xdg-open', 'wl-copy', 'pager']) {
		writeFileSync(
			path.join(tools, tool),
			`#!/bin/sh\n{ echo "$@"; env; cat; } >> "${path.join(environment.home, `started-${tool}`)}" < /dev/null\n`,
			{mode: 0o755},
		);
	}
});

afterAll(async () => {
	environment.remove();
	await sandbox.close();
});

function variables(more: Readonly<Record<string, string | undefined>> = {}) {
	return {
		PATH: `${tools}:${process.env['PATH']}`,
		WAYLAND_DISPLAY: 'wayland-0',
		RECSCRIBE_LOG: path.join(environment.home, 'log.jsonl'),
		...more,
	};
}

async function run(commandLine: readonly string[], more = {}): Promise<string> {
	const {stdout, stderr, exitCode} = await runCommand(commandLine, {
		environment,
		workingFolder: environment.home,
		variables: variables(more),
	});
	written.set(`recscribe ${commandLine.join(' ')}`, Buffer.from(`${stdout}\n${stderr}`));
	return `${exitCode} ${stdout}`;
}

/** Every way in which a secret could be written down. */
function writings(secret: string): ReadonlyArray<readonly [string, string]> {
	const bytes = Buffer.from(secret);
	return [
		['as it is', secret],
		['in base64', bytes.toString('base64').replace(/=+$/, '').slice(0, -1)],
		['in hexadecimal digits', bytes.toString('hex')],
		['backwards', [...secret].toReversed().join('')],
	];
}

function findSecrets(): readonly string[] {
	return [...written].flatMap(([place, bytes]) => {
		const text = bytes.toString('latin1');
		const found = secrets.flatMap(secret =>
			writings(secret).flatMap(([way, writing]) =>
				text.includes(writing) ? [`${place}: ${secret.slice(0, 12)}… ${way}`] : [],
			),
		);
		// Every token of the sandbox's Zoom is a JSON Web Token.
		const token = /eyJ[\w-]{8,}\.[\w-]{8,}/.exec(text);
		return token === null ? found : [...found, `${place}: a token at ${token.index}`];
	});
}

function collectFiles(folder: string): void {
	for (const entry of readdirSync(folder, {withFileTypes: true, recursive: true})) {
		const file = path.join(entry.parentPath, entry.name);
		// The one file whose purpose it is.
		if (entry.isFile() && file !== path.join(environment.configFolder, 'settings.json')) {
			written.set(file, readFileSync(file));
		}
	}
}

function collectLibrary(): void {
	const file = path.join(environment.dataFolder, 'library.db');
	const database = new DatabaseSync(file);
	for (const {id, response} of database.prepare('SELECT id, response FROM transcripts').all()) {
		written.set(`response ${id}`, zstdDecompressSync(response as Uint8Array));
	}

	const rows = ['jobs', 'job_events', 'understandings'].map(table =>
		database.prepare(`SELECT * FROM ${table}`).all(),
	);
	written.set('rows of the library', Buffer.from(JSON.stringify(rows)));
	database.close();
}

test('no secret is written anywhere but in the settings file', {timeout: 120_000}, async () => {
	const tokens = path.join(tools, 'tokens.env');
	const {ZOOM_API_URL, ZOOM_OAUTH_URL, ASSEMBLYAI_BASE_URL} = sandbox.environment;
	const addresses = {ZOOM_API_URL, ZOOM_OAUTH_URL, ASSEMBLYAI_BASE_URL};
	writeFileSync(
		tokens,
		`ZOOM_ACCOUNT_ID = ${credentials.accountId}\nZOOM_CLIENT_ID = ${credentials.clientId}\n` +
			`ZOOM_CLIENT_SECRET = ${credentials.clientSecret}\nASSEMBLYAI_API_KEY = ${credentials.assemblyAIKey}\n` +
			Object.entries(addresses)
				.map(([name, value]) => `${name} = ${value}\n`)
				.join(''),
	);
	const uuid = sandbox.world.find('first-choice').uuid;
	expect(await run(['setup', '--env-file', tokens])).toMatch(/^0/);
	const settings = readFileSync(path.join(environment.configFolder, 'settings.json'), 'utf8');
	expect(settings).toContain(credentials.assemblyAIKey);
	expect(await run(['doctor', '--json'])).toMatch(/^0/);
	expect(await run(['meetings', '--all-users', '--json'])).toMatch(/^0/);
	expect(await run(['transcribe', uuid, '--json', '--outline'])).toMatch(/^0/);
	expect(await run(['zoom-transcript', uuid, '--output', 'zoom.vtt'])).toMatch(/^0/);
	for (const format of ['text', 'markdown', 'srt', 'vtt', 'json', 'raw', 'csv', 'docx', 'html']) {
		expect(await run(['export', uuid, '--format', format, '--output', `exported/`])).toMatch(/^0/);
	}

	// By the environment, with the other kind of app, a wrong key, and a link for AssemblyAI.
	const legacy = {...sandbox.environment, ZOOM_CLIENT_SECRET: undefined, ZOOM_CLIENT_ID: undefined};
	await run(['users', '--json'], {...legacy, ZOOM_ACCOUNT_ID: undefined});
	await run(['transcribe', uuid, '--again'], {ASSEMBLYAI_API_KEY: wrongKey});
	expect(await run(['jobs', '--json'])).toMatch(/^0/);
	expect(await run(['transcribe', uuid, '--again', '--audio', 'direct'])).toMatch(/^0/);

	await using terminal = openTerminal([], {
		environment,
		variables: variables(sandbox.environment),
	});
	for (const seen of [/14 people/, /which days/, /newest first/]) {
		await terminal.waitFor(seen);
		terminal.write(keys.enter);
	}

	await terminal.waitFor(/ \/ 23:45 · /);
	terminal.write('y');
	await terminal.waitFor(/copied/);
	terminal.write(keys.ctrlC);
	await terminal.exited;
	written.set('the terminal', Buffer.from(terminal.raw()));

	// A bug, for its report.
	const database = new DatabaseSync(path.join(environment.dataFolder, 'library.db'));
	collectLibrary();
	database.exec(`UPDATE transcripts SET request = 'no JSON' WHERE source = 'assemblyai'`);
	database.close();
	expect(await run(['transcripts'], sandbox.environment)).toMatch(/^1/);

	await expect
		.poll(() => readdirSync(environment.home), {timeout: 30_000})
		.toContain('started-wl-copy');
	collectFiles(environment.home);
	written.delete(tokens);
	const places = [...written.keys()].join('\n');
	for (const place of [
		'log.jsonl',
		'crash-',
		'library.db',
		'.docx',
		'started-wl-copy',
		'response ',
	]) {
		expect(places).toContain(place);
	}

	expect(findSecrets()).toEqual([]);

	expect(await run(['setup', '--forget'])).toMatch(/^2/);
	expect(await run(['setup', '--forget', '--yes'])).toMatch(/^0/);
	expect(existsSync(environment.configFolder) || existsSync(environment.dataFolder)).toBe(false);
});

test('the search would find one', () => {
	for (const secret of secrets) {
		for (const [, writing] of writings(secret)) {
			written.set('a place', Buffer.from(`… ${writing}=…`));
			expect(findSecrets().length).toBeGreaterThan(0);
		}
	}

	written.set('a place', Buffer.from('eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJ4In0.abc'));
	expect(findSecrets()).toHaveLength(1);
});
