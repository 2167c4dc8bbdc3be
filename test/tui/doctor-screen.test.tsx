import {describe, expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import type {Program} from '../../source/program.ts';
import {usualPreferences} from '../../source/settings/resolve.ts';
import type {Settings} from '../../source/settings/settings.ts';
import type {Diagnosis} from '../../source/setup/diagnosis.ts';
import {App} from '../../source/tui/app.tsx';
import {keys} from '../support/keys.ts';
import {renderScreen} from '../support/render.ts';
import {createFakeProgram, createFakeSafekeeping, openApp} from './open-app.tsx';

const settings: Settings = {
	zoom: {
		credentials: undefined,
		apiUrl: 'https://api.zoom.us/v2',
		oauthUrl: 'https://zoom.us',
	},
	assemblyai: {apiKey: undefined, baseUrl: 'https://api.assemblyai.com'},
	preferences: usualPreferences,
	folders: {config: '/config', data: '/data'},
	sources: {zoom: undefined, assemblyai: undefined},
};

const diagnosis: Diagnosis = {
	zoom: {
		kind: 'user',
		credentials: {status: 'set', kind: 'as yourself', source: 'settings-file'},
		access: {status: 'accepted'},
	},
	assemblyai: {credentials: {status: 'not-set'}, access: {status: 'not-set'}},
	hosts: [
		{
			purpose: 'Zoom’s sign-in',
			origin: 'https://zoom.us',
			probe: {status: 'answers', milliseconds: 31, clockAheadMs: 0},
		},
		{
			purpose: 'AssemblyAI',
			origin: 'https://api.assemblyai.com',
			probe: {status: 'silent', reason: 'the connection was refused', hint: 'Check the network.'},
		},
	],
	scopes: [
		{
			name: 'cloud_recording:read:list_recording_files',
			cost: 'Nothing can be fetched.',
			isNeeded: true,
			status: 'missing',
		},
	],
	clockAheadMs: 0,
	folders: settings.folders,
	protection: 'file',
	library: {status: 'readable', transcripts: 3, jobs: 4, sizeBytes: 12_000_000, notices: []},
};

// A list remembers where one was in it, also from one test to the next.
const toDoctor = ['g', keys.down, keys.down, keys.down, keys.enter] as const;

function refuse(): never {
	throw new Error('Setup asks for nothing of this');
}

function openDoctor(
	look: Program['diagnose'],
	size: {readonly columns?: number; readonly rows?: number} = {},
) {
	const program: Program = {
		isSandbox: false,
		load: refuse,
		readSettings: () => settings,
		takeNotices: () => [],
		openSafekeeping: () => createFakeSafekeeping(),
		openServices: refuse,
		ask: refuse,
		diagnose: look,
		enterSandbox: refuse,
		close: async () => undefined,
	};
	return renderScreen(<App program={program} />, size);
}

describe.each([
	{columns: 80, rows: 24},
	{columns: 60, rows: 15},
])('at $columns×$rows', size => {
	test('setup leads to what works, and back', async () => {
		const app = openDoctor(async () => diagnosis, size);
		await app.press(...toDoctor);
		await app.waitFor('what works?');
		await app.waitFor('❯');
		await app.press('g');
		await app.waitFor(/✓ +Zoom +as yourself, saved; accepted/);
		expect(app.screen()).toMatch(/✗ +AssemblyAI +not set/);
		expect(app.screen().split('\n')).toHaveLength(size.rows);
		await app.press('g', keys.down, keys.down);
		expect(app.screen()).toContain('Run `recscribe setup`.');
		await app.press('G');
		expect(app.screen()).toContain('3 transcripts, 4 jobs, 12 MB');
		await app.press(keys.escape);
		await app.waitFor('Try the sandbox');
	});
});

test('what a scope costs is under the list', async () => {
	const app = openDoctor(async () => diagnosis);
	await app.press(...toDoctor);
	await app.waitFor(/✗ +cloud_recording:read:list_recording_files +missing/);
	await app.press('g', ...Array.from({length: 7}, () => keys.down));
	expect(app.screen()).toContain('Nothing can be fetched.');
});

test('it is looked at again when that is wanted, also after a failure', async () => {
	let count = 0;
	const app = openDoctor(async () => {
		count++;
		if (count === 1) {
			throw new UserError('The settings can’t be read', {hint: 'Make them readable.'});
		}
		return diagnosis;
	});
	await app.press(...toDoctor);
	await app.waitFor('✗ The settings can’t be read');
	await app.press('r');
	await app.waitFor('as yourself, saved; accepted');
	expect(count).toBe(2);
});

test('whoever leaves meanwhile ends the look', async () => {
	const signals: AbortSignal[] = [];
	const app = openDoctor(signal => {
		signals.push(signal);
		return new Promise(() => undefined);
	});
	await app.press(...toDoctor);
	await app.waitFor('Asking Zoom and AssemblyAI');
	await app.press(keys.escape);
	await app.waitFor('Try the sandbox');
	expect(signals[0]?.aborted).toBe(true);
});

test('who is set up finds it by one key from every screen, also where something failed', async () => {
	const program = createFakeProgram();
	program.diagnose = async () => diagnosis;
	const app = openApp({program});
	app.services.users.fail(new UserError('Zoom does not know this secret'));
	await app.waitFor('✗ Zoom does not know this secret');
	await app.press('W');
	await app.waitFor('as yourself, saved; accepted');
	expect(app.frameFaults()).toEqual([]);
	await app.press(keys.escape);
	await app.waitFor('✗ Zoom does not know this secret');
	await app.press('?');
	expect(app.screen()).toMatch(/W +what works/);
});

test('credentials that are refused can be set up again from there, and the recordings asked for anew', async () => {
	const program = createFakeProgram();
	program.diagnose = async () => diagnosis;
	const app = openApp({program});
	const refused = new UserError('Zoom does not know this secret', {code: 'not-allowed'});
	app.services.users.fail(refused);
	await app.waitFor('Press W to see what works, and to set it up again.');
	await app.press('W');
	await app.waitFor('s set up');
	await app.press('s');
	await app.waitFor('Continue');
	expect(app.screen()).toMatch(/● +Zoom/);
	await app.press(keys.enter);
	await app.waitFor('Asking Zoom who is in the account');
});

test('nothing is set up in the sandbox', async () => {
	const program = createFakeProgram({isSandbox: true});
	program.diagnose = async () => diagnosis;
	const app = openApp({program});
	await app.press('W');
	await app.waitFor('as yourself, saved; accepted');
	expect(app.screen()).not.toContain('set up');
});
