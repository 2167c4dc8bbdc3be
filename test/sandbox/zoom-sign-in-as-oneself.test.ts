import {createHash, randomBytes} from 'node:crypto';
import {expect, test} from 'vitest';
import {startSandbox} from '../../source/sandbox/sandbox.ts';
import {type Answer, askZoom, type Body} from './plain-client.ts';
import {sharedSandbox, today} from './shared-sandbox.ts';

const sandbox = sharedSandbox();
const verifier = randomBytes(32).toString('base64url');
const redirectUri = 'http://127.0.0.1:5000/back';

function authorizeUrl(changes: Readonly<Record<string, string>> = {}): URL {
	const url = new URL(`${sandbox.current.environment.ZOOM_OAUTH_URL}/oauth/authorize`);
	url.search = new URLSearchParams({
		response_type: 'code',
		client_id: sandbox.current.publicClientId,
		redirect_uri: redirectUri,
		state: 'a state',
		code_challenge: createHash('sha256').update(verifier).digest('base64url'),
		code_challenge_method: 'S256',
		...changes,
	}).toString();
	return url;
}

/** What somebody in front of a browser does: looks at the page and follows one of its links. */
async function press(id: 'allow' | 'decline', url = authorizeUrl()): Promise<URL> {
	const page = await (await fetch(url)).text();
	const link = new RegExp(`id="${id}" href="([^"]+)"`).exec(page)?.[1]?.replaceAll('&amp;', '&');
	const response = await fetch(new URL(link ?? '', url), {redirect: 'manual'});
	return new URL(response.headers.get('location') ?? '');
}

async function requestToken(
	parameters: Readonly<Record<string, string>>,
	at = sandbox.current,
): Promise<Pick<Answer, 'status' | 'body'>> {
	const response = await fetch(`${at.environment.ZOOM_OAUTH_URL}/oauth/token`, {
		method: 'POST',
		body: new URLSearchParams({client_id: at.publicClientId, ...parameters}),
	});
	return {status: response.status, body: await response.json()};
}

async function exchange(changes: Readonly<Record<string, string>> = {}) {
	const back = await press('allow');
	return requestToken({
		grant_type: 'authorization_code',
		code: back.searchParams.get('code') ?? '',
		redirect_uri: redirectUri,
		code_verifier: verifier,
		...changes,
	});
}

test('"Allow" leads back with a code, "Decline" with an error, both with the state', async () => {
	const allowed = await press('allow');
	expect(allowed.origin + allowed.pathname).toBe(redirectUri);
	expect(allowed.searchParams.get('code')).toMatch(/^[\w-]{20,}$/);
	expect(allowed.searchParams.get('state')).toBe('a state');
	const declined = await press('decline');
	expect(Object.fromEntries(declined.searchParams)).toEqual({
		error: 'access_denied',
		state: 'a state',
	});
});

test.each([
	{client_id: 'other'},
	{redirect_uri: 'http://localhost:5000/back'},
	{redirect_uri: 'https://example.com/'},
	{response_type: 'token'},
	{code_challenge: ''},
])('shows an error page for %o', async changes => {
	const response = await fetch(authorizeUrl(changes));
	expect(response.status).toBe(400);
	expect(response.headers.get('content-type')).toMatch('text/html');
});

test('a code and its verifier are good for tokens that reach as far as oneself', async () => {
	const {status, body} = await exchange();
	expect(status).toBe(200);
	expect(body).toEqual({
		access_token: expect.any(String),
		token_type: 'bearer',
		refresh_token: expect.any(String),
		expires_in: 3599,
		scope: expect.stringContaining('cloud_recording:read:list_user_recordings'),
		api_url: sandbox.current.environment.ZOOM_OAUTH_URL,
	});
	const ask = (path: string) => askZoom(sandbox.current, path, body.access_token);
	const [ada, other] = sandbox.current.world.users;
	expect((await ask('/users/me')).body.id).toBe(ada?.id);
	expect((await ask('/users/me/recordings')).body.total_records).toBe(1);
	for (const path of ['/users', `/users/${ada?.id}/recordings`, `/users/${other?.id}/recordings`]) {
		expect(await ask(path)).toMatchObject({status: 400, body: {code: 4711}});
	}
	const {meetings} = sandbox.current.world;
	const statusOf = async (meeting: Body) =>
		(await ask(`/meetings/${encodeURIComponent(encodeURIComponent(meeting.uuid))}/recordings`))
			.status;
	expect(await statusOf(meetings.findLast(({host}) => host === ada))).toBe(200);
	expect(await statusOf(meetings.findLast(({host}) => host === other))).toBe(404);
});

test.each([
	[{code: 'made-up'}, 'Invalid authorization code'],
	[{redirect_uri: 'http://127.0.0.1:5001/back'}, 'Redirect URI mismatch'],
	[{code_verifier: 'x'.repeat(43)}, 'Invalid code verifier'],
	[{code_verifier: ''}, 'Invalid code verifier'],
	[{client_id: 'other'}, 'Invalid client_id or client_secret'],
])('refuses a code with %o', async (changes, reason) => {
	expect(await exchange(changes)).toMatchObject({status: 400, body: {reason}});
});

test('a code is good once', async () => {
	const code = (await press('allow')).searchParams.get('code') ?? '';
	expect((await exchange({code})).status).toBe(200);
	expect((await exchange({code})).body.reason).toBe('Invalid authorization code');
});

test('a refresh token is good once: the next one comes with the answer', async () => {
	const first = (await exchange()).body;
	const refresh = (token: string) =>
		requestToken({grant_type: 'refresh_token', refresh_token: token});
	const second = await refresh(first.refresh_token);
	expect(second.status).toBe(200);
	expect(second.body.refresh_token).not.toBe(first.refresh_token);
	expect((await askZoom(sandbox.current, '/users/me', second.body.access_token)).status).toBe(200);
	expect(await refresh(first.refresh_token)).toEqual({
		status: 400,
		body: {reason: 'Invalid Token!', error: 'invalid_grant'},
	});
	expect((await refresh(second.body.refresh_token)).status).toBe(200);
});

test('a token can be given back', async () => {
	const {access_token: token} = (await exchange()).body;
	const response = await fetch(`${sandbox.current.environment.ZOOM_OAUTH_URL}/oauth/revoke`, {
		method: 'POST',
		body: new URLSearchParams({token}),
	});
	expect(await response.json()).toEqual({status: 'success'});
	expect((await askZoom(sandbox.current, '/users/me', token)).status).toBe(401);
});

test('a test can say what those may do who sign in as themselves', async () => {
	await using own = await startSandbox({now: today, ownScopes: ['user:read:user']});
	const url = authorizeUrl();
	url.port = new URL(own.environment.ZOOM_OAUTH_URL).port;
	const code = (await press('allow', url)).searchParams.get('code') ?? '';
	const {body} = await requestToken(
		{grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier},
		own,
	);
	expect(body.scope).toBe('user:read:user');
	expect((await askZoom(own, '/users/me/recordings', body.access_token)).body.code).toBe(4711);
});
