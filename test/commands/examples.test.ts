import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {shapes} from '../../source/commands/json-shapes.ts';
import {preloaded} from '../support/preloaded.ts';
import {projectFolder} from '../support/program.ts';
import {type CommandResult, runCommand} from '../support/run-command.ts';
import {type Caller, createCaller} from './caller.ts';
import {examplesOf, readDocumentExamples, readHelpPages, readMentions} from './examples.ts';

let pages: ReadonlyMap<string, string>;
let caller: Caller;

beforeAll(async () => {
	pages = await readHelpPages();
	caller = await createCaller({mediaScale: 0.001});
});

afterAll(() => caller.close());

test('the help of every command begins with examples', () => {
	expect(pages.size).toBeGreaterThan(20);
	for (const [command, page] of pages) {
		expect(page, command).toMatch(/^Examples:\n {2}recscribe/);
	}
});

test('there are the commands and flags that documents mention', () => {
	const mentions = readMentions();
	expect(mentions.length).toBeGreaterThan(30);
	for (const mention of mentions) {
		const words = mention.split(' ').slice(1);
		const [first = '', second = ''] = words.filter(word => !word.startsWith('-'));
		const page = pages.get(`${first} ${second}`) ?? pages.get(first) ?? pages.get('');
		expect(/^[a-z-]+$/.test(first) ? pages.has(first) : true, mention).toBe(true);
		for (const flag of words.filter(word => word.startsWith('--'))) {
			expect(page, mention).toContain(flag);
		}
	}
});

const noTerminal = {exitCode: 2, stderr: /needs a terminal/};

const someFail = {exitCode: 1, stderr: /2 of \d+ failed/};

const noKeychain = {exitCode: 1, stderr: /no test’s business/};

/** What ends otherwise where nobody is at a terminal, or nothing was interrupted. */
const otherEnds: ReadonlyMap<string, {readonly exitCode: number; readonly stderr: RegExp}> =
	new Map([
		['recscribe', noTerminal],
		['recscribe --sandbox', noTerminal],
		['recscribe open 6f2a', noTerminal],
		['recscribe open talk.vtt', noTerminal],
		['recscribe --plain', {exitCode: 2, stderr: /terminal/}],
		['recscribe setup', {exitCode: 2, stderr: /terminal/}],
		['recscribe setup --keychain', noKeychain],
		['recscribe setup --env-file tokens.env --keychain', noKeychain],
		['recscribe setup --forget', {exitCode: 2, stderr: /--yes/}],
		['recscribe meetings --resume', {exitCode: 1, stderr: /./}],
		// Two of the sandbox's recordings are there to fail.
		['recscribe transcribe --from 2026-11-01 --all-users --output notes/', someFail],
		[
			'recscribe transcribe --from 2026-11-01 --all-users --format markdown --output notes/',
			someFail,
		],
		['recscribe delete 6f2a --here', {exitCode: 2, stderr: /--yes/}],
		['recscribe delete 6f2a --here --remote', {exitCode: 2, stderr: /--yes/}],
	]);

test('the examples of the documents and of every help do what they say', {
	timeout: 120_000,
}, async () => {
	const shell = await openShell();
	const examples = new Set([
		...readDocumentExamples(),
		...[...pages.values()].flatMap(page => examplesOf(page)),
	]);
	// It would end only when told, and has tests of its own.
	examples.delete('recscribe sandbox --port 8080');
	// What the others need goes last.
	const inOrder = [...examples].toSorted(
		(one, other) => Number(one.includes(' delete ')) - Number(other.includes(' delete ')),
	);
	expect(inOrder.length).toBeGreaterThan(50);
	const wrong: unknown[] = [];
	for (const example of inOrder) {
		const {exitCode, stdout, stderr} = await shell(example);
		const expected = otherEnds.get(example) ?? {exitCode: 0, stderr: /^/};
		if (exitCode !== expected.exitCode || !expected.stderr.test(stderr)) {
			wrong.push({example, exitCode, stdout, stderr});
		}
	}

	expect(wrong).toEqual([]);
});

/** A shell for somebody who has transcribed one meeting, in a fresh folder for each command line. */
async function openShell(): Promise<(example: string) => Promise<CommandResult>> {
	const {environment, sandbox, run} = caller;
	const folder = path.join(environment.home, 'bin');
	mkdirSync(folder);
	const program = path.join(projectFolder, 'bin', 'recscribe.js');
	const script = `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`;
	writeFileSync(path.join(folder, 'recscribe'), script, {mode: 0o755});
	for (const place of [
		'.local/share/bash-completion/completions',
		'.zfunc',
		'.config/fish/completions',
	]) {
		mkdirSync(path.join(environment.home, place), {recursive: true});
	}

	const {uuid} = sandbox.world.find('first-choice');
	await run(['transcribe', uuid]);
	const meeting = shapes.meeting.parse(await readJson('meetings', uuid));
	const [transcript] = shapes.transcripts.parse(await readJson('transcripts'));
	const [job] = shapes.jobs.parse(await readJson('jobs'));
	const real: ReadonlyMap<string, string> = new Map([
		['6f2a', transcript?.id.slice(0, 8) ?? ''],
		['1a2b', job?.id.slice(0, 8) ?? ''],
		['ID', meeting.recordingFiles.find(({fileType}) => fileType === 'M4A')?.id ?? ''],
		['https://zoom.us/rec/share/…', meeting.shareUrl ?? ''],
	]);
	const talk = 'WEBVTT\n\n00:01.000 --> 00:02.000\nAda Moreau: Hello\n';
	const tokens = Object.entries(sandbox.environment).map(([name, value]) => `${name} = ${value}\n`);
	return async example => {
		const workingFolder = mkdtempSync(path.join(environment.home, 'work-'));
		writeFileSync(path.join(workingFolder, 'tokens.env'), tokens.join(''));
		if (/ (?:open|export) talk\.vtt/.test(example)) {
			writeFileSync(path.join(workingFolder, 'talk.vtt'), talk);
		}

		const commandLine = example
			.split(' ')
			.map(word => real.get(word) ?? word)
			.join(' ');
		return runCommand(['-c', `set -o pipefail\n${commandLine}`], {
			command: 'bash',
			environment,
			variables: {
				...sandbox.environment,
				PATH: `${folder}:${process.env['PATH']}`,
				...(/keychain|forget/.test(example) && {
					...preloaded('preload-keychain.ts'),
					KEYCHAIN_PROBLEM: 'that is no test’s business',
				}),
			},
			workingFolder,
			stdin: `${uuid}\n`,
		});
	};

	async function readJson(...commandLine: readonly string[]): Promise<unknown> {
		const {stdout} = await run([...commandLine, '--json']);
		return JSON.parse(stdout);
	}
}
