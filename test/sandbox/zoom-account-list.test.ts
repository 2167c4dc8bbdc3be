import {describe, expect, onTestFinished, test} from 'vitest';
import {type SandboxOptions, startSandbox} from '../../source/sandbox/sandbox.ts';
import {allScopes, usualScopes} from '../../source/sandbox/zoom/scopes.ts';

type Body = Readonly<Record<string, unknown>>;

/** Asks the sandbox's Zoom by plain `fetch`, signed in. */
async function open(options: SandboxOptions = {}) {
	const sandbox = await startSandbox({now: new Date('2026-11-24T12:00:00Z'), ...options});
	onTestFinished(() => sandbox.close());
	const {environment} = sandbox;
	const basic = btoa(`${environment.ZOOM_CLIENT_ID}:${environment.ZOOM_CLIENT_SECRET}`);
	const signIn = await fetch(`${environment.ZOOM_OAUTH_URL}/oauth/token`, {
		method: 'POST',
		headers: {authorization: `Basic ${basic}`},
		body: new URLSearchParams({
			grant_type: 'account_credentials',
			account_id: environment.ZOOM_ACCOUNT_ID,
		}),
	});
	const {access_token: token} = (await signIn.json()) as {readonly access_token: string};
	const headers = {authorization: `Bearer ${token}`};
	return {
		sandbox,
		headers,
		async get(path: string): Promise<{readonly status: number; readonly body: Body}> {
			const response = await fetch(`${environment.ZOOM_API_URL}/${path}`, {headers});
			return {status: response.status, body: (await response.json()) as Body};
		},
	};
}

function encodeTwice(uuid: string): string {
	return encodeURIComponent(encodeURIComponent(uuid));
}

describe('the recordings of a whole account', () => {
	test('are listed where it is allowed, a month at most', async () => {
		const {get, sandbox} = await open({hasAccountList: true, scopes: allScopes});
		const {status, body} = await get(
			'accounts/me/recordings?from=2026-01-01&to=2026-11-24&page_size=300',
		);
		expect(status).toBe(200);
		expect(body).toMatchObject({from: '2026-10-25', to: '2026-11-24', next_page_token: ''});
		const listed = (body['meetings'] as readonly {uuid: string}[]).map(({uuid}) => uuid);
		const expected = sandbox.world.meetings
			.filter(({start}) => start >= new Date('2026-10-25T00:00:00Z'))
			.map(({uuid}) => uuid);
		expect(listed).toEqual(expect.arrayContaining(expected));
	});

	test.each([
		['a plan', {scopes: allScopes}, 'accounts/me/recordings', {status: 200, code: 200}],
		[
			'the scope',
			{scopes: usualScopes, hasAccountList: true},
			'accounts/me/recordings',
			{status: 400, code: 4711},
		],
		[
			'being one’s own',
			{scopes: allScopes, hasAccountList: true},
			'accounts/other/recordings',
			{status: 404, code: 2001},
		],
	])('are refused without %s', async (_, options, path, expected) => {
		const {get} = await open(options);
		const {status, body} = await get(path);
		expect({status, code: body['code']}).toEqual(expected);
	});

	test('have page tokens that hold a quarter of an hour, for the same question', async () => {
		const {get, sandbox} = await open({hasAccountList: true, scopes: allScopes, largestPage: 4});
		const question = 'accounts/me/recordings?from=2026-11-01&to=2026-11-24&page_size=300';
		const first = await get(question);
		const token = String(first.body['next_page_token']);
		expect(token).not.toBe('');
		expect((await get(`${question}&next_page_token=${token}`)).status).toBe(200);
		const other = question.replace('11-01', '11-02');
		expect(await get(`${other}&next_page_token=${token}`)).toMatchObject({
			status: 400,
			body: {code: 300},
		});
		sandbox.advance(15 * 60_000);
		expect(await get(`${question}&next_page_token=${token}`)).toMatchObject({
			status: 400,
			body: {code: 300, message: 'The next page token is invalid or expired.'},
		});
	});
});

describe('what Zoom itself makes of a meeting', () => {
	test('is a transcript that can be fetched, also where the listing has none', async () => {
		const {get, sandbox, headers} = await open({scopes: allScopes});
		for (const tag of ['first-choice', 'mp4-only'] as const) {
			const {uuid} = sandbox.world.find(tag);
			const {body} = await get(`meetings/${encodeTwice(uuid)}/transcript`);
			expect(body).toMatchObject({meeting_id: uuid, can_download: true});
			const file = await fetch(String(body['download_url']), {headers, redirect: 'follow'});
			expect(await file.text()).toMatch(/^WEBVTT\n\n1\n/);
		}
	});

	test('is not there for every meeting, and says why', async () => {
		const {get, sandbox} = await open({scopes: allScopes});
		const silent = sandbox.world.find('silent').uuid;
		expect(await get(`meetings/${encodeTwice(silent)}/transcript`)).toMatchObject({
			status: 404,
			body: {code: 3322},
		});
		const processing = sandbox.world.find('processing').uuid;
		expect(await get(`meetings/${encodeTwice(processing)}/transcript`)).toMatchObject({
			status: 200,
			body: {can_download: false, download_url: null, download_restriction_reason: 'NOT_READY'},
		});
	});

	test('is a summary, by UUID only', async () => {
		const {get, sandbox} = await open({scopes: allScopes});
		const {uuid, number} = sandbox.world.find('mp4-only');
		const {body} = await get(`meetings/${encodeTwice(uuid)}/meeting_summary`);
		expect(body).toMatchObject({
			meeting_uuid: uuid,
			summary_overview: expect.any(String),
			summary_details: expect.arrayContaining([
				{label: expect.any(String), summary: expect.any(String)},
			]),
			next_steps: expect.arrayContaining([expect.any(String)]),
		});
		expect(await get(`meetings/${number}/meeting_summary`)).toMatchObject({
			status: 400,
			body: {code: 300},
		});
	});

	test('asks for scopes of its own', async () => {
		const {get, sandbox} = await open();
		const path = `meetings/${encodeTwice(sandbox.world.find('first-choice').uuid)}`;
		for (const end of ['transcript', 'meeting_summary']) {
			expect(await get(`${path}/${end}`)).toMatchObject({status: 400, body: {code: 4711}});
		}
	});
});

test('a recording that Zoom was processing is finished when its time has come', async () => {
	const {get, sandbox} = await open({recordingReadyMs: 1_800_000});
	const {uuid} = sandbox.world.find('processing');
	const read = async () => {
		const {body} = await get(`meetings/${encodeTwice(uuid)}/recordings`);
		return (body['recording_files'] as readonly {status: string}[]).map(({status}) => status);
	};
	expect(await read()).toEqual(['processing', 'processing']);
	sandbox.advance(1_800_000);
	const finished = await read();
	expect(finished.length).toBeGreaterThan(2);
	expect(new Set(finished)).toEqual(new Set(['completed']));
});

test('an account of thousands is there at once', async () => {
	const {sandbox} = await open({extraUsers: 5000});
	expect(sandbox.world.users.length).toBeGreaterThan(5000);
});
