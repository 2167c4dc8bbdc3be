import {request as httpRequest} from 'node:http';
import {describe, expect, onTestFinished, test} from 'vitest';
import {type Sandbox, type SandboxOptions, startSandbox} from '../../source/sandbox/sandbox.ts';
import {createZoom, type ZoomOptions} from '../../source/zoom/create-zoom.ts';
import {beginPersonalSignIn, type PersonalSignIn} from '../../source/zoom/personal-sign-in.ts';
import type {TokenKeeper} from '../../source/zoom/personal-token.ts';
import {serve} from '../support/serve.ts';
import {collect} from './sandboxed.ts';

const {signal} = new AbortController();
const patience = {backoffMs: 1};

async function open(options: SandboxOptions = {}): Promise<Sandbox> {
	const sandbox = await startSandbox({
		now: new Date('2026-11-24T12:00:00Z'),
		consent: 'given',
		...options,
	});
	onTestFinished(() => sandbox.close());
	return sandbox;
}

async function begin(
	sandbox: Sandbox,
	changes: {readonly clientId?: string; readonly longestMs?: number} = {},
): Promise<PersonalSignIn> {
	const signIn = await beginPersonalSignIn({
		oauthUrl: sandbox.environment.ZOOM_OAUTH_URL,
		clientId: sandbox.environment.ZOOM_PUBLIC_CLIENT_ID,
		patience,
		...changes,
	});
	onTestFinished(() => signIn[Symbol.asyncDispose]());
	return signIn;
}

/** Where Zoom sends the browser that opens this address. */
async function follow(address: string): Promise<string> {
	const response = await fetch(address, {redirect: 'manual'});
	expect(response.status).toBe(302);
	return response.headers.get('location') ?? '';
}

function createKeeper(initial: string): TokenKeeper & {readonly kept: readonly string[]} {
	const kept = [initial];
	return {
		kept,
		withLock: act => act(),
		read: () => kept.at(-1),
		async keep(refreshToken) {
			kept.push(refreshToken);
		},
	};
}

function toOptions(sandbox: Sandbox, tokenKeeper: TokenKeeper): ZoomOptions {
	return {
		credentials: {type: 'user', clientId: sandbox.environment.ZOOM_PUBLIC_CLIENT_ID},
		apiUrl: sandbox.environment.ZOOM_API_URL,
		oauthUrl: sandbox.environment.ZOOM_OAUTH_URL,
		plan: 'business',
		patience,
		tokenKeeper,
	};
}

/** Somebody who is signed in as themselves. */
async function signIn(sandbox: Sandbox) {
	const pending = await begin(sandbox);
	const completed = pending.complete(signal);
	await fetch(pending.address);
	const keeper = createKeeper(await completed);
	return {keeper, zoom: createZoom(toOptions(sandbox, keeper))};
}

describe('signing in in the browser', () => {
	test('ends on a page that says so, and gives a refresh token', async () => {
		const sandbox = await open();
		const pending = await begin(sandbox);
		const completed = pending.complete(signal);
		const page = await fetch(pending.address);
		expect(page.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?/);
		expect(page.headers.get('content-type')).toContain('text/html');
		const html = await page.text();
		expect(html).toContain('You can close this page');
		expect(html).not.toMatch(/<script|src=|href=|http/);
		expect(await completed).toMatch(/^[\w-]{64}$/);
		expect(sandbox.requests.map(({method, path}) => `${method} ${path}`)).toEqual([
			'GET /oauth/authorize',
			'POST /oauth/token',
		]);
		expect(sandbox.requests[1]?.hasAuthorization).toBe(false);
	});

	test('sends what PKCE asks for, and no secret', async () => {
		const {address} = await begin(await open());
		const query = new URL(address).searchParams;
		expect(Object.fromEntries(query)).toEqual({
			response_type: 'code',
			client_id: 'sandboxPublicClient001',
			redirect_uri: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/),
			state: expect.stringMatching(/^[\w-]{32}$/),
			code_challenge: expect.stringMatching(/^[\w-]{43}$/),
			code_challenge_method: 'S256',
		});
	});

	test('works by pasting the address that the browser was sent back to', async () => {
		const sandbox = await open();
		const pending = await begin(sandbox);
		const completed = pending.complete(signal);
		const location = await follow(pending.address);
		const wrapped = location.replace(/.{60}/g, part => `${part}\n  `);
		expect(pending.paste(` ${wrapped} `)).toBeUndefined();
		expect(await completed).toMatch(/^[\w-]{64}$/);
	});

	test.each([
		['', 'the whole address'],
		['http://127.0.0.1:5000/', 'the whole address'],
		['http://127.0.0.1:5000/?code=abc', 'another sign-in'],
		['http://127.0.0.1:5000/?code=abc&state=wrong', 'another sign-in'],
	])('takes no other address: %s', async (pasted, problem) => {
		const pending = await begin(await open());
		expect(pending.paste(pasted)).toContain(problem);
	});

	test('that the person refuses says so, in both places', async () => {
		const sandbox = await open({consent: 'refused'});
		const pending = await begin(sandbox);
		const completed = pending.complete(signal);
		completed.catch(() => undefined);
		const page = await fetch(pending.address);
		expect(page.status).toBe(403);
		expect(await page.text()).toContain('Zoom was told not to let Recscribe in');
		await expect(completed).rejects.toMatchObject({
			code: 'not-allowed',
			hint: expect.stringContaining('Sign in again'),
		});
	});

	test('too late is explained', async () => {
		const sandbox = await open();
		const pending = await begin(sandbox);
		const location = await follow(pending.address);
		sandbox.advance(5 * 60_000);
		expect(pending.paste(location)).toBeUndefined();
		await expect(pending.complete(signal)).rejects.toMatchObject({
			message: expect.stringContaining('took longer than Zoom allows'),
		});
	});

	test('works once with a code', async () => {
		const sandbox = await open();
		const pending = await begin(sandbox);
		expect(pending.paste(await follow(pending.address))).toBeUndefined();
		await pending.complete(signal);
		await expect(pending.complete(signal)).rejects.toMatchObject({
			message: expect.stringContaining('does not accept what the browser came back with'),
		});
	});

	test('with a code that was asked for elsewhere is refused', async () => {
		const sandbox = await open();
		const [one, other] = [await begin(sandbox), await begin(sandbox)];
		const code = new URL(await follow(one.address)).searchParams.get('code') ?? '';
		const stolen = new URL(await follow(other.address));
		stolen.searchParams.set('code', code);
		expect(other.paste(stolen.href)).toBeUndefined();
		await expect(other.complete(signal)).rejects.toMatchObject({code: 'not-allowed'});
	});

	test('with a client ID that Zoom does not know is explained', async () => {
		const sandbox = await open();
		const pending = await begin(sandbox, {clientId: 'unknown'});
		const {redirect_uri: redirect = '', state = ''} = Object.fromEntries(
			new URL(pending.address).searchParams,
		);
		expect((await fetch(pending.address)).status).toBe(400);
		expect(pending.paste(`${redirect}?code=abc&state=${state}`)).toBeUndefined();
		await expect(pending.complete(signal)).rejects.toMatchObject({
			message: expect.stringContaining('public client ID'),
		});
	});
});

describe('what waits for the browser', () => {
	function send(
		address: URL,
		options: {readonly method?: string; readonly headers?: Record<string, string>} = {},
	): Promise<number | undefined> {
		return new Promise((resolve, reject) => {
			httpRequest(address, options, response => {
				response.resume();
				resolve(response.statusCode);
			})
				.on('error', reject)
				.end();
		});
	}

	test('turns away what is none of its business, and goes on waiting', async () => {
		const sandbox = await open();
		const pending = await begin(sandbox);
		const completed = pending.complete(signal);
		const location = await follow(pending.address);
		const elsewhere = new URL(location);
		elsewhere.pathname = '/favicon.ico';
		const foreign = new URL(location);
		foreign.searchParams.set('state', 'another');
		const empty = new URL(location);
		empty.searchParams.delete('code');
		expect(await send(elsewhere)).toBe(404);
		expect(await send(foreign)).toBe(400);
		expect(await send(empty)).toBe(400);
		expect(await send(new URL(location), {method: 'POST'})).toBe(405);
		expect(await send(new URL(location), {headers: {host: 'evil.example'}})).toBe(421);
		expect(sandbox.requests.filter(({path}) => path === '/oauth/token')).toEqual([]);
		expect(await send(new URL(location))).toBe(200);
		expect(await completed).toMatch(/^[\w-]{64}$/);
	});

	test('stops when it is told to, and when nobody comes', async () => {
		const sandbox = await open();
		const pending = await begin(sandbox);
		const controller = new AbortController();
		const completed = pending.complete(controller.signal);
		const reason = new Error('left');
		controller.abort(reason);
		await expect(completed).rejects.toBe(reason);
		const hasty = await begin(sandbox, {longestMs: 1});
		await expect(hasty.complete(signal)).rejects.toMatchObject({
			message: 'The browser did not come back from Zoom',
		});
	});

	test('is gone afterwards', async () => {
		const sandbox = await open();
		const pending = await begin(sandbox);
		const location = await follow(pending.address);
		await pending[Symbol.asyncDispose]();
		await expect(fetch(location)).rejects.toThrow();
	});
});

describe('somebody who is signed in as themselves', () => {
	test('is the only user there is, and is asked for as “me”', async () => {
		const sandbox = await open();
		const {zoom} = await signIn(sandbox);
		const [page, ...others] = await collect(zoom.listUsers(signal));
		expect(others).toEqual([]);
		expect(page?.total).toBe(1);
		const [user] = page?.users ?? [];
		expect(user).toMatchObject({id: 'me', email: sandbox.world.users[0]?.email});
		const range = {from: '2026-10-26', to: '2026-11-24'};
		const pages = await collect(zoom.listMeetings(user?.id ?? '', range, signal));
		const [meeting] = pages.flatMap(({meetings}) => meetings);
		const detail = await zoom.getMeeting(meeting?.uuid ?? '', signal);
		expect(detail.hostEmail).toBe(user?.email);
		expect(sandbox.requests.filter(({status = 200}) => status >= 400)).toEqual([]);
	});

	test('is found under every name of their own, and nobody else is', async () => {
		const sandbox = await open();
		const {zoom} = await signIn(sandbox);
		const [oneself, somebodyElse] = sandbox.world.users.filter(({id}) => id !== undefined);
		for (const name of ['me', oneself?.email ?? '', oneself?.id ?? '']) {
			expect(await zoom.getUser(name, signal)).toMatchObject({id: 'me'});
		}
		await expect(zoom.getUser(somebodyElse?.email ?? '', signal)).rejects.toMatchObject({
			code: 'not-allowed',
			message: expect.stringContaining('signed in to Zoom as yourself'),
		});
		await expect(
			collect(zoom.listMeetings(oneself?.id ?? '', {from: '2026-11-01', to: '2026-11-02'}, signal)),
		).rejects.toMatchObject({zoomCode: 4711});
	});

	test('gets another refresh token each time, which is kept before the access token is used', async () => {
		const sandbox = await open();
		const {keeper} = await signIn(sandbox);
		const order: string[] = [];
		const zoom = createZoom({
			...toOptions(sandbox, {
				...keeper,
				async keep(refreshToken, former) {
					order.push(`keep after ${sandbox.requests.at(-1)?.path}`);
					await keeper.keep(refreshToken, former);
				},
			}),
		});
		await zoom.getUser('me', signal);
		sandbox.expireTokens();
		await zoom.getUser('me', signal);
		expect(order).toEqual(['keep after /oauth/token', 'keep after /oauth/token']);
		expect(new Set(keeper.kept).size).toBe(3);
		// The journal learns of an answer's end after the client has.
		await expect
			.poll(() => sandbox.requests.slice(2).map(({path, status}) => `${path} ${status}`))
			.toEqual([
				'/oauth/token 200',
				'/v2/users/me 200',
				'/v2/users/me 401',
				'/oauth/token 200',
				'/v2/users/me 200',
			]);
	});

	test('does not get in where the new refresh token can’t be kept', async () => {
		const sandbox = await open();
		const {keeper} = await signIn(sandbox);
		const full = new Error('disk full');
		const zoom = createZoom(toOptions(sandbox, {...keeper, keep: () => Promise.reject(full)}));
		await expect(zoom.getUser('me', signal)).rejects.toBe(full);
		expect(sandbox.requests.some(({path}) => path.startsWith('/v2'))).toBe(false);
	});

	test('has the new refresh token kept also when they leave meanwhile', async () => {
		const sandbox = await open();
		const {keeper, zoom} = await signIn(sandbox);
		const before = keeper.kept.length;
		const kept = Promise.withResolvers<void>();
		sandbox.inject({path: '/oauth/token'}, {type: 'delay', milliseconds: 100});
		const controller = new AbortController();
		const patient = createZoom(
			toOptions(sandbox, {
				...keeper,
				async keep(refreshToken, former) {
					await keeper.keep(refreshToken, former);
					kept.resolve();
				},
			}),
		);
		const asked = sandbox.requests.length;
		const left = patient.getUser('me', controller.signal);
		await expect.poll(() => sandbox.requests.length).toBe(asked + 1);
		controller.abort(new Error('left'));
		await expect(left).rejects.toThrow('left');
		await kept.promise;
		expect(keeper.kept).toHaveLength(before + 1);
		expect(await zoom.getUser('me', signal)).toMatchObject({id: 'me'});
	});

	test('is told to sign in again when the refresh token is refused', async () => {
		const sandbox = await open();
		const zoom = createZoom(toOptions(sandbox, createKeeper('used before')));
		await expect(zoom.getUser('me', signal)).rejects.toMatchObject({
			name: 'ZoomError',
			code: 'not-set-up',
			message: 'Your sign-in to Zoom has ended (Invalid Token!)',
			hint: 'Sign in again with `recscribe setup`.',
		});
		const nobody = createZoom(toOptions(sandbox, {...createKeeper(''), read: () => undefined}));
		await expect(nobody.getUser('me', signal)).rejects.toMatchObject({code: 'not-set-up'});
	});

	test('is not told so when Zoom is only ill', async () => {
		const sandbox = await open();
		const {zoom} = await signIn(sandbox);
		sandbox.inject({path: '/oauth/token', times: 9}, {type: 'answer', status: 503});
		await expect(zoom.getUser('me', signal)).rejects.toMatchObject({code: 'service'});
	});
});

test('the API is asked where the token says that it is', async () => {
	await using regional = await serve((_, response) => {
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({id: 'regional', email: 'ada@example.com'}));
	});
	await using zoomUs = await serve((_, response) => {
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({access_token: 'token', api_url: regional.url}));
	});
	const zoom = createZoom({
		credentials: {type: 'server-to-server', accountId: 'a', clientId: 'b', clientSecret: 'c'},
		apiUrl: `${zoomUs.url}/v2`,
		oauthUrl: zoomUs.url,
	});
	expect(await zoom.getUser('me', signal)).toMatchObject({id: 'regional'});
	expect(regional.requests).toEqual(['GET /v2/users/me']);
	expect(zoomUs.requests).toEqual(['POST /oauth/token']);
});
