import path from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import {openLibrary} from '../../source/library/library.ts';
import {type SandboxOptions, startSandbox} from '../../source/sandbox/sandbox.ts';
import {resolveSettings} from '../../source/settings/resolve.ts';
import type {Settings} from '../../source/settings/settings.ts';
import {openSettingsStore} from '../../source/settings/store.ts';
import {findProblems} from '../../source/setup/assess-diagnosis.ts';
import {type DiagnosisLine, describeDiagnosis} from '../../source/setup/describe-diagnosis.ts';
import {type Diagnosis, diagnose} from '../../source/setup/diagnosis.ts';
import {beginPersonalSignIn} from '../../source/zoom/personal-sign-in.ts';
import {temporaryFolder} from '../settings/temporary-folder.ts';
import {serve} from '../support/serve.ts';
import {startStandIn} from './stand-in.ts';

const {signal} = new AbortController();

async function open(options: SandboxOptions = {}) {
	const sandbox = await startSandbox({now: new Date('2026-11-24T12:00:00Z'), ...options});
	onTestFinished(() => sandbox.close());
	return sandbox;
}

function toSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
	const folder = temporaryFolder();
	const folders = {config: path.join(folder, 'config'), data: path.join(folder, 'data')};
	const {settings: stored} = openSettingsStore(folders.config).read();
	return resolveSettings({environment, stored, folders});
}

function findLine(diagnosis: Diagnosis, name: string): DiagnosisLine | undefined {
	return describeDiagnosis(diagnosis)
		.flatMap(({lines}) => lines)
		.find(line => line.name === name);
}

function statuses(diagnosis: Diagnosis): Readonly<Record<string, string>> {
	return Object.fromEntries(diagnosis.scopes.map(({name, status}) => [name, status]));
}

describe('all is well', () => {
	test('with a Server-to-Server app that has what is needed', async () => {
		const sandbox = await open();
		const settings = toSettings(sandbox.environment);
		const diagnosis = await diagnose(settings, signal);
		expect(findProblems(diagnosis)).toEqual([]);
		expect(diagnosis).toMatchObject({
			zoom: {kind: 'server-to-server', access: {status: 'accepted'}},
			assemblyai: {access: {status: 'accepted'}},
			hosts: [
				{origin: sandbox.environment.ZOOM_OAUTH_URL, probe: {status: 'answers'}},
				{origin: new URL(sandbox.environment.ZOOM_API_URL).origin, probe: {status: 'answers'}},
				{origin: sandbox.environment.ASSEMBLYAI_BASE_URL, probe: {status: 'answers'}},
			],
			folders: settings.folders,
			library: {status: 'readable', transcripts: 0, jobs: 0, sizeBytes: 0},
		});
		expect(statuses(diagnosis)).toEqual({
			'user:read:list_users:admin': 'granted',
			'user:read:user:admin': 'granted',
			'cloud_recording:read:list_user_recordings:admin': 'granted',
			'cloud_recording:read:list_recording_files:admin': 'granted',
			'cloud_recording:read:list_account_recordings:admin': 'missing',
			'cloud_recording:read:meeting_transcript:admin': 'missing',
			'meeting:read:summary:admin': 'missing',
		});
		expect(findLine(diagnosis, 'meeting:read:summary:admin')).toMatchObject({
			mark: 'note',
			advice: expect.stringContaining('AI summary'),
		});
		expect(findLine(diagnosis, 'clock')).toMatchObject({mark: 'good', value: 'right'});
	});

	test('with the classic scopes of an older app', async () => {
		const sandbox = await open({
			scopes: ['user:read:admin', 'recording:read:admin', 'account:read:admin'],
		});
		const diagnosis = await diagnose(toSettings(sandbox.environment), signal);
		expect(findProblems(diagnosis)).toEqual([]);
		expect(
			Object.entries(statuses(diagnosis)).filter(([, status]) => status !== 'granted'),
		).toEqual([['meeting:read:summary:admin', 'missing']]);
	});

	test('with a legacy JWT, whose scopes Zoom does not say', async () => {
		const sandbox = await open();
		const {ZOOM_API_URL, ZOOM_OAUTH_URL, ASSEMBLYAI_BASE_URL, ASSEMBLYAI_API_KEY} =
			sandbox.environment;
		const diagnosis = await diagnose(
			toSettings({
				ZOOM_API_URL,
				ZOOM_OAUTH_URL,
				ASSEMBLYAI_BASE_URL,
				ASSEMBLYAI_API_KEY,
				...sandbox.legacyEnvironment,
			}),
			signal,
		);
		expect(findProblems(diagnosis)).toEqual([]);
		expect(diagnosis.scopes).toEqual([]);
	});

	test('for somebody who is signed in as themselves, and stays so afterwards', async () => {
		const sandbox = await open({consent: 'given'});
		const {ZOOM_API_URL, ZOOM_OAUTH_URL, ASSEMBLYAI_BASE_URL, ASSEMBLYAI_API_KEY} =
			sandbox.environment;
		const clientId = sandbox.environment.ZOOM_PUBLIC_CLIENT_ID;
		await using signIn = await beginPersonalSignIn({oauthUrl: ZOOM_OAUTH_URL, clientId});
		const completed = signIn.complete(signal);
		await fetch(signIn.address);
		const folder = temporaryFolder();
		const store = openSettingsStore(folder);
		const credentials = {type: 'user', clientId, refreshToken: await completed} as const;
		await store.keep('zoom', {credentials, apiUrl: ZOOM_API_URL, oauthUrl: ZOOM_OAUTH_URL});
		const look = () =>
			diagnose(
				resolveSettings({
					environment: {ASSEMBLYAI_BASE_URL, ASSEMBLYAI_API_KEY},
					stored: store.read().settings,
					folders: {config: folder, data: folder},
				}),
				signal,
			);
		for (const diagnosis of [await look(), await look()]) {
			expect(findProblems(diagnosis)).toEqual([]);
			expect(diagnosis.zoom.kind).toBe('user');
			expect(Object.values(statuses(diagnosis))).toEqual(Array(5).fill('granted'));
		}
	});
});

describe('what is wrong is said', () => {
	test('when nothing is set up', async () => {
		const sandbox = await open();
		const {ZOOM_API_URL, ZOOM_OAUTH_URL, ASSEMBLYAI_BASE_URL} = sandbox.environment;
		const diagnosis = await diagnose(
			toSettings({ZOOM_API_URL, ZOOM_OAUTH_URL, ASSEMBLYAI_BASE_URL}),
			signal,
		);
		expect(findProblems(diagnosis)).toMatchObject([
			{code: 'not-set-up', message: 'Zoom is not set up'},
			{code: 'not-set-up', message: 'AssemblyAI is not set up'},
		]);
	});

	test('when credentials are refused, without repeating them', async () => {
		const sandbox = await open();
		const diagnosis = await diagnose(
			toSettings({
				...sandbox.environment,
				ZOOM_CLIENT_SECRET: 'hunter2',
				ASSEMBLYAI_API_KEY: 'hunter2',
			}),
			signal,
		);
		expect(findProblems(diagnosis)).toMatchObject([
			{code: 'not-allowed', message: expect.stringContaining('client ID and secret')},
			{code: 'not-allowed'},
		]);
		expect(findLine(diagnosis, 'Zoom')).toMatchObject({mark: 'bad'});
		expect(statuses(diagnosis)).toMatchObject({'user:read:user:admin': 'unknown'});
		expect(JSON.stringify([diagnosis, describeDiagnosis(diagnosis)])).not.toContain('hunter2');
	});

	test('when scopes are missing, with what each costs', async () => {
		const sandbox = await open({
			scopes: ['user:read:user:admin', 'cloud_recording:read:list_user_recordings:master'],
		});
		const diagnosis = await diagnose(toSettings(sandbox.environment), signal);
		const [problem, ...others] = findProblems(diagnosis);
		expect(others).toEqual([]);
		expect(problem).toMatchObject({
			code: 'not-allowed',
			message:
				'The Zoom app lacks scopes: user:read:list_users:admin, cloud_recording:read:list_recording_files:admin',
			hint: expect.stringContaining('Scopes'),
		});
		expect(findLine(diagnosis, 'user:read:list_users:admin')).toEqual({
			mark: 'bad',
			name: 'user:read:list_users:admin',
			value: 'missing',
			advice: 'The users can’t be listed.',
		});
	});

	test('when a host is not there', async () => {
		const sandbox = await open();
		const gone = await serve(() => undefined);
		await gone[Symbol.asyncDispose]();
		const diagnosis = await diagnose(
			toSettings({...sandbox.environment, ASSEMBLYAI_BASE_URL: gone.url}),
			signal,
		);
		expect(findProblems(diagnosis)).toMatchObject([
			{code: 'service', message: expect.stringContaining('could not be reached')},
			{
				code: 'network',
				message: `AssemblyAI (${gone.url}) does not answer: the connection was refused`,
			},
		]);
	});

	test('when the clock is wrong', async () => {
		await using standIn = await startStandIn({clockOffsetMs: -12 * 60_000});
		const diagnosis = await diagnose(
			toSettings({
				ZOOM_ACCOUNT_ID: 'account',
				ZOOM_CLIENT_ID: 'client',
				ZOOM_CLIENT_SECRET: 'right-secret',
				ZOOM_API_URL: standIn.apiUrl,
				ZOOM_OAUTH_URL: standIn.url,
				ASSEMBLYAI_API_KEY: 'right-key',
				ASSEMBLYAI_BASE_URL: standIn.url,
			}),
			signal,
		);
		expect(findProblems(diagnosis)).toMatchObject([
			{code: 'failed', message: 'This computer’s clock is 12 min ahead'},
		]);
		expect(statuses(diagnosis)).toMatchObject({'user:read:user:admin': 'unknown'});
	});

	test('when the library can’t be read', async () => {
		const sandbox = await open();
		const settings = toSettings(sandbox.environment);
		openLibrary(settings.folders.data).close();
		const good = await diagnose(settings, signal);
		expect(good.library).toMatchObject({transcripts: 0, sizeBytes: expect.any(Number)});
		const {DatabaseSync} = await import('node:sqlite');
		const database = new DatabaseSync(path.join(settings.folders.data, 'library.db'));
		database.exec('PRAGMA user_version = 9999');
		database.close();
		const diagnosis = await diagnose(settings, signal);
		expect(findProblems(diagnosis)).toMatchObject([
			{code: 'failed', message: expect.stringContaining('newer Recscribe')},
		]);
	});
});
