import {readFileSync} from 'node:fs';
import path from 'node:path';
import {Readable} from 'node:stream';
import {Ajv2020 as Ajv} from 'ajv/dist/2020.js';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import * as z from 'zod';
import {readReferences} from '../../source/commands/read-references.ts';
import {projectFolder} from '../support/program.ts';
import {type Caller, createCaller} from './caller.ts';

const ajv = new Ajv({
	allErrors: true,
	strict: true,
	strictTypes: false,
	formats: {'date-time': true},
});

/** What of a document is not as the shipped schema of this name says. */
function findFaults(name: string, document: string): unknown {
	const file = path.join(projectFolder, 'dist', 'schemas', `${name}.json`);
	const validate = ajv.compile(
		z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8'))),
	);
	return validate(JSON.parse(document)) ? [] : validate.errors;
}

let caller: Caller;

beforeAll(async () => {
	caller = await createCaller({mediaScale: 0.001});
});

afterAll(() => caller.close());

describe('an error under --json', () => {
	test.each([
		[['meetings', '--json', '--from', 'soon'], 2, {code: 'usage', hint: expect.any(String)}],
		[['meetings', '--json', '--user', 'nobody@example.com'], 1, {code: 'not-found'}],
		[['export', '--json'], 2, {code: 'usage'}],
	])('is one object on standard error: %j', async (commandLine, exitCode, error) => {
		const result = await caller.run(commandLine);
		expect(result).toMatchObject({stdout: '', exitCode});
		const lines = result.stderr.trimEnd().split('\n');
		expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
			message: expect.not.stringMatching(/^error:/),
			...error,
		});
		expect(lines.filter(line => line.startsWith('✗'))).toEqual([]);
	});
});

test('meetings come from standard input, and --quiet says nothing of them', async () => {
	const {uuid, number} = caller.sandbox.world.find('first-choice');
	const stdin = `# of this week\n\n${uuid}\r\n${uuid}\n`;
	const quiet = await caller.run(['transcribe', '-', '--quiet', '--json'], {stdin});
	expect(quiet).toMatchObject({stderr: '', exitCode: 0});
	expect(JSON.parse(quiet.stdout)).toMatchObject([{uuid, status: 'completed'}]);
	expect(caller.sandbox.submissions).toHaveLength(1);
	const wrong = await caller.run(['transcribe', '-'], {stdin: `${number}\nthe one of Monday\n`});
	expect(wrong).toMatchObject({stdout: '', exitCode: 2});
	expect(wrong.stderr).toContain('Line 2 of standard input names no meeting: the one of Monday');
});

test.each([
	['', [], []],
	['a', ['-'], ['a']],
	[
		'# no\n\n  a1b2== \nhttps://zoom.us/rec/share/x\n812 3456 7890\na1b2==',
		['-', 'z', '-'],
		['a1b2==', 'https://zoom.us/rec/share/x', '812 3456 7890', 'z'],
	],
] as const)('of %j, %j are %j', async (input, named, expected) => {
	expect(await readReferences(named, Readable.from([input]))).toEqual(expected);
});

test('--no-input asks nothing, and names the flag instead', async () => {
	const {stderr, exitCode} = await caller.run(['--no-input']);
	expect(exitCode).toBe(2);
	expect(stderr).toContain('recscribe --help');
	expect(await caller.run(['setup', '--no-input'])).toMatchObject({exitCode: 2});
});

test('config saves what is no secret, and says what holds', async () => {
	expect(await caller.run(['config', 'set', 'monthlyLimitUsd', '50'])).toMatchObject({exitCode: 0});
	expect(await caller.run(['config', 'get', 'monthlyLimitUsd'])).toMatchObject({stdout: '50\n'});
	const {stdout} = await caller.run(['config', 'list', '--json']);
	expect(JSON.parse(stdout)).toContainEqual({name: 'monthlyLimitUsd', value: 50, isSet: true});
	expect(JSON.parse(stdout)).toContainEqual({name: 'askAboveUsd', value: 5, isSet: false});
	expect(stdout).not.toContain(caller.variables['ASSEMBLYAI_API_KEY']);
	const wrong = await caller.run(['config', 'set', 'audio', 'pigeon', '--json']);
	expect(wrong).toMatchObject({stdout: '', exitCode: 2});
});

test('every document is as its shipped schema says', async () => {
	const {uuid} = caller.sandbox.world.find('first-choice');
	const documents = {
		users: await caller.run(['users', '--json']),
		meetings: await caller.run(['meetings', '--json']),
		transcribe: await caller.run(['transcribe', uuid, '--json']),
		transcripts: await caller.run(['transcripts', '--json']),
		search: await caller.run(['search', 'the', '--json']),
		outline: await caller.run(['outline', uuid, '--yes', '--json']),
	};
	for (const [name, {stdout}] of Object.entries(documents)) {
		expect(JSON.parse(stdout), name).not.toEqual([]);
		expect(findFaults(name, stdout), name).toEqual([]);
		expect(
			findFaults(
				name,
				stdout
					.replace('"topic"', '"theme"')
					.replace('"email"', '"mail"')
					.replace('"overview"', '"over"'),
			),
			name,
		).not.toEqual([]);
	}

	const {stderr} = await caller.run(['transcribe', 'nothing', '--json']);
	expect(findFaults('error', stderr.trimEnd().split('\n').at(-1) ?? '')).toEqual([]);
});
