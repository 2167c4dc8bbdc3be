import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import * as z from 'zod';
import {type Caller, createCaller} from './caller.ts';

const results = z.array(z.object({uuid: z.string(), transcriptId: z.string()}));

let caller: Caller;
let launchId: string;

const launch = () => caller.sandbox.world.find('first-choice').uuid;
const home = (...names: readonly string[]) => path.join(caller.environment.home, ...names);

beforeAll(async () => {
	caller = await createCaller({mediaScale: 0.01});
	const segments = caller.sandbox.world.find('several-segments').uuid;
	const {stdout} = await caller.run(['transcribe', launch(), '--json']);
	launchId = results.parse(JSON.parse(stdout))[0]?.transcriptId ?? '';
	await caller.run(['transcribe', segments, '--segments']);
});

afterAll(() => caller.close());

describe('recscribe export', () => {
	test('knows a transcript by its id, by how that begins, and by its meeting', async () => {
		const requests = caller.sandbox.requests.length;
		const byId = await caller.run(['export', launchId]);
		expect(byId).toMatchObject({exitCode: 0, stderr: ''});
		expect(byId.stdout).toMatch(/^\[0:02\] Speaker A: Okay, it's half past/);
		const beginning = launchId.slice(0, 10);
		expect((await caller.run(['export', beginning])).stdout).toBe(byId.stdout);
		expect((await caller.run(['export', launch()])).stdout).toBe(byId.stdout);
		expect(caller.sandbox.requests).toHaveLength(requests);
	});

	test.each(['nothing-like-it', ''])('says that there is no transcript %j', async reference => {
		const result = await caller.run(['export', reference]);
		expect(result).toMatchObject({stdout: '', exitCode: 1});
		expect(result.stderr).toMatch(
			/^✗ The library has no transcript.*\n {2}.*recscribe transcripts/,
		);
	});

	test('has the format’s own options', async () => {
		const plain = ['export', launchId, '--no-timestamps', '--no-speaker-names'];
		expect((await caller.run(plain)).stdout).toMatch(/^Okay, it's half past/);
		const sentences = await caller.run(['export', launchId, '--unit', 'sentence']);
		const turns = await caller.run(['export', launchId]);
		expect(sentences.stdout.split('\n').length).toBeGreaterThan(turns.stdout.split('\n').length);
		const words = await caller.run(['export', launchId, '--format', 'csv', '--unit', 'word']);
		expect(words.stdout).toMatch(/^start,end,startMs,endMs,speaker,text,confidence\r\n.*Okay,?"?,/);
		const bare = ['export', launchId, '--format', 'markdown', '--no-header'];
		expect((await caller.run(bare)).stdout).not.toMatch(/^---/);
	});

	test('takes the format from the file’s name', async () => {
		await caller.run(['export', launchId, '--output', 'talk.srt']);
		expect(readFileSync(home('talk.srt'), 'utf8')).toMatch(/^1\n00:00:0/);
		const again = await caller.run(['export', launchId, '--output', 'talk.srt']);
		expect(again).toMatchObject({exitCode: 1});
		expect(again.stderr).toContain('--overwrite');
	});

	test('--all goes into a folder, segments as one, under names from the template', async () => {
		mkdirSync(home('notes'));
		const commandLine = [
			'export',
			'--all',
			'--output',
			'notes',
			'--name',
			'{topic} {speaker-count}',
		];
		const {stderr, exitCode} = await caller.run(commandLine);
		expect(exitCode).toBe(0);
		const names = readdirSync(home('notes'));
		expect(names).toHaveLength(2);
		expect(stderr.match(/^✓ /gm)).toHaveLength(2);
		expect(names.toSorted()[0]).toMatch(/^.* \d+\.txt$/);
		const [first = ''] = names;
		writeFileSync(home('notes', first), 'mine');
		await caller.run(commandLine);
		expect(readFileSync(home('notes', first), 'utf8')).toBe('mine');
		expect(readdirSync(home('notes'))).toHaveLength(4);
		await caller.run([...commandLine, '--overwrite']);
		expect(readFileSync(home('notes', first), 'utf8')).not.toBe('mine');
		expect(readdirSync(home('notes'))).toHaveLength(4);
	});

	test.each([
		['nothing', [], 'Nothing says what to export'],
		['--all with others', ['x', '--all'], 'contradict'],
		['several without a folder', ['--all'], 'Several transcripts go into a folder'],
		['a template without a folder', ['--all', '--name', '{topic}'], '--name is for'],
		['a field that there is not', ['--all', '--output', 'x/', '--name', '{x}'], 'no such field'],
		['an option that the format has not', ['x', '--format', 'json', '--unit', 'turn'], '--unit'],
	])('2 for %s', async (_, commandLine, message) => {
		const result = await caller.run(['export', ...commandLine]);
		expect(result).toMatchObject({stdout: '', exitCode: 2});
		expect(result.stderr).toContain(message);
	});
});

test('transcribe and zoom-transcript write with the same options', async () => {
	const flags = ['--no-timestamps', '--no-speaker-names'];
	const transcribed = await caller.run(['transcribe', launch(), ...flags]);
	expect(transcribed.stdout).toMatch(/^Okay, it's half past/);
	const name = ['--output', 'zoom/', '--name', 'Zoom of {topic}'];
	expect(await caller.run(['zoom-transcript', launch(), ...flags, ...name])).toMatchObject({
		exitCode: 0,
	});
	const [file = ''] = readdirSync(home('zoom'));
	expect(file).toMatch(/^Zoom of .*\.txt$/);
	expect(readFileSync(home('zoom', file), 'utf8')).not.toMatch(/^\[0:/);
});
