import {execFileSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {keys} from '../support/keys.ts';
import {projectFolder} from '../support/program.ts';
import {type OpenTerminal, openTerminal} from '../support/terminal.ts';
import {leftInTerminal} from './restored.ts';
import {createPerson, type Person} from './set-up.ts';

const program = `'${process.execPath}' '${path.join(projectFolder, 'bin', 'recscribe.js')}'`;
const prompt = 'shell>';

let person: Person;

beforeAll(async () => {
	person = await createPerson();
});

afterAll(() => person.close());

/** Opens a shell that knows jobs, and in it the full screen with its users. */
async function openInShell(): Promise<OpenTerminal> {
	const {sandbox, environment} = person;
	const terminal = openTerminal(['-i'], {
		command: '/bin/sh',
		environment,
		variables: {...sandbox.environment, PS1: `${prompt} `},
	});
	await terminal.waitFor(prompt);
	terminal.write(`${program}\n`);
	await terminal.waitFor(/^ 14 people$/m);
	return terminal;
}

/** Stops the program as somebody does who sits elsewhere. */
function stopFromElsewhere({pid}: OpenTerminal, signal: 'SIGTSTP' | 'SIGSTOP' = 'SIGTSTP'): void {
	const children = execFileSync('pgrep', ['-P', String(pid)], {encoding: 'utf8'});
	process.kill(Number(children), signal);
}

/** Presses Ctrl+Z, or stops the program otherwise, and waits until the shell has the terminal as it was. */
async function suspend(
	terminal: OpenTerminal,
	stop = () => terminal.write(keys.ctrlZ),
): Promise<void> {
	stop();
	await terminal.waitFor(screen => !terminal.isAlternate() && screen.endsWith(prompt));
	expect(leftInTerminal(terminal)).toEqual([]);
	terminal.write('stty -a\n');
	await terminal.waitFor(/ icanon [\s\S]* echo [\s\S]*shell>$/);
}

test.skipIf(process.platform === 'win32')(
	'Ctrl+Z gives the shell its terminal, and fg the same frame, at the size of then',
	async () => {
		await using terminal = await openInShell();
		await terminal.press(keys.down);
		const before = await terminal.waitFor(/❯ +Łukasz/);
		await suspend(terminal);
		terminal.write('fg\n');
		await terminal.waitFor(screen => terminal.isAlternate() && screen === before);
		expect(terminal.isCursorVisible()).toBe(false);
		await suspend(terminal);
		terminal.resize(100, 30);
		terminal.write('fg\n');
		await terminal.waitFor(() => terminal.lines()[1] === '─'.repeat(100));
		await terminal.press(keys.up);
		await terminal.waitFor(/❯ +Ada/);
		terminal.write('q');
		await terminal.waitFor(screen => !terminal.isAlternate() && screen.endsWith(prompt));
		expect(leftInTerminal(terminal)).toEqual([]);
	},
);

test.skipIf(process.platform === 'win32')(
	'a stop that is asked for from elsewhere does the same',
	async () => {
		await using terminal = await openInShell();
		const before = terminal.screen();
		for (let count = 0; count < 2; count++) {
			await suspend(terminal, () => stopFromElsewhere(terminal));
			terminal.write('fg\n');
			await terminal.waitFor(screen => terminal.isAlternate() && screen === before);
		}

		await terminal.press(keys.down);
		await terminal.waitFor(/❯ +Łukasz/);
		terminal.write(keys.ctrlC);
		await terminal.waitFor(() => !terminal.isAlternate());
	},
);

test.skipIf(process.platform === 'win32')(
	'a stop that the program is not told of leaves no trace after fg',
	async () => {
		await using terminal = await openInShell();
		const before = terminal.screen();
		stopFromElsewhere(terminal, 'SIGSTOP');
		await terminal.waitFor(screen => screen.endsWith(prompt));
		terminal.resize(100, 30);
		terminal.resize(80, 24);
		terminal.write('fg\n');
		await terminal.waitFor(screen => terminal.isAlternate() && screen === before);
		await terminal.press(keys.down);
		await terminal.waitFor(/❯ +Łukasz/);
		terminal.write(keys.ctrlC);
		await terminal.waitFor(() => !terminal.isAlternate());
		expect(leftInTerminal(terminal)).toEqual([]);
	},
);

test.skipIf(process.platform === 'win32')(
	'what AssemblyAI was being asked meanwhile is not lost after fg, and not asked twice',
	async () => {
		const {sandbox} = person;
		const submitting = {service: 'assemblyai', method: 'POST', path: '/v2/transcript'} as const;
		sandbox.inject(submitting, {type: 'delay', milliseconds: 600});
		await using terminal = await openInShell();
		terminal.write(keys.enter + keys.enter);
		await terminal.waitFor(/^ \d+ meetings, newest first$/m);
		terminal.write(keys.enter);
		await terminal.waitFor(/0 of 1 done[\s\S]*handing over/);
		await suspend(terminal);
		terminal.write('fg\n');
		await terminal.waitFor(/Speaker A {2}0:02/);
		expect(sandbox.submissions).toHaveLength(1);
		terminal.write(keys.ctrlC);
		await terminal.waitFor(() => !terminal.isAlternate());
	},
);

test.skipIf(process.platform === 'win32')(
	'a stop while questions have the terminal ends nothing',
	async () => {
		const {ZOOM_API_URL, ZOOM_OAUTH_URL, ASSEMBLYAI_BASE_URL} = person.sandbox.environment;
		await using terminal = openTerminal(['-i'], {
			command: '/bin/sh',
			variables: {ZOOM_API_URL, ZOOM_OAUTH_URL, ASSEMBLYAI_BASE_URL, PS1: `${prompt} `},
		});
		await terminal.waitFor(prompt);
		terminal.write(`${program}\n`);
		await terminal.waitFor(/❯ +○ +Zoom/);
		terminal.write(keys.enter);
		await terminal.waitFor('❯ As myself');
		stopFromElsewhere(terminal);
		await terminal.waitFor(screen => screen.endsWith(prompt));
		terminal.write('fg\n');
		await terminal.press(keys.down);
		await terminal.waitFor('❯ Server-to-Server');
		terminal.write(keys.ctrlC);
		await terminal.waitFor(/❯ +○ +Zoom/);
		terminal.write('q');
		await terminal.waitFor(screen => screen.endsWith(prompt));
		expect(leftInTerminal(terminal)).toEqual([]);
	},
);
