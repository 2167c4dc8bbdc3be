import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest';
import {type Caller, createCaller} from './caller.ts';

let caller: Caller;

beforeAll(async () => {
	caller = await createCaller();
});

afterAll(() => caller.close());

/** Lets Zoom refuse a request of this path with a code of its own, as long as the test lasts. */
function refuse(path: string | RegExp, status: number, code: number, message: string): void {
	const fault = caller.sandbox.inject(
		{service: 'zoom', path, times: 99},
		{
			type: 'answer',
			status,
			body: JSON.stringify({code, message}),
			headers: {'content-type': 'application/json'},
		},
	);
	onTestFinished(() => fault.remove());
}

describe('what Zoom refuses is said with what to do next', () => {
	test.each([
		[124, 401, 'Invalid access token.', 3, 'does not accept the sign-in', 'recscribe setup'],
		[124, 400, 'Invalid access token.', 3, 'does not accept the sign-in', 'recscribe setup'],
		[
			200,
			200,
			'You do not have the right permissions',
			3,
			'does not allow',
			'the role of the app’s',
		],
		[200, 400, 'Only available for Paid account.', 3, 'does not allow this', 'a paid plan'],
		[300, 400, 'Validation Failed.', 1, 'does not understand', 'Check the meeting and the dates'],
		[1001, 404, 'User does not exist.', 1, 'does not know this user', 'recscribe users'],
		[1010, 400, 'User not found on this account', 1, 'not know this user', 'recscribe users'],
		[2001, 404, 'This account does not exist', 1, 'not know this account', 'the account ID'],
		[3001, 404, 'Meeting does not exist.', 1, 'not know this meeting', 'recscribe meetings'],
		[3301, 404, 'There is no recording.', 1, 'has no recording', 'recscribe meetings'],
		[3303, 400, 'Uncompleted delete.', 1, 'still deleting this recording', 'trash'],
		[3309, 400, 'Not enough storage.', 3, 'cloud storage', 'Make room under Recordings'],
		[3310, 400, 'Simulive.', 3, 'simulive webinar', 'recscribe meetings'],
		[
			4700,
			401,
			'Invalid access token, does not contain scopes:[a:b, c:d].',
			3,
			'a:b, c:d',
			'Scopes',
		],
		[4711, 400, 'Invalid access token, does not contain scopes:[a:b].', 3, 'a:b', 'Scopes'],
		[429, 429, 'You have reached the maximum daily rate limit.', 1, 'for today', 'within a day'],
	])('%i (%i %s)', async (code, status, words, exitCode, message, hint) => {
		refuse(/^\/v2\/meetings\//, status, code, words);
		const {uuid} = caller.sandbox.world.find('first-choice');
		const result = await caller.run(['transcribe', uuid]);
		expect(result).toMatchObject({stdout: '', exitCode});
		const [said = '', next = '', ...more] = result.stderr.trimEnd().split('\n');
		expect(said).toMatch(/^✗ /);
		expect(said).toContain(message);
		expect(next).toMatch(/^ {2}\S.*\.$/);
		expect(next).toContain(hint);
		expect(more).toEqual([]);
	});
});

test('2305: the meeting is shown without its summary, and why', async () => {
	refuse(/\/meeting_summary$/, 403, 2305, 'Sharing is restricted.');
	const {uuid, topic} = caller.sandbox.world.find('mp4-only');
	const {stdout, stderr, exitCode} = await caller.run(['meetings', uuid]);
	expect(exitCode).toBe(0);
	expect(stdout).toContain(topic);
	expect(stderr).toMatch(/^! No AI summary: Zoom does not let this app see the summary \(2305/);
});

test('3322: there is no transcript of Zoom’s, and the recording can be transcribed', async () => {
	refuse(/\/transcript$/, 404, 3322, 'The transcript does not exist.');
	const {uuid} = caller.sandbox.world.find('mp4-only');
	const {stdout, stderr, exitCode} = await caller.run(['zoom-transcript', uuid]);
	expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 1});
	expect(stderr).toMatch(/^✗ Zoom made no transcript of .*\n {2}.*recscribe transcribe "/);
});

test('3301: a user without recordings is a user with an empty list', async () => {
	const {host} = caller.sandbox.world.find('cjk-topic');
	refuse(`/v2/users/${host.id}/recordings`, 404, 3301, 'There is no recording for this meeting.');
	const {stdout, stderr, exitCode} = await caller.run(['meetings', '--user', host.email]);
	expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 0});
	expect(stderr).toContain('has no cloud recordings of ');
});

test('429 of a second: it is asked once more, and nothing is said', async () => {
	const before = caller.sandbox.requests.length;
	const {uuid, topic} = caller.sandbox.world.find('first-choice');
	caller.sandbox.inject(
		{path: /^\/v2\/meetings\//},
		{
			type: 'answer',
			status: 429,
			body: '{"code":429,"message":"You have reached the maximum per-second rate limit for this API. Try again later."}',
			headers: {'content-type': 'application/json'},
		},
	);
	const {stdout, stderr, exitCode} = await caller.run(['meetings', uuid]);
	expect({stderr, exitCode}).toEqual({stderr: '', exitCode: 0});
	expect(stdout).toContain(topic);
	const statuses = caller.sandbox.requests.slice(before).map(({status}) => status);
	expect(statuses.filter(status => status === 429)).toHaveLength(1);
});
