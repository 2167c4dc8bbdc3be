import {describe, expect, onTestFinished, test} from 'vitest';
import {type SandboxOptions, startSandbox} from '../../source/sandbox/sandbox.ts';
import {allScopes} from '../../source/sandbox/zoom/scopes.ts';
import {runCommand, startCommand} from '../support/run-command.ts';
import {createCaller} from './caller.ts';

const lastMonth = ['--from', '2026-10-26', '--to', '2026-11-24'];

async function open(options: SandboxOptions = {}) {
	const sandbox = await startSandbox({now: new Date('2026-11-24T12:00:00Z'), ...options});
	onTestFinished(() => sandbox.close());
	return {
		sandbox,
		run: (...commandLine: readonly string[]) =>
			runCommand(commandLine, {variables: sandbox.environment}),
	};
}

describe('recscribe meetings --all-users', () => {
	test.each([
		['at once', {scopes: allScopes}],
		['user by user', {}],
	])('lists everybody’s, newest first (%s)', async (_, options) => {
		const {sandbox, run} = await open(options);
		const {stdout, exitCode} = await run('meetings', '--all-users', '--json', ...lastMonth);
		expect(exitCode).toBe(0);
		const listed = JSON.parse(stdout) as readonly {uuid: string; startTime: string}[];
		const expected = sandbox.world.meetings.filter(
			({start}) => start >= new Date('2026-10-26T00:00:00'),
		);
		expect(listed.map(({uuid}) => uuid).toSorted()).toEqual(
			expected.map(({uuid}) => uuid).toSorted(),
		);
		const starts = listed.map(({startTime}) => startTime);
		expect(starts).toEqual(starts.toSorted().toReversed());
	});

	test('says whose they are, and what is not ready', async () => {
		const {run, sandbox} = await open();
		const {stdout} = await run('meetings', '--all-users', ...lastMonth);
		const {uuid, host} = sandbox.world.find('processing');
		const line = stdout.split('\n').find(each => each.includes(uuid));
		expect(line).toContain('still processing');
		expect(line).toContain(host.email);
	});

	test('prints what it has when Zoom refuses to go on, and fails', async () => {
		const {run, sandbox} = await open();
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
		const {exitCode, stdout, stderr} = await run('meetings', '--all-users', '--json', ...lastMonth);
		expect(exitCode).toBe(1);
		expect((JSON.parse(stdout) as readonly object[]).length).toBeGreaterThan(20);
		expect(stderr).toMatch(/Only the recordings of \d+ of 14 users could be listed/);
	});

	test('takes no --user beside it', async () => {
		const {run} = await open();
		expect(await run('meetings', '--all-users', '--user', 'x')).toMatchObject({
			exitCode: 2,
			stdout: '',
		});
	});
});

describe('recscribe meetings MEETING', () => {
	test('shows all that there is of it', async () => {
		const {run, sandbox} = await open();
		const meeting = sandbox.world.find('emoji-topic');
		const {stdout, exitCode} = await run('meetings', meeting.uuid);
		expect(exitCode).toBe(0);
		expect(stdout).toContain(meeting.topic);
		for (const {id} of [...meeting.files, ...meeting.participantFiles]) {
			expect(stdout).toContain(id);
		}
		expect(stdout).toContain('Audio only - Ada Moreau');
		expect(stdout).toContain('AI summary');
	});

	test('names segments, passcode, and what is still being processed', async () => {
		const {run, sandbox} = await open();
		const segments = await run('meetings', sandbox.world.find('several-segments').uuid);
		expect(segments.stdout).toContain('segment 2');
		const passcode = await run('meetings', sandbox.world.find('passcode').uuid);
		expect(passcode.stdout).toMatch(/passcode +Qu4y\?side/);
		const processing = await run('meetings', sandbox.world.find('processing').uuid);
		expect(processing.stdout).toContain('Zoom is still processing it');
	});

	test('gives one JSON document', async () => {
		const {run, sandbox} = await open();
		const {uuid, participantFiles} = sandbox.world.find('emoji-topic');
		const {stdout} = await run('meetings', uuid, '--json');
		expect(JSON.parse(stdout)).toMatchObject({
			uuid,
			status: 'completed',
			shareUrl: expect.stringContaining('/rec/share/'),
			passcode: null,
			participantAudioFiles: participantFiles.map(({id}) => ({
				id,
				status: 'completed',
				fileName: expect.stringContaining('Audio only'),
			})),
			summary: {
				overview: expect.any(String),
				chapters: expect.arrayContaining([
					{label: expect.any(String), startMs: expect.any(Number), text: expect.any(String)},
				]),
				nextSteps: expect.any(Array),
			},
		});
	});

	test('does without a summary that may not be read, and says so', async () => {
		const {run, sandbox} = await open();
		const {stdout, stderr, exitCode} = await run(
			'meetings',
			sandbox.world.find('mp4-only').uuid,
			'--json',
		);
		expect(exitCode).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject({summary: null});
		expect(stderr).toContain('meeting:read:summary:admin');
	});
});

describe('recscribe zoom-transcript', () => {
	test('writes what Zoom wrote down, without paying anybody, and keeps it', async () => {
		const caller = await createCaller({now: new Date('2026-11-24T12:00:00Z')});
		onTestFinished(() => caller.close());
		const {sandbox} = caller;
		const run = (...commandLine: readonly string[]) => caller.run(commandLine);
		const {uuid} = sandbox.world.find('first-choice');
		const {stdout, exitCode} = await run('zoom-transcript', uuid);
		expect(exitCode).toBe(0);
		expect(stdout).toContain('Ada Moreau: ');
		const json = await run('zoom-transcript', uuid, '--format', 'json');
		expect(JSON.parse(json.stdout)).toBeTypeOf('object');
		expect(sandbox.submissions).toHaveLength(0);
		const kept = await run('transcripts', '--json');
		expect(JSON.parse(kept.stdout)).toMatchObject([{source: 'zoom', meeting: {uuid}, model: null}]);
		expect((await run('delete', uuid, '--remote', '--yes')).stderr).toContain('has no copy');
		expect(await run('delete', uuid, '--here', '--remote', '--yes')).toMatchObject({exitCode: 0});
		expect((await run('transcripts', '--json')).stdout).toBe('[]\n');
	});

	test('fails where there is none', async () => {
		const {run, sandbox} = await open({scopes: allScopes});
		const {stdout, stderr, exitCode} = await run(
			'zoom-transcript',
			sandbox.world.find('silent').uuid,
		);
		expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 1});
		expect(stderr).toContain('recscribe transcribe');
	});
});

test('recscribe transcribe --wait waits until Zoom has finished', async () => {
	const {sandbox} = await open({recordingReadyMs: 3_000_000, processingMs: 0});
	const {uuid} = sandbox.world.find('processing');
	await using command = startCommand(['transcribe', uuid, '--wait'], {
		variables: sandbox.environment,
	});
	await command.waitForStderr('Zoom is still processing');
	command.kill('SIGINT');
	expect(await command.exited).toMatchObject({exitCode: 130, stdout: ''});
	sandbox.advance(3_000_000);
	const done = await runCommand(['transcribe', uuid, '--wait'], {variables: sandbox.environment});
	expect(done).toMatchObject({exitCode: 0, stdout: expect.stringContaining('Speaker A')});
});
