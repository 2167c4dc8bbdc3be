import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import * as z from 'zod';
import {type Caller, createCaller} from './caller.ts';
import {errorOf} from './error-of.ts';

let caller: Caller;

beforeAll(async () => {
	caller = await createCaller();
});

afterAll(() => caller.close());

const launch = () => caller.sandbox.world.find('first-choice').uuid;
const silent = () => caller.sandbox.world.find('silent').uuid;
const failing = () => caller.sandbox.world.find('fails-at-assemblyai').uuid;

/** How many jobs AssemblyAI would have to be paid for since `before`. */
async function submissionsDuring(act: () => Promise<unknown>): Promise<number> {
	const before = caller.sandbox.submissions.length;
	await act();
	return caller.sandbox.submissions.length - before;
}

const completed = z.object({
	uuid: z.string(),
	id: z.string(),
	topic: z.string(),
	startTime: z.iso.datetime(),
	status: z.literal('completed'),
	transcriptId: z.string(),
	recordingFiles: z.tuple([z.object({id: z.string(), transcriptId: z.string()}).strict()]),
	path: z.string().nullable(),
});

test('prints the transcript alone on stdout, and how it goes on stderr', async () => {
	const {stdout, stderr, exitCode} = await caller.run(['transcribe', launch(), '--output', '-']);
	expect(exitCode).toBe(0);
	const lines = stdout.trimEnd().split('\n');
	expect(lines[0]).toMatch(/^\[0:02\] Speaker A: Okay, it's half past/);
	expect(lines.every(line => /^\[\d+:\d\d\] Speaker [A-C]: \S/.test(line))).toBe(true);
	const topic = 'Mobile check-in: ready for the launch?';
	expect(
		stderr
			.split('\n')
			.filter(line => !line.includes('in line at') && !line.endsWith(': transcribing')),
	).toEqual([
		expect.stringMatching(/^1 recording, \d+ min: about \$0\.\d\d \(price assumed\)$/),
		`${topic}: in line`,
		`${topic}: asking Zoom for the audio`,
		expect.stringMatching(/: sending .* of 23 MB$/),
		`${topic}: handing over to AssemblyAI`,
		`${topic}: done`,
		'',
	]);
});

test('what has a transcript is not sent again, unless --again says so', async () => {
	const again = await submissionsDuring(async () => {
		const {stdout, stderr, exitCode} = await caller.run(['transcribe', launch()]);
		expect({stderr, exitCode}).toEqual({stderr: '', exitCode: 0});
		expect(stdout).toContain('half past');
	});
	expect(again).toBe(0);
	const paid = await submissionsDuring(() => caller.run(['transcribe', '--again', launch()]));
	expect(paid).toBe(1);
});

test('a meeting number stands for its latest recording', async () => {
	const {number} = caller.sandbox.world.find('first-choice');
	const {stdout, exitCode} = await caller.run(['transcribe', String(number)]);
	expect(exitCode).toBe(0);
	expect(stdout).toContain('half past');
});

describe('--output', () => {
	test('a folder, made on the way: the name is the meeting’s, and never one that is taken', async () => {
		const {environment} = caller;
		const commandLine = ['transcribe', launch(), '--output', 'new/folder/', '--format', 'srt'];
		const {stdout, stderr, exitCode} = await caller.run(commandLine);
		expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 0});
		const folder = path.join(environment.home, 'new', 'folder');
		const [name = '', ...others] = readdirSync(folder);
		expect(others).toEqual([]);
		expect(name).toMatch(/^\d{4}-\d\d-\d\d Mobile check-in.*\.srt$/);
		expect(stderr).toBe(`✓ ${path.join(folder, name)}\n`);
		expect(readFileSync(path.join(folder, name), 'utf8')).toMatch(/^1\n00:00:0/);
		await caller.run(commandLine);
		expect(readdirSync(folder)).toHaveLength(2);
	});

	test('a file that is there already is left alone, unless --overwrite says so', async () => {
		const file = path.join(caller.environment.home, 'mine.txt');
		writeFileSync(file, 'mine');
		const refused = await caller.run(['transcribe', launch(), '--output', 'mine.txt']);
		expect(refused).toMatchObject({stdout: '', exitCode: 1});
		expect(refused.stderr).toMatch(/^✗ .*mine\.txt is there already\n {2}.*--overwrite/);
		expect(readFileSync(file, 'utf8')).toBe('mine');
		const commandLine = ['transcribe', launch(), '--output', 'mine.txt', '--overwrite'];
		expect(await caller.run(commandLine)).toMatchObject({exitCode: 0});
		expect(readFileSync(file, 'utf8')).toContain('half past');
	});

	test('several transcripts do not go into one file, and nothing is paid for', async () => {
		const paid = await submissionsDuring(async () => {
			const result = await caller.run(['transcribe', launch(), silent(), '--output', 'one.txt']);
			expect(result).toMatchObject({stdout: '', exitCode: 2});
			expect(result.stderr).toContain('--output one.txt/');
		});
		expect(existsSync(path.join(caller.environment.home, 'one.txt'))).toBe(false);
		expect(paid).toBe(0);
	});

	test('a folder that can’t be written is a failure with a reason', async () => {
		mkdirSync(path.join(caller.environment.home, 'blocked'));
		writeFileSync(path.join(caller.environment.home, 'blocked', 'file'), '');
		const result = await caller.run([
			'transcribe',
			launch(),
			'--output',
			'blocked/file/deeper.txt',
		]);
		expect(result).toMatchObject({stdout: '', exitCode: 1});
		expect(result.stderr).toMatch(/^✗ .*can’t be written.*\n {2}\S/);
	});
});

describe('--json', () => {
	test('prints the transcript within one document', async () => {
		const {stdout, exitCode} = await caller.run(['transcribe', launch(), '--json']);
		expect(exitCode).toBe(0);
		const [result] = z
			.tuple([completed.extend({transcript: z.record(z.string(), z.unknown())})])
			.parse(JSON.parse(stdout));
		expect(result).toMatchObject({uuid: launch(), path: null});
		expect(result.transcript).toMatchObject({version: 1, meeting: {uuid: launch()}});
	});

	test('with a folder says which file each went to', async () => {
		const {stdout} = await caller.run(['transcribe', launch(), '--json', '--output', 'told/']);
		const [result] = z.tuple([completed.strict()]).parse(JSON.parse(stdout));
		expect(existsSync(result.path ?? '')).toBe(true);
	});

	test('says of each meeting what became of it, failures included', async () => {
		const {stdout, stderr, exitCode} = await caller.run([
			...['transcribe', '--json', '--output', 'both/'],
			...[failing(), silent()],
		]);
		expect(exitCode).toBe(1);
		const results: unknown = JSON.parse(stdout);
		expect(results).toEqual([
			{
				uuid: failing(),
				id: expect.any(String),
				topic: 'Load test debrief',
				startTime: expect.any(String),
				status: 'failed',
				error: {
					code: 'failed',
					message: expect.stringContaining('does not appear to contain audio'),
					hint: expect.any(String),
				},
			},
			expect.objectContaining({uuid: silent(), status: 'completed'}),
		]);
		expect(errorOf({stderr}).message).toContain('1 of 2 failed:\n  Load test debrief: ');
	});
});

describe('what goes wrong', () => {
	test('a recording that AssemblyAI fails at: exit code 1, and why', async () => {
		const {stdout, stderr, exitCode} = await caller.run(['transcribe', failing()]);
		expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 1});
		expect(stderr).toMatch(
			/✗ AssemblyAI could not transcribe it: .*\n {2}.*Failed transcriptions are not charged\./,
		);
	});

	test('a wrong reference among several costs nothing', async () => {
		const paid = await submissionsDuring(async () => {
			const result = await caller.run(['transcribe', '--again', launch(), '123456789']);
			expect(result).toMatchObject({stdout: '', exitCode: 1});
			expect(result.stderr).toMatch(/^✗ /);
		});
		expect(paid).toBe(0);
	});

	test('a recording that Zoom has not finished', async () => {
		const {uuid} = caller.sandbox.world.find('processing');
		const result = await caller.run(['transcribe', uuid]);
		expect(result).toMatchObject({stdout: '', exitCode: 1});
		expect(result.stderr).toMatch(/✗ Zoom is still processing this recording\n {2}\S/);
	});

	test('a meeting that the app may not see: exit code 3', async () => {
		const {uuid} = caller.sandbox.world.find('no-permission');
		expect(await caller.run(['transcribe', uuid])).toMatchObject({stdout: '', exitCode: 3});
	});
});

test('a silent recording is an empty transcript, not a failure', async () => {
	const {stdout, exitCode} = await caller.run(['transcribe', silent()]);
	expect({stdout, exitCode}).toEqual({stdout: '', exitCode: 0});
});

test('--audio direct sends a link, and no bytes', async () => {
	const before = caller.sandbox.requests.length;
	const {uuid} = caller.sandbox.world.find('uuid-with-slashes');
	const {stdout, exitCode} = await caller.run(['transcribe', uuid, '--audio', 'direct']);
	expect(exitCode).toBe(0);
	expect(stdout).toMatch(/^\[0:\d\d\] /);
	const requests = caller.sandbox.requests.slice(before);
	expect(requests.map(({path: requested}) => requested)).not.toContain('/v2/upload');
});
