import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {
	createIsolatedEnvironment,
	type IsolatedEnvironment,
} from '../support/isolated-environment.ts';
import {runCommand} from '../support/run-command.ts';
import {type Caller, createCaller} from './caller.ts';

const srt =
	'1\r\n00:00:01,000 --> 00:00:02,500\r\nAda Moreau: Shall we start?\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nBo Lind: Yes.\r\n';

describe('for somebody without an account', () => {
	let environment: IsolatedEnvironment;

	beforeAll(() => {
		environment = createIsolatedEnvironment();
		writeFileSync(path.join(environment.home, 'talk.srt'), srt);
		writeFileSync(path.join(environment.home, 'notes.txt'), 'Dear Ada');
	});

	afterAll(() => environment.remove());

	const run = (...commandLine: readonly string[]) => runCommand(commandLine, {environment});

	test('recscribe open --plain writes a file from its beginning to its end', async () => {
		expect(await run('open', 'talk.srt', '--plain')).toMatchObject({
			exitCode: 0,
			stderr: '',
			stdout: [
				'Transcript of talk, 0:04, 2 speakers, 2 turns.',
				'Ada Moreau, 0:01:',
				'Shall we start?',
				'Bo Lind, 0:03:',
				'Yes.',
				'End of the transcript.',
				'',
			].join('\n'),
		});
	});

	test('recscribe open says what is no transcript, and that a screen needs a terminal', async () => {
		const notes = await run('open', 'notes.txt', '--plain');
		expect(notes).toMatchObject({exitCode: 1, stdout: ''});
		expect(notes.stderr).toMatch(/^✗ notes\.txt holds text without .*\n {2}Open a WebVTT or SRT/);
		const none = await run('open', 'none.vtt', '--plain');
		expect(none).toMatchObject({exitCode: 1});
		expect(none.stderr).toContain('none.vtt can’t be read: there is no such file');
		expect(await run('open', 'talk.srt')).toMatchObject({
			exitCode: 2,
			stderr: expect.stringMatching(/needs a terminal.*\n.*open TRANSCRIPT --plain/),
		});
	});

	test('recscribe export turns a file into any other format, and its own JSON back again', async () => {
		expect((await run('export', 'talk.srt', '--output', 'talk.docx')).stderr).toMatch(
			/✓ .*talk\.docx/,
		);
		expect(readFileSync(path.join(environment.home, 'talk.docx')).subarray(0, 2).toString()).toBe(
			'PK',
		);
		await run('export', 'talk.srt', '--output', 'talk.json');
		expect(await run('export', 'talk.json', '--format', 'text')).toMatchObject({
			exitCode: 0,
			stdout: '[0:01] Ada Moreau: Shall we start?\n[0:03] Bo Lind: Yes.\n',
		});
		await run('export', 'talk.srt', 'talk.json', '--format', 'vtt', '--output', 'out/');
		expect(readdirSync(path.join(environment.home, 'out')).toSorted()).toEqual([
			'talk (2).vtt',
			'talk.vtt',
		]);
		expect(await run('export', 'talk.srt', 'notes.txt', '--output', 'both.txt')).toMatchObject({
			exitCode: 2,
			stderr: expect.stringContaining('2 transcripts do not go into one file'),
		});
	});
});

describe('beside the library', () => {
	let caller: Caller;

	beforeAll(async () => {
		caller = await createCaller({mediaScale: 0.01});
		await caller.run(['transcribe', caller.sandbox.world.find('first-choice').uuid]);
		writeFileSync(path.join(caller.environment.home, 'talk.srt'), srt);
	});

	afterAll(() => caller.close());

	test('recscribe open --plain writes a transcript of the library', async () => {
		const {uuid} = caller.sandbox.world.find('first-choice');
		const {stdout, exitCode} = await caller.run(['open', uuid, '--plain']);
		expect(exitCode).toBe(0);
		expect(stdout).toMatch(
			/^Transcript of [\s\S]*?\sturns\.\nSpeaker A, 0:02:\nOkay, it's half past/,
		);
		expect(stdout).toMatch(/End of the transcript\.\n$/);
		const wrong = await caller.run(['open', 'nothing', '--plain']);
		expect(wrong).toMatchObject({exitCode: 1, stdout: ''});
		expect(wrong.stderr).toContain('The library has no transcript nothing');
	});

	test('recscribe export takes both together', async () => {
		const {uuid} = caller.sandbox.world.find('first-choice');
		const {exitCode, stderr} = await caller.run(['export', 'talk.srt', uuid, '--output', 'out/']);
		expect({exitCode, lines: stderr.trim().split('\n').length}).toEqual({exitCode: 0, lines: 2});
		const names = readdirSync(path.join(caller.environment.home, 'out'));
		expect(names.toSorted()).toEqual([expect.stringMatching(/^2026-\S+ .+\.txt$/), 'talk.txt']);
	});

	test('a JSON export, AssemblyAI’s response and subtitles of a transcript open again', async () => {
		const {uuid} = caller.sandbox.world.find('first-choice');
		const original = (await caller.run(['export', uuid])).stdout;
		for (const format of ['json', 'raw', 'srt', 'vtt']) {
			await caller.run(['export', uuid, '--format', format, '--output', `launch.${format}`]);
		}

		for (const name of ['launch.json', 'launch.raw']) {
			expect((await caller.run(['export', name])).stdout).toBe(original);
		}

		const wordsOf = (text: string) => text.replaceAll(/\[[\d:]+\] Speaker [A-Z]+:|\s/g, '');
		for (const name of ['launch.srt', 'launch.vtt']) {
			const {stdout} = await caller.run(['export', name]);
			expect(stdout).toMatch(/^\[0:02\] Speaker A: Okay, it's half past/);
			expect(wordsOf(stdout)).toBe(wordsOf(original));
		}
	});
});
