import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, test} from 'vitest';
import * as z from 'zod';
import {keys} from '../support/keys.ts';
import {type OpenTerminal, openTerminal} from '../support/terminal.ts';
import {leftInTerminal} from './restored.ts';

/** Waits for each question and answers it. */
async function answer(
	terminal: OpenTerminal,
	...answers: ReadonlyArray<readonly [question: string | RegExp, typed: string]>
): Promise<void> {
	for (const [question, typed] of answers) {
		await terminal.waitFor(question);
		terminal.write(typed);
	}
}

const coverage = z.object({result: z.array(z.object({url: z.string()}))});

/** The text of every file of the program that was loaded, by what V8 wrote down in a folder. */
function readLoaded(folder: string): string {
	const urls = readdirSync(folder).flatMap(name => {
		const report: unknown = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
		return coverage.parse(report).result.map(({url}) => url);
	});
	return urls
		.filter(url => url.startsWith('file:') && url.includes('/dist/'))
		.map(url => readFileSync(fileURLToPath(url), 'utf8'))
		.join('');
}

const ofFullScreen = ['node_modules/ink/', 'node_modules/react/', 'node_modules/react-reconciler/'];

// The sandbox of the program itself works for some seconds on a recording.
describe.concurrent('from nothing to a transcript', () => {
	test('--plain asks as it draws each question, and loads nothing of the full screen', async ({
		onTestFinished,
	}) => {
		const covered = mkdtempSync(path.join(os.tmpdir(), 'recscribe-covered-'));
		onTestFinished(() => rmSync(covered, {recursive: true}));
		await using terminal = openTerminal(['--plain', '--sandbox'], {
			variables: {PAGER: 'cat', NODE_V8_COVERAGE: covered},
			rows: 40,
		});
		const {enter, escape: esc, space} = keys;
		await answer(
			terminal,
			[/❯ Choose recordings/, enter],
			[/❯ Ada Moreau/, enter],
			[/❯ Last 30 days/, esc],
			[/❯ Ada Moreau/, 'noah'],
			[/❯ Noah Okafor/, `${keys.backspace.repeat(4)}moreau`],
			[/❯ Ada Moreau/, enter],
			[/❯ Last 30 days/, enter],
			[/❯.*Mobile check-in/, space],
			[/❯◉ Mobile check-in/, enter],
			[/❯ Transcribe/, enter],
			[/❯ Read it from the beginning/, enter],
			[/End of the transcript\.[\s\S]*❯ Read it from the beginning/, keys.down.repeat(2) + enter],
			[/❯ Plain text/, enter],
			['Where to?', `talk.txt${enter}`],
			['talk.txt\n', ''],
		);
		expect(terminal.history()).toMatch(/^✔ 1 recording, 24 min: about \$.* Transcribe$/m);
		expect(terminal.history()).toMatch(/^Speaker A, 0:02:\nOkay, it's half past/m);
		expect(readdirSync(terminal.environment.home)).toContain('talk.txt');
		await terminal.waitFor(/talk\.txt\n[\s\S]*❯ Read it from the beginning\n/);
		terminal.write(keys.ctrlC);
		expect(await terminal.exited).toEqual({exitCode: 130, signal: undefined});
		expect(leftInTerminal(terminal)).toEqual([]);
		const loaded = readLoaded(covered);
		expect(loaded).toContain('node_modules/@inquirer/');
		expect(ofFullScreen.filter(name => loaded.includes(name))).toEqual([]);
	});

	test('a dumb terminal gets numbered questions, and nothing but lines', async ({
		onTestFinished,
	}) => {
		const covered = mkdtempSync(path.join(os.tmpdir(), 'recscribe-covered-'));
		onTestFinished(() => rmSync(covered, {recursive: true}));
		await using terminal = openTerminal([], {
			variables: {TERM: 'dumb', FORCE_COLOR: undefined, NODE_V8_COVERAGE: covered},
			columns: 200,
			rows: 300,
		});
		await answer(
			terminal,
			[/2\. Try the sandbox[\s\S]*Enter takes 1.*\):$/, '2\n'],
			[/What do you want to do\? \(sandbox\)[\s\S]*\):$/, '2\n'],
			[/Nothing was transcribed yet[\s\S]*\):$/, '\n'],
			[/Whose recordings\?[\s\S]*Enter takes 2.*\):$/, 'nobody\n'],
			[/None has “nobody”[\s\S]*\):$/, 'moreau\n'],
			[/^2\. Ada Moreau.*\n.*\):$/m, '2\n'],
			[/Which days\?[\s\S]*\):$/, `${keys.escape}\n`],
			[/Which days\?[\s\S]*Whose recordings\?[\s\S]*\):$/, '\n'],
			[/Which days\?[\s\S]*Whose recordings\?[\s\S]*Which days\?[\s\S]*\):$/, '8\n'],
			['First and last day', 'yesterday\n'],
			['✗ That is not one date or two', '\n'],
			[/not one date[\s\S]*Which days\?[\s\S]*\):$/, '1\n'],
			[/^1\. Mobile check-in[\s\S]*\):$/m, '1\n'],
			[/1\. Transcribe\n[\s\S]*\):$/, '\n'],
			[/: done\n[\s\S]*“Mobile check-in.*”: what now\?[\s\S]*\):$/, '1\n'],
			[/End of the transcript\.\n[\s\S]*\):$/, '3\n'],
			[/Which format\?[\s\S]*\):$/, 'word doc\n'],
			[/^8\. Word document.*\n.*Enter takes 8.*\):$/m, '\n'],
			[/Where to\?[\s\S]*:$/, './\n'],
			[/✓[\s\S]*what now\?[\s\S]*\):$/, '\n'],
			[/✓[\s\S]*Which of \d+ meetings[\s\S]*\):$/, '\n'],
			[/Which of \d+ meetings[\s\S]*Which days\?[\s\S]*\):$/, `${keys.escape}\n`],
			[/✓[\s\S]*Whose recordings\?[\s\S]*\):$/, `${keys.escape}\n`],
			[/✓[\s\S]*What do you want to do\?[\s\S]*\):$/, 'search\n'],
			[/Enter takes 3.*\):$/, '\n'],
			['What was said?', 'hammering\n'],
			[/Which of these\?\n1\. Mobile check-in.*hammering[\s\S]*\):$/, '1\n'],
			[/1\. Read it from 0:11\n[\s\S]*\):$/, '1\n'],
			[/End of the transcript\.\n\n.*what now\?\n1\. Read it from 0:11\n[\s\S]*\):$/, keys.ctrlC],
		);
		expect(await terminal.exited).toEqual({exitCode: 130, signal: undefined});
		expect(terminal.history()).toMatch(/^Speaker A, 0:02:\nOkay, it's half past/m);
		expect(terminal.history()).toMatch(/^Transcript of .*\.\nSpeaker C, 0:11:\nYes, hello\./m);
		expect(readdirSync(terminal.environment.home)).toContainEqual(
			expect.stringMatching(/ Mobile check-in .*\.docx$/),
		);
		// No sequence, no way back in a line or to one above: the bell at the end is all that there is.
		expect(terminal.raw().replaceAll('\r\n', '\n').replaceAll('\u0007', '')).not.toMatch(
			/[^\P{Cc}\n]/u,
		);
		const loaded = readLoaded(covered);
		expect(ofFullScreen.filter(name => loaded.includes(name))).toEqual([]);
		expect(loaded).not.toContain('node_modules/@inquirer/');
	});
});
