import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {createIsolatedEnvironment} from '../support/isolated-environment.ts';
import {keys} from '../support/keys.ts';
import {openTerminal} from '../support/terminal.ts';
import {leftInTerminal} from './restored.ts';

test('without an account, a file of subtitles is read, saved as something else, and left', async () => {
	const environment = createIsolatedEnvironment();
	onTestFinished(() => environment.remove());
	const hostile = 'talk\u001B]0;owned\u0007.srt';
	writeFileSync(
		path.join(environment.home, hostile),
		'\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>Ada Moreau</i>: Shall we \u001B[2Jstart?\r\n',
	);
	await using terminal = openTerminal(['open', hostile], {environment});
	const titles: string[] = [];
	terminal.emulator.onTitleChange(title => titles.push(title));
	await terminal.waitFor('Shall we start?');
	expect(terminal.lines()[0]).toBe(' recscribe › talk.srt');
	expect(terminal.lines()[2]).toBe('▎Ada Moreau  0:01');
	await terminal.press('.');
	await terminal.waitFor('Plain text');
	await terminal.press(keys.enter);
	await terminal.waitFor('✓ written to');
	expect(readFileSync(path.join(environment.home, 'talk.txt'), 'utf8')).toBe(
		'[0:01] Ada Moreau: Shall we start?\n',
	);
	await terminal.press(keys.escape);
	await terminal.waitFor('Esc quit');
	await terminal.press('q');
	expect(await terminal.exited).toEqual({exitCode: 0, signal: undefined});
	expect(leftInTerminal(terminal)).toEqual([]);
	expect(titles.every(title => title === '' || title.startsWith('recscribe › talk.srt'))).toBe(
		true,
	);
});
