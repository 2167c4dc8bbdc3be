import {describe, expect, onTestFinished, test} from 'vitest';
import {startSandbox} from '../../source/sandbox/sandbox.ts';
import {runCommand} from '../support/run-command.ts';
import {errorOf} from './error-of.ts';

async function open(options: Parameters<typeof startSandbox>[0] = {}) {
	const sandbox = await startSandbox({now: new Date('2026-11-24T12:00:00Z'), ...options});
	onTestFinished(() => sandbox.close());
	return sandbox;
}

describe('recscribe doctor', () => {
	test('ends with 0 when all is well, and says what that rests on', async () => {
		const sandbox = await open();
		const {stdout, stderr, exitCode} = await runCommand(['doctor'], {
			variables: sandbox.environment,
		});
		expect(stderr).toBe('');
		expect(exitCode).toBe(0);
		expect(stdout).toContain(
			'✓ Zoom        Server-to-Server OAuth, from the environment; accepted',
		);
		expect(stdout).toContain(`${sandbox.environment.ASSEMBLYAI_BASE_URL} answers in `);
		expect(stdout).toMatch(/✓ user:read:user:admin +granted/);
		expect(stdout).not.toContain(sandbox.environment.ZOOM_CLIENT_SECRET);
		expect(stdout).not.toContain(sandbox.environment.ASSEMBLYAI_API_KEY);
	});

	test('gives one JSON document', async () => {
		const sandbox = await open();
		const {stdout, exitCode} = await runCommand(['doctor', '--json'], {
			variables: sandbox.environment,
		});
		expect(exitCode).toBe(0);
		expect(JSON.parse(stdout)).toEqual({
			isWell: true,
			zoom: {kind: 'server-to-server', status: 'accepted', source: 'environment'},
			assemblyai: {status: 'accepted', source: 'environment'},
			hosts: Array.from({length: 3}, () => ({
				purpose: expect.any(String),
				origin: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
				status: 'answers',
				milliseconds: expect.any(Number),
			})),
			scopes: expect.arrayContaining([
				{
					name: 'user:read:user:admin',
					status: 'granted',
					isNeeded: true,
					cost: 'A user can’t be named by email.',
				},
			]),
			clockAheadMilliseconds: expect.any(Number),
			folders: {config: expect.any(String), data: expect.any(String)},
			settings: {keptIn: 'file'},
			library: {transcripts: 0, jobs: 0, size: 0},
		});
	});

	test('ends with 3 when nothing is set up or something is not allowed', async () => {
		const sandbox = await open({scopes: ['user:read:list_users:admin']});
		const {ZOOM_API_URL, ZOOM_OAUTH_URL, ASSEMBLYAI_BASE_URL} = sandbox.environment;
		const [nothing, scopes] = await Promise.all([
			runCommand(['doctor', '--json'], {
				variables: {ZOOM_API_URL, ZOOM_OAUTH_URL, ASSEMBLYAI_BASE_URL},
			}),
			runCommand(['doctor'], {variables: sandbox.environment}),
		]);
		expect(nothing.exitCode).toBe(3);
		expect(JSON.parse(nothing.stdout)).toMatchObject({
			isWell: false,
			zoom: {kind: null, status: 'not-set', source: null},
		});
		expect(errorOf(nothing).message).toBe('Zoom is not set up');
		expect(scopes.exitCode).toBe(3);
		expect(scopes.stdout).toMatch(/✗ user:read:user:admin +missing\n +A user can’t be named/);
		expect(scopes.stderr).toContain('✗ The Zoom app lacks scopes: user:read:user:admin');
	});

	test('ends with 1 when a service is ill', async () => {
		const sandbox = await open();
		sandbox.inject(
			{service: 'assemblyai', method: 'GET', times: 99},
			{type: 'answer', status: 400, body: '{"error":"ill"}'},
		);
		const {exitCode} = await runCommand(['doctor'], {variables: sandbox.environment});
		expect(exitCode).toBe(1);
	});
});
