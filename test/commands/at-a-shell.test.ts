import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {afterAll, beforeAll, describe, expect, onTestFinished, test} from 'vitest';
import {openLibrary} from '../../source/library/library.ts';
import {programVariables} from '../support/isolated-environment.ts';
import {keys} from '../support/keys.ts';
import {programArguments} from '../support/program.ts';
import {openTerminal} from '../support/terminal.ts';
import {type Caller, createCaller} from './caller.ts';

let caller: Caller;

beforeAll(async () => {
	caller = await createCaller();
});

afterAll(() => caller.close());

describe('at a terminal', () => {
	test('one live line says how it goes, and nothing is left of it', async () => {
		await using terminal = openTerminal(
			['transcribe', caller.sandbox.world.find('first-choice').uuid, '--output', 'talk.txt'],
			{environment: caller.environment, variables: caller.variables},
		);
		await terminal.waitFor(/^Mobile check-in: .*: sending .* of 23 MB · 0:0\d$/m);
		await terminal.exited;
		const file = path.join(caller.environment.home, 'talk.txt');
		expect(terminal.history().split('\n')).toEqual([
			expect.stringMatching(/^1 recording, 24 min: about \$0\.\d\d/),
			`✓ ${file}`,
		]);
		expect(readFileSync(file, 'utf8')).toContain('half past');
	});

	test.each(['cjk-topic', 'emoji-topic'] as const)(
		'the live line never breaks, however narrow the terminal is: %s',
		async tag => {
			await using terminal = openTerminal(
				['transcribe', '--again', caller.sandbox.world.find(tag).uuid, '--output', 'o/'],
				{environment: caller.environment, variables: caller.variables, columns: 40, rows: 12},
			);
			await terminal.exited;
			expect(terminal.history().replaceAll('\n', '')).toMatch(/^1 recording, [^✓]*✓ \S.*\.txt$/);
		},
	);
});

describe('interrupted while AssemblyAI is at work', () => {
	/** AssemblyAI does not answer the question whether it is done. */
	function keepWaiting(): void {
		const question = {service: 'assemblyai', method: 'GET', times: 1000} as const;
		const fault = caller.sandbox.inject(question, {type: 'silence', when: 'before'});
		onTestFinished(() => fault.remove());
	}

	test('SIGINT ends it with 130, and what has been paid for is on record', async () => {
		const {uuid} = caller.sandbox.world.find('passcode');
		keepWaiting();
		await using running = caller.start(['transcribe', uuid]);
		await running.waitForStderr(': transcribing');
		running.kill('SIGINT');
		expect(await running.exited).toMatchObject({stdout: '', exitCode: 130});
		const library = openLibrary(caller.environment.dataFolder);
		const [job] = await library.engine.list();
		library.close();
		expect(job).toMatchObject({
			meeting: {uuid},
			stage: 'waiting',
			transcriptId: caller.sandbox.submissions.at(-1)?.id,
		});
	});

	test('Ctrl+C at a terminal takes the live line away', async () => {
		keepWaiting();
		await using terminal = openTerminal(
			['transcribe', caller.sandbox.world.find('emoji-topic').uuid],
			{environment: caller.environment, variables: caller.variables},
		);
		await terminal.waitFor(': transcribing');
		await terminal.press(keys.ctrlC);
		expect(await terminal.exited).toMatchObject({exitCode: 130});
		// What the interrupted one before has left goes on here, and that is said.
		expect(terminal.screen()).toMatch(/^An unfinished transcription goes on\.(?:\n\^C)?$/);
	});
});

describe('where nobody reads any more', () => {
	/** The command with one of its outputs closed: what it writes to the other, and how it ends. */
	async function runHalfHeard(closed: 'stdout' | 'stderr', commandLine: readonly string[]) {
		const child = spawn(process.execPath, programArguments(commandLine), {
			env: programVariables(caller.environment, caller.variables),
			cwd: caller.environment.home,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let heard = '';
		child[closed === 'stdout' ? 'stderr' : 'stdout']
			.setEncoding('utf8')
			.on('data', (text: string) => {
				heard += text;
			});
		child[closed].destroy();
		await once(child, 'close');
		return {heard, exitCode: child.exitCode};
	}

	test('a result, that is no error: a reader has seen enough', async () => {
		expect(await runHalfHeard('stdout', ['users'])).toEqual({heard: '', exitCode: 0});
	});

	test('what is said beside it, the result comes all the same', async () => {
		const {uuid} = caller.sandbox.world.find('first-choice');
		const {heard, exitCode} = await runHalfHeard('stderr', ['transcribe', uuid]);
		expect(exitCode).toBe(0);
		expect(heard).toContain('half past');
		const failed = await runHalfHeard('stderr', ['export', 'no-such-transcript']);
		expect(failed).toEqual({heard: '', exitCode: 1});
	});
});

describe('recscribe sandbox', () => {
	test('prints what points any client at it, and ends when it is told to', async () => {
		await using running = caller.start(['sandbox']);
		const printed = await running.waitForStdout(/ASSEMBLYAI_API_KEY=.+\n/);
		await running.waitForStderr('Ctrl+C ends them');
		const variables = Object.fromEntries(
			Array.from(printed.matchAll(/^export (\w+)=(.*)$/gm), ([, name = '', value]) => [
				name,
				value,
			]),
		);
		const {stdout} = await caller.run(['users', '--json'], {variables});
		expect(stdout).toContain('ada.moreau@northquay.example');
		running.kill('SIGTERM');
		const {signal, exitCode} = await running.exited;
		expect([0, 143]).toContain(signal === null ? exitCode : 143);
	});

	test('takes the port it is given, and says when that is taken', async () => {
		await using running = caller.start(['sandbox', '--port', '0']);
		const printed = await running.waitForStdout(/ZOOM_API_URL=.+\n/);
		const port = /ZOOM_API_URL=http:\/\/127\.0\.0\.1:(\d+)/.exec(printed)?.[1] ?? '';
		const result = await caller.run(['sandbox', '--port', port]);
		expect(result).toMatchObject({stdout: '', exitCode: 1});
		expect(result.stderr).toMatch(/^✗ Port \d+ .* is taken\n {2}\S/);
		running.kill('SIGINT');
		await running.exited;
	});
});

test('--sandbox keeps to a library and settings of its own', async () => {
	const {stdout, exitCode} = await caller.run(['--sandbox', 'users', '--json'], {variables: {}});
	expect(exitCode).toBe(0);
	expect(JSON.parse(stdout)).toHaveLength(14);
});
