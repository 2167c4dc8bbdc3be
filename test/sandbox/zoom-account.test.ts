import {expect, test} from 'vitest';
import {planLimits, type Sandbox, startSandbox} from '../../source/sandbox/sandbox.ts';
import {askZoom, fileOf, getToken} from './plain-client.ts';
import {sharedSandbox, today} from './shared-sandbox.ts';

const scopes = [
	'cloud_recording:read:list_account_recordings:admin',
	'cloud_recording:read:meeting_transcript:admin',
];
const sandbox = sharedSandbox({scopes});

test('lists what everybody has recorded, page by page', async () => {
	const {body} = await askZoom(
		sandbox.current,
		'/accounts/me/recordings?from=2026-10-26&to=2026-11-24&page_size=20',
	);
	const recent = sandbox.current.world.meetings.filter(
		({start}) => start.getTime() >= Date.parse('2026-10-26'),
	);
	expect(body).toMatchObject({total_records: recent.length, page_size: 20});
	expect(
		new Set(body.meetings.map(({host_id}: {host_id: string}) => host_id)).size,
	).toBeGreaterThan(4);
	expect(body.next_page_token).not.toBe('');
});

test('knows only its own account', async () => {
	const {environment} = sandbox.current;
	const own = await askZoom(sandbox.current, `/accounts/${environment.ZOOM_ACCOUNT_ID}/recordings`);
	expect(own.status).toBe(200);
	expect(await askZoom(sandbox.current, '/accounts/other/recordings')).toMatchObject({
		status: 404,
		body: {code: 2001},
	});
});

test('a usual app may not, and a free account has no such listing', async () => {
	await using usual = await startSandbox({now: today});
	expect((await askZoom(usual, '/accounts/me/recordings')).body).toEqual({
		code: 4711,
		message:
			'Invalid access token, does not contain scopes:[cloud_recording:read:list_account_recordings:admin].',
	});
	await using free = await startSandbox({now: today, scopes, isPaid: false});
	expect(await askZoom(free, '/accounts/me/recordings')).toMatchObject({
		status: 200,
		body: {code: 200, message: 'Only available for Paid account.'},
	});
});

test("tells where Zoom's own transcript of a meeting is", async () => {
	const {world} = sandbox.current;
	const ask = (uuid: string) =>
		askZoom(
			sandbox.current,
			`/meetings/${encodeURIComponent(encodeURIComponent(uuid))}/transcript`,
		);
	const meeting = world.find('first-choice');
	expect((await ask(meeting.uuid)).body).toMatchObject({
		meeting_id: meeting.uuid,
		can_download: true,
		download_url: expect.stringContaining(fileOf(meeting, 'TRANSCRIPT').downloadKey),
	});
	expect((await ask(world.find('processing').uuid)).body).toMatchObject({
		can_download: false,
		download_url: null,
		download_restriction_reason: 'NOT_READY',
	});
	expect(await ask(world.find('mp4-only').uuid)).toMatchObject({status: 404, body: {code: 3322}});
});

async function askOften(sandbox: Sandbox, path: string, count: number) {
	const token = await getToken(sandbox);
	return Promise.all(Array.from({length: count}, () => askZoom(sandbox, path, token)));
}

test('takes so many requests in a second, and tells how many are left', async () => {
	await using sandbox = await startSandbox({now: today, rateLimits: planLimits.free});
	const answers = await askOften(sandbox, '/users', 3);
	expect(answers.map(({status}) => status).sort()).toEqual([200, 200, 429]);
	const refused = answers.find(({status}) => status === 429);
	expect(refused?.body).toEqual({
		code: 429,
		message: 'You have reached the maximum per-second rate limit for this API. Try again later.',
	});
	expect(Object.fromEntries(refused?.headers ?? [])).toMatchObject({
		'x-ratelimit-category': 'Medium',
		'x-ratelimit-type': 'QPS',
		'x-ratelimit-limit': '2',
		'x-ratelimit-remaining': '0',
	});
	expect((await askZoom(sandbox, '/users/me')).headers.get('x-ratelimit-category')).toBe('Light');
	sandbox.advance(1000);
	expect((await askZoom(sandbox, '/users')).status).toBe(200);
});

test('ends the day with the time at which it goes on', async () => {
	await using sandbox = await startSandbox({
		now: today,
		rateLimits: {light: 99, medium: 99, heavy: 99, daily: 2},
	});
	const refused = (await askOften(sandbox, '/users/me', 3)).find(({status}) => status === 429);
	expect(refused?.headers.get('x-ratelimit-type')).toBe('Daily-limit');
	expect(refused?.headers.get('retry-after')).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\.000Z$/);
	sandbox.advance(86_400_000);
	expect((await askZoom(sandbox, '/users/me')).status).toBe(200);
});

test('can keep quiet about its limits', async () => {
	await using sandbox = await startSandbox({
		now: today,
		rateLimits: {light: 0, medium: 1, heavy: 1, hasHeaders: false},
	});
	const refused = await askZoom(sandbox, '/users/me');
	expect(refused.status).toBe(429);
	expect([...refused.headers.keys()].filter(name => name.startsWith('x-'))).toEqual([]);
	expect(refused.headers.get('retry-after')).toBeNull();
});
