import {expect, test} from 'vitest';
import {startSandbox} from '../../source/sandbox/sandbox.ts';
import {openSettingsStore} from '../../source/settings/store.ts';
import {beginPersonalSignIn} from '../../source/zoom/personal-sign-in.ts';
import {createIsolatedEnvironment} from '../support/isolated-environment.ts';
import {runCommand} from '../support/run-command.ts';
import {openTerminal} from '../support/terminal.ts';
import {errorOf} from './error-of.ts';

test('several commands at once, signed in as oneself, all get in, and so does the next', async () => {
	await using sandbox = await startSandbox({
		now: new Date('2026-11-24T12:00:00Z'),
		consent: 'given',
	});
	const {ZOOM_API_URL, ZOOM_OAUTH_URL, ASSEMBLYAI_BASE_URL, ASSEMBLYAI_API_KEY} =
		sandbox.environment;
	const clientId = sandbox.environment.ZOOM_PUBLIC_CLIENT_ID;
	await using signIn = await beginPersonalSignIn({oauthUrl: ZOOM_OAUTH_URL, clientId});
	const completed = signIn.complete(new AbortController().signal);
	await fetch(signIn.address);
	const environment = createIsolatedEnvironment();
	try {
		const store = openSettingsStore(environment.configFolder);
		await store.keep('zoom', {
			credentials: {type: 'user', clientId, refreshToken: await completed},
			apiUrl: ZOOM_API_URL,
			oauthUrl: ZOOM_OAUTH_URL,
		});
		const variables = {ASSEMBLYAI_BASE_URL, ASSEMBLYAI_API_KEY};
		const listUsers = () => runCommand(['users', '--json'], {environment, variables});
		const results = [
			...(await Promise.all([listUsers(), listUsers(), listUsers()])),
			await listUsers(),
		];
		for (const {stdout, stderr, exitCode} of results) {
			expect(stderr).toBe('');
			expect(exitCode).toBe(0);
			expect(JSON.parse(stdout)).toEqual([
				expect.objectContaining({id: 'me', email: sandbox.world.users[0]?.email}),
			]);
		}
		const range = ['--from', '2026-11-01', '--to', '2026-11-24'];
		const meetings = await runCommand(['meetings', ...range], {environment, variables});
		expect(meetings.exitCode).toBe(0);
		expect(meetings.stdout).not.toBe('');
		await using terminal = openTerminal([], {environment, variables});
		// Nobody to choose: no list of users comes first.
		await terminal.waitFor('which days?');
		expect(terminal.screen()).not.toContain('whose recordings?');
		await terminal.close();
		await store.change(
			'zoom',
			zoom => zoom && {...zoom, credentials: {type: 'user', clientId, refreshToken: 'used up'}},
		);
		const ended = await listUsers();
		expect(ended.exitCode).toBe(3);
		expect(errorOf(ended)).toMatchObject({
			message: expect.stringContaining('Your sign-in to Zoom has ended'),
			hint: 'Sign in again with `recscribe setup`.',
		});
		expect(ended.stderr).not.toContain('used up');
	} finally {
		environment.remove();
	}
});
