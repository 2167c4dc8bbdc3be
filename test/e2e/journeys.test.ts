import {readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {keys} from '../support/keys.ts';
import {openTerminal} from '../support/terminal.ts';
import {leftInTerminal} from './restored.ts';
import {createPerson, type Person} from './set-up.ts';

// Nothing is faked here: the sandbox of the program itself works for some seconds on a recording.
describe.concurrent('pressing only Enter leads to a transcript', () => {
	test('with --sandbox', async () => {
		await using terminal = openTerminal(['--sandbox']);
		await terminal.waitFor(/^ 14 people$/m);
		await terminal.press(keys.enter);
		await terminal.waitFor('which days?');
		await terminal.press(keys.enter);
		await terminal.waitFor(/^ \d+ meetings, newest first$/m);
		await terminal.press(keys.enter);
		await terminal.waitFor('0 of 1 done');
		await terminal.waitFor(/Speaker A {2}0:02.*\n.*half past/);
		expect(terminal.lines()[0]).toMatch(/Mobile check-in.* sandbox$/);
		await terminal.press(keys.space, keys.end);
		await terminal.waitFor('23:45 / 23:45 · 100%');
		await terminal.press(keys.ctrlC);
		expect((await terminal.exited).exitCode).toBe(130);
	});

	test('on a first run with nothing configured, by way of the sandbox', async () => {
		await using terminal = openTerminal([]);
		const {configFolder, dataFolder} = terminal.environment;
		await terminal.waitFor(/Try the sandbox +made-up meetings/);
		await terminal.press(keys.end, keys.enter);
		await terminal.waitFor(/^ 14 people$/m);
		expect(terminal.lines()[0]).toMatch(/sandbox$/);
		await terminal.press(keys.enter);
		await terminal.waitFor('which days?');
		await terminal.press(keys.enter);
		await terminal.waitFor(/^ \d+ meetings, newest first$/m);
		await terminal.press(keys.enter);
		await terminal.waitFor(/Speaker A {2}0:02.*\n.*half past/);
		await terminal.press('q', 'q');
		expect(await terminal.exited).toEqual({exitCode: 0, signal: undefined});
		expect(leftInTerminal(terminal)).toEqual([]);
		// Nothing of a real set-up is touched.
		const filesIn = (folder: string) =>
			readdirSync(folder).filter(name => statSync(path.join(folder, name)).isFile());
		expect([...filesIn(configFolder), ...filesIn(dataFolder)]).toEqual([]);
	});
});

describe('with both services set up', () => {
	let person: Person;

	beforeAll(async () => {
		person = await createPerson();
	});

	afterAll(() => person.close());

	test('keys that arrive in one piece are as many keys', async () => {
		await using terminal = await person.openAt('users');
		terminal.write(keys.down + keys.down + keys.enter);
		await terminal.waitFor('प्रिया शर्मा › which days?');
		terminal.write(keys.escape);
		await terminal.waitFor('whose recordings?');
		terminal.write(`/noah${keys.enter}jj${keys.enter}`);
		await terminal.waitFor(/Noah Okafor › \d/);
	});

	test('what is pasted is no keys', async () => {
		await using terminal = await person.openAt('users');
		terminal.paste(`jj${keys.enter}q`);
		await terminal.press(keys.down);
		await terminal.waitFor(/❯ +Łukasz/);
		expect(terminal.lines()[0]).toContain('whose recordings?');
	});

	test('another meeting is transcribed, read and saved', async () => {
		await using terminal = await person.openAt('meetings', {rows: 30});
		terminal.write(`/launch party${keys.enter}`);
		await terminal.waitFor(/ \/ 1\d:\d\d · 0%/);
		await terminal.press('.');
		await terminal.waitFor('Plain text');
		await terminal.press(keys.down, keys.down, keys.enter);
		await terminal.waitFor('✓ written to');
		expect(readdirSync(person.environment.home)).toContainEqual(
			expect.stringMatching(/ 🎉 Launch party & photo day 📸🚢\.srt$/u),
		);
		await terminal.press(keys.enter);
		await terminal.waitFor('Replace it?');
		await terminal.press('y');
		await terminal.waitFor('✓ written to');
		// One key at a time: an Esc and a character that come together would be Alt and that character.
		await terminal.press(keys.escape);
		await terminal.waitFor(/ \/ 1\d:\d\d · 0%/);
		await terminal.press('q');
		await terminal.waitFor('launch party');
		terminal.write(keys.escape + keys.escape);
		await terminal.waitFor('which days?');
	});

	test('where the terminal has widths of its own, a row that changes behind a name keeps the name', async () => {
		await person.transcribeFirstChoice();
		await using terminal = await person.openAt('transcript', {joinsClusters: false});
		terminal.resize(140, 24);
		await terminal.waitFor(/C is प्रिया शर्मा$/m);
		await terminal.press('i');
		await terminal.waitFor(/Overview[\s\S]*C is प्रिया शर्मा +\S/);
		// What stands beside the names begins where what stands above it does.
		const row = terminal.lines().findIndex(line => line.includes('C is प्रिया शर्मा'));
		const column = (terminal.lines()[row - 1]?.lastIndexOf('│') ?? 0) + 3;
		const line = terminal.emulator.buffer.active.getLine(row);
		expect(line?.translateToString(false, column - 3, column)).toBe('   ');
		expect(line?.translateToString(false, column)).toMatch(/^\S/);
	});

	test('recscribe open begins with a transcript, or says that there is none', async () => {
		await person.transcribeFirstChoice();
		const {environment, sandbox} = person;
		const {uuid} = sandbox.world.find('first-choice');
		const variables = sandbox.environment;
		await using terminal = openTerminal(['open', uuid], {environment, variables});
		await terminal.waitFor(/ \/ 23:45 · 0%/);
		terminal.write(keys.escape);
		await terminal.waitFor('whose recordings?');
		await using wrong = openTerminal(['open', 'nothing'], {environment, variables});
		expect(await wrong.exited).toMatchObject({exitCode: 1});
		expect(wrong.history()).toContain('The library has no transcript nothing');
	});
});
