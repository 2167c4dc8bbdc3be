import {existsSync, readFileSync, statSync, truncateSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import type {Fault} from '../../source/sandbox/sandbox.ts';
import {storedMeeting} from '../../source/zoom/stored-meeting.ts';
import {collect, openSandbox} from '../zoom/sandboxed.ts';
import {type Caller, createCaller} from './caller.ts';
import {errorOf} from './error-of.ts';

const days = ['--from', '2026-10-26', '--to', '2026-11-24'];
const search = ['meetings', '--all-users', '--json', ...days];
const goOn = ['meetings', '--resume', '--json'];

const dailyLimit: Fault = {
	type: 'answer',
	status: 429,
	body: '{"code":429,"message":"You have reached the maximum daily rate limit for this API."}',
	headers: {'content-type': 'application/json'},
};

/** An account whose last user can't be listed for now. */
async function open(fault: Fault) {
	const caller = await createCaller({now: new Date('2026-11-24T12:00:00Z'), isPaid: false});
	onTestFinished(() => caller.close());
	const {sandbox, environment} = caller;
	const last = sandbox.world.users.findLast(({status}) => status === 'inactive');
	const injected = sandbox.inject({path: `/v2/users/${last?.id}/recordings`, times: 99}, fault);
	return {
		caller,
		injected,
		last: last ?? sandbox.world.users[0],
		journal: path.join(environment.dataFolder, 'search-of-everyone.jsonl'),
	};
}

/** Whose recordings were asked for since the request of this number. */
function askedSince({sandbox}: Caller, number: number): readonly string[] {
	return sandbox.requests
		.slice(number)
		.flatMap(({path: asked}) => /\/users\/([^/]+)\/recordings$/.exec(asked)?.[1] ?? []);
}

function countLines(file: string): number {
	return existsSync(file) ? readFileSync(file, 'utf8').split('\n').length : 0;
}

describe('a search of everybody that Zoom’s limit of the day has ended', () => {
	test('says what is missing, and goes on another day with that alone', async () => {
		const {caller, injected, last, journal} = await open(dailyLimit);
		const broken = await caller.run(search);
		expect(broken.exitCode).toBe(1);
		const {message, hint} = errorOf(broken);
		expect(message).toMatch(
			/^Only the recordings of 1\d of 14 users could be listed: Zoom’s limit of requests for today is reached/,
		);
		expect(message).toMatch(new RegExp(`\n  Missing: .*${last?.displayName ?? ''}`));
		expect(hint).toContain('`recscribe meetings --resume` goes on from there.');
		expect(statSync(journal).mode & 0o777).toBe(0o600);
		injected.remove();

		const before = caller.sandbox.requests.length;
		const resumed = await caller.run(goOn);
		expect(resumed.exitCode).toBe(0);
		expect(resumed.stderr).toMatch(
			/^Goes on with 26 Oct – 24 Nov 2026; 1\d users are done already\.\n$/,
		);
		expect(new Set(askedSince(caller, before)).size).toBeLessThan(4);
		expect(askedSince(caller, before)).toContain(last?.id);
		const whole = await caller.run(search);
		expect(JSON.parse(resumed.stdout)).toEqual(JSON.parse(whole.stdout));
		expect(JSON.parse(whole.stdout).length).toBeGreaterThan(JSON.parse(broken.stdout).length - 1);

		expect(existsSync(journal)).toBe(false);
		const nothing = await caller.run(goOn);
		expect(nothing).toMatchObject({stdout: '', exitCode: 1});
		expect(errorOf(nothing)).toMatchObject({
			message: expect.stringMatching(/^No search .* was interrupted$/),
			hint: expect.stringContaining('--all-users'),
		});
	});

	test('is not gone on with for another account', async () => {
		const {caller} = await open(dailyLimit);
		await caller.run(search);
		const variables = {...caller.variables, ZOOM_ACCOUNT_ID: 'another'};
		const refused = await caller.run(goOn, {variables});
		expect(refused).toMatchObject({stdout: '', exitCode: 1});
		expect(refused.stderr).toContain('of another Zoom account');
	});

	test('loses one user at most with what was not written to the end', async () => {
		const {caller, injected, journal} = await open(dailyLimit);
		await caller.run(search);
		truncateSync(journal, statSync(journal).size - 10);
		injected.remove();
		const {stdout, stderr} = await caller.run(goOn);
		expect(stderr).toMatch(/1\d users are done already/);
		expect(JSON.parse(stdout)).toEqual(JSON.parse((await caller.run(search)).stdout));
	});
});

test.each(['SIGINT', 'SIGKILL'] as const)(
	'a search of everybody that %s has ended goes on in the next run',
	async signal => {
		const {caller, injected, journal} = await open({type: 'silence', when: 'before'});
		await using running = caller.start(search);
		// Its beginning, all users but the one who is silent, and nothing behind the last line's end.
		await expect.poll(() => countLines(journal), {timeout: 10_000}).toBe(1 + 13 + 1);
		running.kill(signal);
		const {stdout, stderr, exitCode} = await running.exited;
		expect(stdout).toBe('');
		if (signal === 'SIGINT') {
			expect(exitCode).toBe(130);
			expect(stderr).toBe(
				'Stopped after 13 of 14 users. `recscribe meetings --resume` goes on from there.\n',
			);
		}

		injected.remove();
		const resumed = await caller.run(goOn);
		expect(resumed.exitCode).toBe(0);
		expect(JSON.parse(resumed.stdout)).toEqual(JSON.parse((await caller.run(search)).stdout));
	},
);

test.each(['--user', '--from', '--to'])('--resume does not go with %s', async option => {
	const {caller} = await open(dailyLimit);
	const result = await caller.run([...goOn, option, '2026-11-24']);
	expect(result).toMatchObject({stdout: '', exitCode: 2});
	expect(result.stderr).toContain('--resume');
});

test('a meeting is the same after it was stored', async () => {
	await using opened = await openSandbox();
	const range = {from: '2025-11-25', to: '2026-11-24'};
	const pages = await collect(
		opened.zoom.listEveryonesMeetings(range, new AbortController().signal),
	);
	const meetings = pages.flatMap(page => page.meetings);
	expect(meetings.length).toBeGreaterThan(100);
	for (const meeting of meetings) {
		expect(storedMeeting.parse(JSON.parse(JSON.stringify(meeting)))).toEqual(meeting);
	}
});
