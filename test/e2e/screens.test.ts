import stringWidth from 'string-width';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {keys} from '../support/keys.ts';
import {type OpenTerminal, openTerminal} from '../support/terminal.ts';
import {leftInTerminal} from './restored.ts';
import {createPerson, type Person} from './set-up.ts';

let person: Person;

beforeAll(async () => {
	person = await createPerson();
	await person.transcribeFirstChoice();
});

afterAll(() => person.close());

/** Waits until the frame fills the terminal: a top line, a rule of its width, a bottom line. */
async function waitForFrame(terminal: OpenTerminal, columns: number, rows: number): Promise<void> {
	await terminal.waitFor(() => {
		const lines = terminal.lines();
		return (
			lines.length === rows &&
			lines[0]?.startsWith(' recscribe') === true &&
			lines[1] === '─'.repeat(columns) &&
			/^ \S/.test(lines.at(-1) ?? '')
		);
	});
}

/** Down to the smallest size, below it, and up again: everything is as it was. */
async function expectResizable(terminal: OpenTerminal): Promise<void> {
	const before = terminal.screen();
	terminal.resize(60, 15);
	await waitForFrame(terminal, 60, 15);
	expect(Math.max(...terminal.lines().map(line => stringWidth(line)))).toBeLessThanOrEqual(60);
	terminal.resize(50, 9);
	await terminal.waitFor(/needs 60×15[\s\S]*nothing is lost/);
	terminal.resize(132, 43);
	await waitForFrame(terminal, 132, 43);
	terminal.resize(80, 24);
	await terminal.waitFor(screen => screen === before);
}

/** At once, with exit code 130, and nothing left behind. */
async function expectInterruptible(terminal: OpenTerminal): Promise<void> {
	expect(terminal.isAlternate()).toBe(true);
	terminal.write(keys.ctrlC);
	expect(await terminal.exited).toEqual({exitCode: 130, signal: undefined});
	expect(leftInTerminal(terminal)).toEqual([]);
	expect(terminal.history()).toBe('');
}

test.each(['users', 'dates', 'other dates', 'meetings', 'transcript', 'export'] as const)(
	'resizing and then Ctrl+C on the screen: %s',
	async place => {
		await using terminal = await person.openAt(place);
		await expectResizable(terminal);
		await expectInterruptible(terminal);
	},
);

test('resizing and then Ctrl+C on the screen: setup', async () => {
	await using terminal = openTerminal([]);
	// From then on the program reads the keyboard itself; before, the terminal sends a signal.
	await terminal.waitFor(() => terminal.raw().includes('\u001B[?2004h'));
	// What is asked of the computer comes after the first frame.
	await terminal.waitFor(/Kept in .* (?:or the|no) keychain$[\s\S]*\? help$/m);
	await expectResizable(terminal);
	await expectInterruptible(terminal);
});

test('resizing and then Ctrl+C on the screen: transcribing, with an upload on its way', async () => {
	const {sandbox} = person;
	const fault = sandbox.inject({service: 'zoom-media'}, {type: 'slow', bytesPerSecond: 1000});
	const submissions = sandbox.submissions.length;
	await using terminal = await person.openAt('meetings');
	terminal.write(keys.down + keys.enter);
	// Which meeting it is, and so its size, depends on the day.
	await terminal.waitFor(/0 of 1 done[\s\S]* of \d+ MB/);
	terminal.resize(60, 15);
	await waitForFrame(terminal, 60, 15);
	await terminal.waitFor(/^❯ .* of \d+ MB/m);
	await expectInterruptible(terminal);
	expect(sandbox.submissions).toHaveLength(submissions);
	fault.remove();
});

test('a resize keeps the word that one was reading, and keys work on', async () => {
	await using terminal = await person.openAt('transcript');
	for (const key of [keys.pageDown, keys.pageDown, keys.down]) {
		const before = terminal.screen();
		terminal.write(key);
		// Not a frame that is half drawn: each ends with what closes it.
		await terminal.waitFor(screen => screen !== before && terminal.raw().endsWith('\u001B[?2026l'));
	}

	const [word = ''] = (terminal.lines()[2] ?? '').trim().split(' ');
	expect(word).not.toBe('');
	terminal.resize(60, 15);
	await waitForFrame(terminal, 60, 15);
	await terminal.waitFor(() => terminal.lines()[2]?.includes(word) === true);
	terminal.write(keys.end);
	await terminal.waitFor('23:45 / 23:45 · 100%');
});
