import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import * as z from 'zod';
import {type Caller, createCaller} from './caller.ts';

let caller: Caller;

beforeEach(async () => {
	caller = await createCaller({mediaScale: 0.01});
});

afterEach(() => caller.close());

const launch = () => caller.sandbox.world.find('first-choice').uuid;

function prefer(preferences: object): void {
	const file = path.join(caller.environment.configFolder, 'settings.json');
	writeFileSync(file, JSON.stringify({preferences}), {mode: 0o600});
}

test('what the flags ask for is what AssemblyAI is asked, over what is usual', async () => {
	prefer({language: 'es', keyterms: ['Northquay'], redactPii: ['location']});
	const {exitCode, stderr} = await caller.run([
		'transcribe',
		launch(),
		...['--language', 'en', '--speakers', '2-4', '--part', '0:10-1:00'],
		...['--redact-pii', 'person_name', '--models', 'universal-2'],
		...['--option', 'disfluencies=true', '--option', 'prompt=a = b'],
		...['--output', '-'],
	]);
	expect(stderr).toMatch(/^1 recording, 1 min: about \$0\.0\d \(prices of \d{4}-\d\d\)$/m);
	expect(exitCode).toBe(0);
	expect(caller.sandbox.submissions.map(({body}) => body)).toEqual([
		{
			audio_url: caller.sandbox.submissions[0]?.audioUrl,
			speech_models: ['universal-2'],
			speaker_labels: true,
			language_code: 'en',
			speaker_options: {min_speakers_expected: 2, max_speakers_expected: 4},
			keyterms_prompt: ['Northquay'],
			audio_start_from: 10_000,
			audio_end_at: 60_000,
			redact_pii: true,
			redact_pii_policies: ['person_name'],
			disfluencies: true,
			prompt: 'a = b',
		},
	]);
});

test('a parameter that AssemblyAI refuses is told in its own words', async () => {
	const {exitCode, stderr} = await caller.run([
		'transcribe',
		launch(),
		'--option',
		'speech_threshold=7',
	]);
	expect(exitCode).toBe(1);
	expect(stderr).toContain('speech_threshold must be between 0 and 1');
	expect(caller.sandbox.submissions).toEqual([]);
});

test.each([
	['--speakers', 'many', '“many” is no number of speakers'],
	['--part', '5m', '“5m” is no part of a recording'],
	['--language', 'German', '“German” is no code of a language'],
	['--option', 'fast', '“fast” is no parameter of AssemblyAI’s'],
])('%s %s is wrong usage, and costs nothing', async (flag, value, message) => {
	const {exitCode, stderr} = await caller.run(['transcribe', launch(), flag, value]);
	expect(exitCode).toBe(2);
	expect(stderr).toContain(message);
	expect(caller.sandbox.requests).toEqual([]);
});

describe('what costs more than the limit', () => {
	beforeEach(() => prefer({askAboveUsd: 0.01}));

	test('is not sent where nobody can be asked', async () => {
		const {exitCode, stderr} = await caller.run(['transcribe', launch()]);
		expect(exitCode).toBe(2);
		expect(stderr).toContain('✗ That is more than $0.01, above which Recscribe asks first');
		expect(stderr).toContain('--yes');
		expect(caller.sandbox.submissions).toEqual([]);
	});

	test('is sent with --yes, and what has a transcript costs nothing', async () => {
		const first = await caller.run(['transcribe', launch(), '--yes']);
		expect(first.exitCode).toBe(0);
		const second = await caller.run(['transcribe', launch()]);
		expect(second).toMatchObject({exitCode: 0, stdout: first.stdout});
		expect(second.stderr).not.toContain('$');
		expect(caller.sandbox.submissions).toHaveLength(1);
	});
});

test('the month’s limit stops the job before it is paid for, and says so', async () => {
	prefer({monthlyLimitUsd: 0.01});
	const {exitCode, stderr} = await caller.run(['transcribe', launch()]);
	expect(exitCode).toBe(1);
	expect(stderr).toContain('The limit of $0.01 a month would be passed');
	expect(caller.sandbox.submissions).toEqual([]);
});

test('AssemblyAI’s copy is deleted where that is wanted, for one run or always', async () => {
	const deletions = () =>
		caller.sandbox.requests.filter(({method}) => method === 'DELETE').map(({path}) => path);
	const {exitCode} = await caller.run(['transcribe', launch(), '--delete-remote']);
	expect(exitCode).toBe(0);
	expect(deletions()).toEqual([`/v2/transcript/${caller.sandbox.submissions[0]?.id}`]);

	prefer({deleteRemote: true});
	await caller.run(['transcribe', launch(), '--again', '--no-delete-remote']);
	expect(deletions()).toHaveLength(1);
	await caller.run(['transcribe', launch(), '--again']);
	expect(deletions()).toHaveLength(2);
});

test('what a job that is given up has left at AssemblyAI is deleted with it', async () => {
	await caller.close();
	caller = await createCaller({processingMs: 600_000, mediaScale: 0.01});
	const running = caller.start(['transcribe', launch()]);
	await running.waitForStderr(': transcribing');
	running.kill('SIGINT');
	await running.exited;
	const {stdout} = await caller.run(['jobs', '--json']);
	const [job] = z.array(z.object({id: z.string()})).parse(JSON.parse(stdout));
	const id = job?.id ?? '';
	const cancelled = await caller.run(['jobs', '--cancel', id]);
	expect(cancelled.stderr).toContain(`--cancel ${id.slice(0, 8)} --delete-remote`);
	const deleted = await caller.run(['jobs', '--cancel', id, '--delete-remote']);
	expect(deleted.stderr).toContain('AssemblyAI’s copy is deleted');
	expect(caller.sandbox.requests.filter(({method}) => method === 'DELETE')).toHaveLength(1);
	const alone = await caller.run(['jobs', '--delete-remote']);
	expect(alone.exitCode).toBe(2);
});
