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
		meeting: await caller.run(['meetings', uuid, '--json']),
		transcribe: await caller.run(['transcribe', uuid, '--json']),
		transcripts: await caller.run(['transcripts', '--json']),
		search: await caller.run(['search', 'the', '--json']),
		outline: await caller.run(['outline', uuid, '--yes', '--json']),
		jobs: await caller.run(['jobs', '--json']),
		doctor: await caller.run(['doctor', '--json']),
		'config-list': await caller.run(['config', 'list', '--json']),
		'config-get': await caller.run(['config', 'get', 'speechModels', '--json']),
	};
	for (const [name, {stdout}] of Object.entries(documents)) {
		expect(JSON.parse(stdout), name).not.toEqual([]);
		expect(findFaults(name, stdout), name).toEqual([]);
		const key = /"(?:topic|email|overview|purpose|isSet)"/;
		expect(findFaults(name, stdout.replace(key, '"other"')), name).not.toEqual([]);
	}

	const {stderr} = await caller.run(['transcribe', 'nothing', '--json']);
	expect(findFaults('error', stderr.trimEnd().split('\n').at(-1) ?? '')).toEqual([]);
	const {stdout: schema} = await caller.run(['schema', 'meetings']);
	const shipped = path.join(projectFolder, 'dist', 'schemas', 'meetings.json');
	expect(schema).toBe(readFileSync(shipped, 'utf8'));
	expect(await caller.run(['schema', 'others'])).toMatchObject({stdout: '', exitCode: 2});
});

describe('--jsonl', () => {
	async function lines(...commandLine: readonly string[]): Promise<readonly unknown[]> {
		const {stdout, exitCode} = await caller.run([...commandLine, '--jsonl']);
		expect(exitCode).toBe(0);
		const found = stdout.trimEnd().split('\n');
		for (const line of found) {
			expect(findFaults('line', line), line).toEqual([]);
		}

		return found.map(line => z.unknown().parse(JSON.parse(line)));
	}

	test.each([
		['users', ['users']],
		['meetings', ['meetings']],
		['everybody’s meetings', ['meetings', '--all-users']],
		['transcripts', ['transcripts']],
		['finds', ['search', 'the']],
		['jobs', ['jobs']],
	])('prints as many %s as --json has', async (_, commandLine) => {
		const {stdout} = await caller.run([...commandLine, '--json']);
		const document = z.array(z.looseObject({})).parse(JSON.parse(stdout));
		const entries = (await lines(...commandLine)).map(line => {
			const {type, ...entry} = z.looseObject({type: z.string()}).parse(line);
			return entry;
		});
		expect(entries.length).toBeGreaterThan(0);
		expect(new Set(entries.map(entry => JSON.stringify(entry)))).toEqual(
			new Set(document.map(entry => JSON.stringify(entry))),
		);
	});

	test('tells what a job does before it tells what became of the meeting', async () => {
		const {uuid} = caller.sandbox.world.find('passcode');
		const told = await lines('transcribe', uuid, '--yes');
		expect(told.at(0)).toMatchObject({type: 'progress', meeting: {uuid}});
		expect(told.at(-2)).toMatchObject({type: 'progress', status: 'completed'});
		expect(told.at(-1)).toMatchObject({type: 'result', uuid, status: 'completed'});
		expect(await lines('transcribe', uuid)).toMatchObject([{type: 'result', uuid}]);
	});

	test('is for lists', async () => {
		const {uuid} = caller.sandbox.world.find('first-choice');
		const result = await caller.run(['meetings', uuid, '--jsonl']);
		expect(result).toMatchObject({stdout: '', exitCode: 2});
		expect(JSON.parse(result.stderr)).toMatchObject({code: 'usage'});
	});
});
