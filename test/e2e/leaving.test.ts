import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {DatabaseSync} from 'node:sqlite';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {keys} from '../support/keys.ts';
import {projectFolder} from '../support/program.ts';
import {runCommand} from '../support/run-command.ts';
import {openTerminal} from '../support/terminal.ts';
import {leftInTerminal} from './restored.ts';
import {createPerson, type Person} from './set-up.ts';

const program = `'${process.execPath}' '${path.join(projectFolder, 'bin', 'recscribe.js')}'`;

let person: Person;

beforeAll(async () => {
	person = await createPerson();
	await person.transcribeFirstChoice();
});

afterAll(() => person.close());

test('q ends with exit code 0, and the shell gets its terminal back', async () => {
	const {sandbox, environment} = person;
	await using terminal = openTerminal(['-c', `${program}; echo "exit code $?"; stty -a`], {
		command: '/bin/sh',
		environment,
		variables: sandbox.environment,
	});
	await terminal.waitFor(/^ 14 people$/m);
	terminal.write('q');
	await terminal.exited;
	expect(leftInTerminal(terminal)).toEqual([]);
	expect(terminal.history()).toContain('exit code 0');
	expect(terminal.history()).toMatch(/ icanon /);
	expect(terminal.history()).toMatch(/ echo /);
});

test.each(['SIGTERM', 'SIGHUP'] as const)('%s restores the terminal', async signal => {
	await using terminal = await person.openAt('users');
	terminal.kill(signal);
	expect((await terminal.exited).signal).toBe(signal);
	expect(leftInTerminal(terminal)).toEqual([]);
});

test('a crash shows its message on the normal screen', async () => {
	const database = new DatabaseSync(path.join(person.environment.dataFolder, 'library.db'));
	// No library of Recscribe's ever looks so: what comes of it is a bug.
	database.exec(`UPDATE transcripts SET request = 'no JSON'`);
	database.close();
	await using terminal = await person.openAt('dates');
	terminal.write(keys.enter);
	expect(await terminal.exited).toEqual({exitCode: 1, signal: undefined});
	expect(leftInTerminal(terminal)).toEqual([]);
	expect(terminal.history()).toContain('Recscribe has a bug and had to stop: ');
	const reports = path.join(person.environment.dataFolder, 'crashes');
	const [report = '', ...others] = readdirSync(reports);
	expect(others).toEqual([]);
	expect(terminal.history().replaceAll('\n', '')).toContain(path.join(reports, report));
	const text = readFileSync(path.join(reports, report), 'utf8');
	expect(JSON.parse(text)).toMatchObject({
		command: 'recscribe',
		name: 'SyntaxError',
		stack: expect.stringContaining('    at '),
		recent: expect.arrayContaining([expect.objectContaining({event: 'request'})]),
	});
	// What was quoted may be what somebody said.
	expect(text).not.toContain('no JSON');
});

describe('without a terminal', () => {
	test('the program says which command to use instead, with exit code 2', async () => {
		const result = await runCommand([]);
		expect(result).toMatchObject({stdout: '', exitCode: 2});
		expect(result.stderr).toContain('recscribe meetings --json');
		expect(result.stderr).not.toContain('\u001B');
	});

	test('to type into, it does not open the screen either', async () => {
		await using terminal = openTerminal(['-c', `${program} </dev/null`], {command: '/bin/sh'});
		expect(await terminal.exited).toMatchObject({exitCode: 2});
		expect(terminal.raw()).not.toContain('\u001B[?1049h');
		expect(terminal.screen()).toContain('recscribe meetings --json');
	});
});
