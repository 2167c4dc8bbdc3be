import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type * as z from 'zod';
import {shapes} from '../../source/commands/json-shapes.ts';
import {toDay} from '../../source/zoom/date-range.ts';
import {type Caller, createCaller} from './caller.ts';

let caller: Caller;

const launch = () => caller.sandbox.world.find('first-choice');

async function list(): Promise<z.infer<typeof shapes.transcripts>> {
	const {stdout, stderr, exitCode} = await caller.run(['transcripts', '--json']);
	expect({stderr, exitCode}).toEqual({stderr: '', exitCode: 0});
	return shapes.transcripts.parse(JSON.parse(stdout));
}

async function searchFor(...commandLine: readonly string[]) {
	const {stdout, exitCode} = await caller.run(['search', '--json', ...commandLine]);
	expect(exitCode).toBe(0);
	return shapes.search.parse(JSON.parse(stdout));
}

beforeAll(async () => {
	caller = await createCaller({mediaScale: 0.01});
	const empty = await caller.run(['transcripts']);
	expect(empty).toMatchObject({stdout: '', stderr: 'Nothing was transcribed yet.\n', exitCode: 0});
	await caller.run(['transcribe', launch().uuid]);
});

afterAll(() => caller.close());

test('transcripts lists what was transcribed, and asks nobody', async () => {
	const requests = caller.sandbox.requests.length;
	const [only, ...others] = await list();
	expect(others).toEqual([]);
	expect(only).toMatchObject({
		meeting: {uuid: launch().uuid, topic: launch().topic},
		languageCode: 'en',
		remoteDeletedAt: null,
	});
	expect(only?.speakers.length).toBeGreaterThan(1);
	const {stdout} = await caller.run(['transcripts']);
	expect(stdout).toMatch(
		new RegExp(`^${only?.id.slice(0, 8)} {2}\\w{3} .* {2}24 min {2}\\d speakers {2}en`),
	);
	expect(stdout.trimEnd().endsWith(launch().topic)).toBe(true);
	expect(caller.sandbox.requests).toHaveLength(requests);
});

test('outline asks AssemblyAI once, and only with a word for it', async () => {
	const {id} = (await list())[0] ?? {id: ''};
	const refused = await caller.run(['outline', id]);
	expect(refused).toMatchObject({stdout: '', exitCode: 2});
	expect(refused.stderr).toContain('--yes');
	const {stdout, exitCode} = await caller.run(['outline', id.slice(0, 8), '--yes']);
	expect({stdout, exitCode}).toMatchObject({
		stdout: expect.stringMatching(/^## Outline\n\n- `\d+:\d\d` \*\*.*[\s\S]*## To do/),
		exitCode: 0,
	});
	const again = await caller.run(['outline', id, '--json']);
	expect(JSON.parse(again.stdout)).toMatchObject({sections: expect.any(Array)});
	expect(caller.sandbox.understandings).toEqual([id]);
});

describe('recscribe search', () => {
	test('finds what was said, with who said it and when', async () => {
		const [first] = await searchFor('"half past"');
		expect(first).toMatchObject({meeting: {uuid: launch().uuid}, utterance: 0, speaker: 'A'});
		expect(first?.snippetParts.find(({isMatch}) => isMatch)?.text).toMatch(/half/);
		const {stdout} = await caller.run(['search', '"half past"']);
		expect(stdout).toMatch(/^\w{3} .*\n {5}0:02 {2}Speaker A: .*half past/);
	});

	test('can be narrowed to a speaker and to days', async () => {
		const everybody = await searchFor('the');
		const one = await searchFor('the', '--speaker', 'B');
		expect(one.length).toBeGreaterThan(0);
		expect(one.length).toBeLessThan(everybody.length);
		expect(new Set(one.map(({speaker}) => speaker))).toEqual(new Set(['B']));
		expect(await searchFor('the', 'speaker:b')).toEqual(one);
		const day = toDay(launch().start);
		expect(await searchFor('the', '--from', day, '--to', day)).toEqual(everybody);
		expect(await searchFor('the', '--to', '2019-01-01')).toEqual([]);
		expect(await searchFor('the', '--limit', '2')).toHaveLength(2);
	});

	test('says it when nothing was found, which is no failure', async () => {
		expect(await caller.run(['search', 'xylophones'])).toMatchObject({
			stdout: '',
			stderr: expect.stringContaining('Nothing like that was said'),
			exitCode: 0,
		});
	});

	test.each([
		[['speaker:ada'], 'no word to search for'],
		[['x', '--from', 'yesterday'], 'is not a date'],
		[['x', '--limit', '0'], 'whole number'],
		[[], 'missing required argument'],
	])('2 for %j', async (commandLine, message) => {
		const result = await caller.run(['search', ...commandLine]);
		expect(result).toMatchObject({stdout: '', exitCode: 2});
		expect(result.stderr).toContain(message);
	});
});

describe('recscribe delete', () => {
	test.each([
		[['--here'], '--yes'],
		[['--yes'], '--here'],
	])('with %j alone deletes nothing when nobody can be asked', async (flags, hint) => {
		const result = await caller.run(['delete', launch().uuid, ...flags]);
		expect(result).toMatchObject({stdout: '', exitCode: 2});
		expect(result.stderr).toContain(hint);
		expect(await list()).toHaveLength(1);
	});

	test('a wrong one among several deletes nothing', async () => {
		const result = await caller.run(['delete', launch().uuid, 'nope', '--here', '--yes']);
		expect(result).toMatchObject({exitCode: 1});
		expect(await list()).toHaveLength(1);
	});

	test('--remote deletes AssemblyAI’s copy and keeps ours, which the list then says', async () => {
		const [{id = ''} = {}] = await list();
		const result = await caller.run(['delete', id.slice(0, 6), '--remote', '--yes']);
		expect(result).toMatchObject({exitCode: 0});
		expect(result.stderr).toContain('is deleted at AssemblyAI');
		const deletions = caller.sandbox.requests.filter(({method}) => method === 'DELETE');
		expect(deletions.map(({path}) => path)).toEqual([`/v2/transcript/${id}`]);
		expect((await list())[0]?.remoteDeletedAt).not.toBeNull();
		expect((await caller.run(['transcripts'])).stdout).toContain('deleted at AssemblyAI');
	});

	test('nothing is deleted here when AssemblyAI can’t be reached', async () => {
		const fault = caller.sandbox.inject(
			{service: 'assemblyai', method: 'DELETE', times: 99},
			{type: 'answer', status: 400},
		);
		const result = await caller.run(['delete', launch().uuid, '--here', '--remote', '--yes']);
		fault.remove();
		expect(result).toMatchObject({exitCode: 1});
		expect(await list()).toHaveLength(1);
	});

	test('--here deletes ours, and the meeting can be transcribed anew', async () => {
		await caller.run(['delete', launch().uuid, '--here', '--yes']);
		expect(await list()).toEqual([]);
		expect(await searchFor('the')).toEqual([]);
		const submissions = caller.sandbox.submissions.length;
		expect(await caller.run(['transcribe', launch().uuid])).toMatchObject({exitCode: 0});
		expect(caller.sandbox.submissions).toHaveLength(submissions + 1);
	});
});

test('the newest meeting stands first, whenever it was transcribed', async () => {
	const older = caller.sandbox.world.find('several-segments');
	await caller.run(['transcribe', older.uuid]);
	const starts = (await list()).map(({meeting: {startTime}}) => startTime);
	expect(starts).toEqual([launch().start, older.start].map(start => start.toISOString()));
});
