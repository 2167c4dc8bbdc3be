import {readdirSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import * as z from 'zod';
import type {RecordedMeeting, SandboxOptions} from '../../source/sandbox/sandbox.ts';
import {allScopes} from '../../source/sandbox/zoom/scopes.ts';
import {type Caller, createCaller} from './caller.ts';
import {errorOf} from './error-of.ts';

const today = new Date('2026-11-24T12:00:00Z');
const week = ['--from', '2026-11-18', '--to', '2026-11-24'];

async function open(options: SandboxOptions = {}): Promise<Caller> {
	const caller = await createCaller({now: today, mediaScale: 0.001, ...options});
	onTestFinished(() => caller.close());
	return caller;
}

const month = ['--from', '2026-10-26', '--to', '2026-11-24'];

function meetingsOfMonth({sandbox}: Caller): readonly RecordedMeeting[] {
	return sandbox.world.meetings.filter(({start}) => start >= new Date('2026-10-26T00:00:00'));
}

function hasSound({files}: RecordedMeeting): boolean {
	return files.some(
		({fileType, status}) => /^M(?:4A|P4)$/.test(fileType) && status === 'completed',
	);
}

const entry = z.object({
	uuid: z.string(),
	status: z.enum(['completed', 'failed', 'skipped']),
	error: z.object({code: z.string(), message: z.string()}).optional(),
});

function readEntries(stdout: string): readonly z.infer<typeof entry>[] {
	return z.array(entry).parse(JSON.parse(stdout));
}

describe('recscribe transcribe --from --to', () => {
	test('transcribes every meeting of one user that can be, once', async () => {
		const caller = await open();
		const {host} = caller.sandbox.world.find('processing');
		const own = meetingsOfMonth(caller).filter(meeting => meeting.host === host);
		const ready = own.filter(hasSound);
		expect([own.length - ready.length, ready.length > 1]).toEqual([1, true]);
		const commandLine = ['transcribe', ...month, '--user', host.email, '--output', 'notes/'];
		const {stdout, stderr, exitCode} = await caller.run(commandLine);
		expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 0});
		const names = readdirSync(path.join(caller.environment.home, 'notes'));
		expect(names).toHaveLength(ready.length);
		expect(caller.sandbox.submissions).toHaveLength(ready.length);
		for (const {topic} of own.filter(meeting => !hasSound(meeting))) {
			expect(stderr).toContain(`“${topic}” is left out: Zoom is still processing this recording.`);
		}

		expect(await caller.run(commandLine)).toMatchObject({exitCode: 0});
		expect(caller.sandbox.submissions).toHaveLength(ready.length);
	});

	test.each([
		['at once', {scopes: allScopes}],
		['user by user', {isPaid: false}],
	])('says of everybody’s meetings what became of each (%s)', async (_, options) => {
		const caller = await open(options);
		const {uuid, topic} = caller.sandbox.world.find('fails-at-assemblyai');
		const {stdout, stderr, exitCode} = await caller.run([
			...['transcribe', '--all-users', '--yes', '--json', '--output', 'notes/', ...month],
		]);
		expect(exitCode).toBe(1);
		const entries = readEntries(stdout);
		const expected = meetingsOfMonth(caller);
		expect(entries.map(each => each.uuid).toSorted()).toEqual(
			expected.map(each => each.uuid).toSorted(),
		);
		const statusOf = new Map(entries.map(each => [each.uuid, each.status]));
		for (const meeting of expected.filter(each => !hasSound(each))) {
			expect(statusOf.get(meeting.uuid)).toBe('skipped');
			expect(stderr).toContain(`“${meeting.topic}” is left out: `);
		}

		expect(statusOf.get(uuid)).toBe('failed');
		expect(errorOf({stderr}).message).toMatch(
			new RegExp(`^\\d+ of ${entries.length} failed:\n(?:  .*\n)*  ${topic}: `),
		);
		const completed = entries.filter(({status}) => status === 'completed');
		expect(completed.length).toBeGreaterThan(10);
		const names = readdirSync(path.join(caller.environment.home, 'notes'));
		expect(names).toHaveLength(completed.length);
	});

	test('sends what was found when not everybody could be asked, and fails', async () => {
		const caller = await open();
		const {sandbox} = caller;
		const last = sandbox.world.users.filter(({status}) => status === 'inactive').at(-1);
		sandbox.inject(
			{path: `/v2/users/${last?.id}/recordings`, times: 99},
			{
				type: 'answer',
				status: 429,
				body: '{"code":429,"message":"You have reached the maximum daily rate limit for this API."}',
				headers: {'content-type': 'application/json'},
			},
		);
		const {stdout, stderr, exitCode} = await caller.run([
			...['transcribe', '--all-users', '--yes', '--json', '--output', 'notes/', ...week],
		]);
		expect(exitCode).toBe(1);
		expect(readEntries(stdout).length).toBeGreaterThan(3);
		expect(stderr).toMatch(/Only the recordings of \d+ of 14 users could be listed/);
	});

	test('waits for what Zoom has not finished, and sends the rest meanwhile', async () => {
		const caller = await open({recordingReadyMs: 3_000_000});
		const {sandbox} = caller;
		const {host, topic} = sandbox.world.find('processing');
		const own = meetingsOfMonth(caller).filter(meeting => meeting.host === host);
		await using running = caller.start([
			...['transcribe', ...month, '--user', host.email, '--wait', '--output', 'notes/'],
		]);
		await running.waitForStderr(`Zoom is still processing “${topic}”`);
		expect(own.length).toBeGreaterThan(2);
		await expect.poll(() => sandbox.submissions.length).toBe(own.length - 1);
	});

	test('says so where there is nothing', async () => {
		const caller = await open();
		const longAgo = ['--from', '2001-01-01', '--to', '2001-01-02'];
		const result = await caller.run(['transcribe', '--json', ...longAgo]);
		expect(result).toMatchObject({stdout: '[]\n', exitCode: 0});
		expect(result.stderr).toContain('has no cloud recordings of ');
	});

	test.each([
		['nothing at all', []],
		['a user alone', ['--user', 'ada@example.com']],
		['everybody, but no days', ['--all-users']],
		['everybody, and one of them', ['--all-users', '--user', 'x', ...week]],
		['everybody, and a meeting', ['abc==', '--all-users', ...week]],
		['a file', ['--file', 'x', ...week]],
		['a wrong date', ['--from', 'May']],
		['days that end before they begin', ['--from', '2026-11-24', '--to', '2026-11-18']],
	])('is wrong usage with %s', async (_, commandLine) => {
		const caller = await open();
		const result = await caller.run(['transcribe', ...commandLine]);
		expect(result).toMatchObject({stdout: '', exitCode: 2});
		expect(result.stderr).toMatch(/^✗ .*\n {2}\S/);
		expect(caller.sandbox.requests).toHaveLength(0);
	});
});
