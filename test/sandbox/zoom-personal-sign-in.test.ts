import {createHash} from 'node:crypto';
import {expect, onTestFinished, test} from 'vitest';
import {type Sandbox, type SandboxOptions, startSandbox} from '../../source/sandbox/sandbox.ts';

const verifier = 'a-verifier-of-at-least-forty-three-characters-0123';
const challenge = createHash('sha256').update(verifier).digest('base64url');
const redirectUri = 'http://127.0.0.1:54321/';

async function open(options: SandboxOptions = {}): Promise<Sandbox> {
	const sandbox = await startSandbox({now: new Date('2026-11-24T12:00:00Z'), ...options});
	onTestFinished(() => sandbox.close());
	return sandbox;
}

async function authorize(
	{environment}: Sandbox,
	changes: Readonly<Record<string, string>> = {},
): Promise<{readonly status: number; readonly query: Readonly<Record<string, string>>}> {
	const url = new URL(`${environment.ZOOM_OAUTH_URL}/oauth/authorize`);
	url.search = new URLSearchParams({
		response_type: 'code',
		client_id: environment.ZOOM_PUBLIC_CLIENT_ID,
		redirect_uri: redirectUri,
		state: 'a state',
		code_challenge: challenge,
		code_challenge_method: 'S256',
		...changes,
	}).toString();
	const {status, headers} = await fetch(url, {redirect: 'manual'});
	const location = headers.get('location');
	const query = location === null ? {} : Object.fromEntries(new URL(location).searchParams);
	return {status, query};
}

async function requestToken(
	{environment}: Sandbox,
	form: Readonly<Record<string, string>>,
	headers: Readonly<Record<string, string>> = {},
) {
	const response = await fetch(`${environment.ZOOM_OAUTH_URL}/oauth/token`, {
		method: 'POST',
		headers,
		body: new URLSearchParams({
			client_id: environment.ZOOM_PUBLIC_CLIENT_ID,
			...form,
		}),
	});
	const body: unknown = await response.json();
	const fields = new Map(Object.entries(body ?? {}));
	return {
		status: response.status,
		body,
		accessToken: String(fields.get('access_token')),
		refreshToken: String(fields.get('refresh_token')),
	};
}

async function redeem(sandbox: Sandbox, changes: Readonly<Record<string, string>> = {}) {
	const {query} = await authorize(sandbox);
	const form = {
		grant_type: 'authorization_code',
		code: query['code'] ?? '',
		redirect_uri: redirectUri,
		code_verifier: verifier,
	};
	return requestToken(sandbox, {...form, ...changes});
}

function refresh(sandbox: Sandbox, refreshToken: string, headers?: Record<string, string>) {
	const form = {grant_type: 'refresh_token', refresh_token: refreshToken};
	return requestToken(sandbox, form, headers);
}

async function ask(sandbox: Sandbox, path: string, token: string) {
	const response = await fetch(`${sandbox.environment.ZOOM_API_URL}${path}`, {
		headers: {authorization: `Bearer ${token}`},
	});
	return {status: response.status, body: await response.json()};
}

test('the browser is sent back at once, with the code and the state', async () => {
	expect(await authorize(await open())).toEqual({
		status: 302,
		query: {code: expect.stringMatching(/^[\w-]{32}$/), state: 'a state'},
	});
	expect(await authorize(await open({hasConsent: false}))).toEqual({
		status: 302,
		query: {error: 'access_denied', state: 'a state'},
	});
});

test.each([
	[{code_challenge_method: 'plain'}, 302],
	[{code_challenge: 'short'}, 302],
	[{response_type: 'token'}, 302],
	[{client_id: 'another'}, 400],
	[{redirect_uri: 'http://localhost:54321/'}, 400],
	[{redirect_uri: 'https://evil.example/'}, 400],
	[{redirect_uri: 'http://127.0.0.1:54321/elsewhere'}, 400],
])('a request with %o gets no code', async (changes, status) => {
	const answer = await authorize(await open(), changes);
	expect(answer.status).toBe(status);
	expect(answer.query).not.toHaveProperty('code');
});

test('a code gives an access token for oneself, and a refresh token', async () => {
	const sandbox = await open();
	const {status, body, accessToken} = await redeem(sandbox);
	expect(status).toBe(200);
	expect(body).toMatchObject({
		token_type: 'bearer',
		expires_in: 3600,
		scope: expect.stringContaining('cloud_recording:read:list_user_recordings'),
		api_url: sandbox.environment.ZOOM_OAUTH_URL,
	});
	const me = await ask(sandbox, '/users/me', accessToken);
	const [oneself, another] = sandbox.world.users.filter(({id}) => id !== undefined);
	expect(me).toMatchObject({status: 200, body: {email: oneself?.email}});
	for (const user of [oneself?.id, another?.id, another?.email]) {
		expect(await ask(sandbox, `/users/${user}/recordings`, accessToken)).toEqual({
			status: 400,
			body: {
				code: 4711,
				message:
					'Invalid access token, does not contain scopes:[cloud_recording:read:list_user_recordings:admin].',
			},
		});
	}
	expect((await ask(sandbox, '/users', accessToken)).body).toMatchObject({code: 4711});
	const theirs = sandbox.world.meetings.find(({host}) => host === another);
	const key = encodeURIComponent(encodeURIComponent(theirs?.uuid ?? ''));
	expect(await ask(sandbox, `/meetings/${key}/recordings`, accessToken)).toMatchObject({
		status: 404,
		body: {code: 3301},
	});
});

test.each([
	[{code_verifier: 'another'}, 'invalid_grant'],
	[{redirect_uri: 'http://127.0.0.1:1/'}, 'invalid_grant'],
	[{code: 'another'}, 'invalid_grant'],
	[{client_id: 'another'}, 'invalid_client'],
])('a code with %o gives nothing, and is used up by that', async (changes, error) => {
	expect(await redeem(await open(), changes)).toMatchObject({status: 400, body: {error}});
});

test('a code is good once, and for five minutes', async () => {
	const sandbox = await open();
	const {query} = await authorize(sandbox);
	const code = {code: query['code'] ?? ''};
	expect((await redeem(sandbox, code)).status).toBe(200);
	expect((await redeem(sandbox, code)).status).toBe(400);
	const late = await authorize(sandbox);
	sandbox.advance(5 * 60_000);
	expect(await redeem(sandbox, {code: late.query['code'] ?? ''})).toMatchObject({
		body: {reason: 'The authorization code has expired'},
	});
});

test('each refresh token is good once; earlier access tokens stay good', async () => {
	const sandbox = await open();
	const first = await redeem(sandbox);
	const second = await refresh(sandbox, first.refreshToken);
	expect(second.status).toBe(200);
	expect(second.refreshToken).not.toBe(first.refreshToken);
	expect(await refresh(sandbox, first.refreshToken)).toMatchObject({
		status: 400,
		body: {reason: 'Invalid Token!', error: 'invalid_grant'},
	});
	expect((await refresh(sandbox, second.refreshToken)).status).toBe(200);
	expect((await ask(sandbox, '/users/me', first.accessToken)).status).toBe(200);
});

test('a public client has no secret to show', async () => {
	const sandbox = await open();
	const {refreshToken} = await redeem(sandbox);
	const basic = {authorization: `Basic ${Buffer.from('id:secret').toString('base64')}`};
	expect((await refresh(sandbox, refreshToken, basic)).body).toMatchObject({
		error: 'invalid_client',
	});
});
