import {SignJWT} from 'jose';
import {expect, test} from 'vitest';
import {startSandbox} from '../../source/sandbox/sandbox.ts';
import {askZoom, getToken, requestToken} from './plain-client.ts';
import {sharedSandbox, today} from './shared-sandbox.ts';

const sandbox = sharedSandbox();

async function signLegacy(
	claims: Readonly<Record<string, unknown>>,
	secret = sandbox.current.legacyEnvironment.ZOOM_API_SECRET,
	algorithm = 'HS256',
): Promise<string> {
	return new SignJWT({iss: sandbox.current.legacyEnvironment.ZOOM_API_KEY, ...claims})
		.setProtectedHeader({alg: algorithm, typ: 'JWT'})
		.sign(new TextEncoder().encode(secret));
}

function inSeconds(seconds: number): number {
	return Math.floor(Date.now() / 1000) + seconds;
}

test.each([false, true])(
	'gives a token for an hour (parameters in the query: %s)',
	async inQuery => {
		const {status, body} = await requestToken(sandbox.current, {inQuery});
		expect(status).toBe(200);
		expect(body).toEqual({
			access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
			token_type: 'bearer',
			expires_in: 3600,
			scope: expect.stringContaining('cloud_recording:read:list_user_recordings:admin'),
			api_url: sandbox.current.environment.ZOOM_OAUTH_URL,
		});
	},
);

test.each([
	[
		{clientSecret: 'wrong'},
		{reason: 'Invalid client_id or client_secret', error: 'invalid_client'},
	],
	[{grantType: 'password'}, {reason: 'unsupported grant type', error: 'unsupported_grant_type'}],
	[{accountId: 'other'}, {reason: 'Bad Request', error: 'invalid_request'}],
])('refuses %o', async (changes, body) => {
	expect(await requestToken(sandbox.current, changes)).toMatchObject({status: 400, body});
});

test('every API request is checked for its token', async () => {
	const url = `${sandbox.current.environment.ZOOM_API_URL}/users`;
	const refused = {code: 124, message: 'Invalid access token.'};
	expect(await (await fetch(url)).json()).toEqual(refused);
	const inQuery = await fetch(`${url}?access_token=${await getToken(sandbox.current)}`);
	expect([inQuery.status, await inQuery.json()]).toEqual([401, refused]);
	expect(await askZoom(sandbox.current, '/users', 'nonsense')).toMatchObject({
		status: 401,
		body: refused,
	});
});

test('several tokens live at once, for an hour, or until a test expires them', async () => {
	await using own = await startSandbox({now: today});
	const first = await getToken(own);
	const second = await getToken(own);
	own.advance(3_599_000);
	expect((await askZoom(own, '/users', first)).status).toBe(200);
	own.advance(2000);
	const expired = {status: 401, body: {code: 124, message: 'Access token is expired.'}};
	expect(await askZoom(own, '/users', second)).toMatchObject(expired);
	const third = await getToken(own);
	own.expireTokens();
	expect(await askZoom(own, '/users', third)).toMatchObject(expired);
	expect((await askZoom(own, '/users')).status).toBe(200);
});

test('an app with fewer scopes is told which are missing', async () => {
	await using own = await startSandbox({now: today, scopes: ['user:read:list_users:admin']});
	expect((await askZoom(own, '/users')).status).toBe(200);
	expect(await askZoom(own, '/users/me/recordings')).toMatchObject({
		status: 400,
		body: {
			code: 4711,
			message:
				'Invalid access token, does not contain scopes:[cloud_recording:read:list_user_recordings, cloud_recording:read:list_user_recordings:admin].',
		},
	});
});

test('takes a legacy JWT with and without iat', async () => {
	const withIat = await signLegacy({exp: inSeconds(60), iat: inSeconds(0)});
	const without = await signLegacy({exp: inSeconds(60)});
	expect((await askZoom(sandbox.current, '/users', withIat)).status).toBe(200);
	expect((await askZoom(sandbox.current, '/users/me/recordings', without)).status).toBe(200);
});

test.each([
	['that is too old', {exp: inSeconds(-1)}, undefined, 'Access token is expired.'],
	['without an end', {}, undefined, 'Invalid access token.'],
	['of somebody else', {exp: inSeconds(60), iss: 'other'}, undefined, 'Invalid access token.'],
	['with another secret', {exp: inSeconds(60)}, 'x'.repeat(40), 'Invalid access token.'],
])('refuses a legacy JWT %s', async (_, claims, secret, message) => {
	const token = await signLegacy(claims, secret);
	expect(await askZoom(sandbox.current, '/users', token)).toMatchObject({
		status: 401,
		body: {code: 124, message},
	});
});

test('refuses a legacy JWT with another algorithm', async () => {
	const token = await signLegacy({exp: inSeconds(60)}, undefined, 'HS512');
	expect((await askZoom(sandbox.current, '/users', token)).status).toBe(401);
});
