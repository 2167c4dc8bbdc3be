import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {shapes} from '../../source/commands/json-shapes.ts';
import {startSandbox} from '../../source/sandbox/sandbox.ts';
import {toDay} from '../../source/zoom/date-range.ts';
import {runCommand} from '../support/run-command.ts';
import {type Caller, createCaller} from './caller.ts';

let caller: Caller;

beforeAll(async () => {
	caller = await createCaller();
});

afterAll(() => caller.close());

describe('recscribe users', () => {
	test('--json prints one document, the active ones first', async () => {
		const {stdout, stderr, exitCode} = await caller.run(['users', '--json']);
		expect({stderr, exitCode}).toEqual({stderr: '', exitCode: 0});
		const users = shapes.users.parse(JSON.parse(stdout));
		const {world} = caller.sandbox;
		expect(users.map(({email}) => email)).toEqual([
			...world.users.filter(({status}) => status === 'active').map(({email}) => email),
			...world.users.filter(({status}) => status === 'inactive').map(({email}) => email),
		]);
		expect(users[0]).toMatchObject({name: 'Ada Moreau', department: 'Product'});
	});

	test('prints a table to read, whatever the names are written in', async () => {
		const {stdout, exitCode} = await caller.run(['users']);
		expect(exitCode).toBe(0);
		const lines = stdout.trimEnd().split('\n');
		expect(lines).toHaveLength(14);
		expect(lines[0]).toMatch(/^Ada Moreau {2,}ada\.moreau@northquay\.example$/);
		expect(lines).toContainEqual(expect.stringMatching(/^森 健司 {2,}kenji\.mori@/));
		expect(lines.at(-1)).toMatch(/ deactivated$/);
	});
});

describe('recscribe meetings', () => {
	test('--json prints those of the days asked for, newest first', async () => {
		const special = caller.sandbox.world.find('several-segments');
		const day = toDay(special.start);
		const {stdout, stderr, exitCode} = await caller.run([
			...['meetings', '--json', '--user', special.host.email],
			...['--from', day, '--to', day],
		]);
		expect({stderr, exitCode}).toEqual({stderr: '', exitCode: 0});
		const meetings = shapes.meetings.parse(JSON.parse(stdout));
		expect(meetings.map(({startTime}) => toDay(new Date(startTime)))).toEqual(
			meetings.map(() => day),
		);
		const found = meetings.find(({uuid}) => uuid === special.uuid);
		expect(found).toMatchObject({
			id: String(special.number),
			topic: special.topic,
			startTime: special.start.toISOString(),
			hostEmail: special.host.email,
		});
		expect(found?.recordingFiles.map(({fileSize}) => fileSize).toSorted()).toEqual(
			special.files.map(({sizeBytes}) => sizeBytes).toSorted(),
		);
	});

	test('a whole year is no problem', async () => {
		const now = new Date();
		const from = toDay(new Date(now.getFullYear() - 1, now.getMonth(), now.getDate()));
		const {stdout} = await caller.run(['meetings', '--json', '--from', from]);
		const {users, meetings: all} = caller.sandbox.world;
		const hosted = all.filter(({host}) => host === users[0]);
		const uuids = shapes.meetings.parse(JSON.parse(stdout)).map(({uuid}) => uuid);
		expect(new Set(uuids).size).toBe(uuids.length);
		expect(uuids.toSorted()).toEqual(hosted.map(({uuid}) => uuid).toSorted());
	});

	test('without a user says whose they are, and prints a table', async () => {
		const {stdout, stderr, exitCode} = await caller.run(['meetings']);
		expect(exitCode).toBe(0);
		expect(stderr).toBe(
			'Meetings of Ada Moreau <ada.moreau@northquay.example>; for others give --user EMAIL or --all-users.\n',
		);
		const {uuid, topic} = caller.sandbox.world.find('first-choice');
		expect(stdout.split('\n')[0]).toMatch(
			/^\w{3} \d+ \w{3,4} \d{4} \d\d:\d\d {2}24 min {2,}\d+ MB/,
		);
		expect(stdout.split('\n')[0]?.endsWith(`  ${uuid}  ${topic}`)).toBe(true);
	});

	test('none at all is said on stderr, and is no failure', async () => {
		const days = ['--from', '2019-01-01', '--to', '2019-01-02'];
		const {stdout, stderr, exitCode} = await caller.run(['meetings', ...days]);
		expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 0});
		expect(stderr).toContain('Ada Moreau has no cloud recordings of 1–2 Jan 2019.');
		expect((await caller.run(['meetings', '--json', ...days])).stdout).toBe('[]\n');
	});
});

describe('what goes wrong ends with the exit code for it', () => {
	test.each<readonly [string, readonly string[], RegExp]>([
		['no such command', ['meting'], /unknown command 'meting'\n\(Did you mean meetings\?\)/],
		['no such command, for a script', ['meting', '--json'], /unknown command 'meting'/],
		[
			'no such option of its own',
			['--sanbox'],
			/unknown option '--sanbox'\n\(Did you mean --sandbox\?\)/,
		],
		['no such option', ['users', '--jason'], /unknown option '--jason'[\s\S]*--json/],
		[
			'nothing to transcribe',
			['transcribe'],
			/✗ Nothing says which meetings to transcribe\n {2}\S/,
		],
		['no such format', ['transcribe', 'x', '--format', 'pdf'], /text, markdown/],
		['no such day', ['meetings', '--from', '2026-02-30'], /✗ "2026-02-30" is not a date\n {2}\S/],
		['days the wrong way round', ['meetings', '--from', '2026-03-02', '--to', '2026-03-01'], /✗ /],
		['no such port', ['sandbox', '--port', 'x'], /✗ x is no port/],
	])('2 for %s', async (_, commandLine, message) => {
		const {stdout, stderr, exitCode} = await caller.run(commandLine);
		expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 2});
		expect(stderr).toMatch(message);
	});

	test('1 for somebody who is not there', async () => {
		const result = await caller.run(['meetings', '--user', 'nobody@northquay.example']);
		expect(result).toMatchObject({stdout: '', exitCode: 1});
		expect(result.stderr).toMatch(/^✗ .*\n {2}\S/);
	});

	test('3 when nothing is set up', async () => {
		const result = await runCommand(['users']);
		expect(result).toMatchObject({stdout: '', exitCode: 3});
		expect(result.stderr).toMatch(/✗ Zoom is not set up\n.*recscribe setup/);
	});

	test('3 for a half of the credentials, which is named', async () => {
		const result = await runCommand(['users'], {variables: {ZOOM_CLIENT_ID: 'x'}});
		expect(result).toMatchObject({stdout: '', exitCode: 3});
		expect(result.stderr).toContain('ZOOM_ACCOUNT_ID and ZOOM_CLIENT_SECRET');
	});

	test('3 for a wrong secret, which is not shown', async () => {
		const secret = 'notTheSecretAtAll';
		const variables = {...caller.variables, ZOOM_CLIENT_SECRET: secret};
		const result = await runCommand(['users', '--json'], {variables});
		expect(result).toMatchObject({stdout: '', exitCode: 3});
		expect(JSON.parse(result.stderr)).toMatchObject({code: 'not-allowed'});
		expect(result.stderr).not.toContain(secret);
	});

	test('3 for a missing scope, which is named', async () => {
		const poor = await startSandbox({scopes: ['user:read:list_users:admin']});
		try {
			const result = await runCommand(['meetings'], {variables: poor.environment});
			expect(result).toMatchObject({stdout: '', exitCode: 3});
			expect(result.stderr).toContain('cloud_recording:read:list_user_recordings');
		} finally {
			await poor.close();
		}
	});

	test('1 when nobody answers', async () => {
		const variables = {...caller.variables, ZOOM_OAUTH_URL: 'http://127.0.0.1:9'};
		const result = await runCommand(['users'], {variables, timeoutMs: 30_000});
		expect(result).toMatchObject({stdout: '', exitCode: 1});
		expect(result.stderr).toMatch(/✗ .*could not be reached/);
	});
});

describe('what is there to ask', () => {
	test('--version prints the version alone', async () => {
		const {stdout, stderr, exitCode} = await runCommand(['--version']);
		expect(stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
		expect({stderr, exitCode}).toEqual({stderr: '', exitCode: 0});
	});

	test('--help names every command', async () => {
		const {stdout, exitCode} = await runCommand(['--help']);
		expect(exitCode).toBe(0);
		const commands = ['setup', 'users', 'meetings', 'transcribe', 'zoom-transcript', 'sandbox'];
		for (const command of [
			...commands,
			'transcripts',
			'search',
			'outline',
			'config',
			'export',
			'delete',
		]) {
			expect(stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
		}
	});
});
