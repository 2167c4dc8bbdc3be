import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {copyByTerminal, notification, terminalTitle} from '../source/terminal-sequences.ts';

test.each([
	['xterm-256color', {TERM: 'xterm-256color'}, '\u0007\u001B]9;3 done\u0007'],
	['foot', {TERM: 'foot'}, '\u0007\u001B]777;notify;recscribe;3 done\u0007'],
	[
		'a terminal on VTE',
		{TERM: 'xterm-256color', VTE_VERSION: '7800'},
		'\u0007\u001B]777;notify;recscribe;3 done\u0007',
	],
	[
		'tmux',
		{TERM: 'screen-256color', TMUX: '/tmp/tmux-0/default,1,0'},
		'\u0007\u001BPtmux;\u001B\u001B]9;3 done\u0007\u001B\\',
	],
	['a console', {TERM: 'linux'}, '\u0007'],
	['a dumb terminal', {TERM: 'dumb'}, '\u0007'],
	['nobody knows what', {}, '\u0007'],
])('%s is told in its own way', (_, environment, expected) => {
	expect(notification('3 done', environment)).toBe(expected);
});

describe('what is copied', () => {
	test('comes back whole, whatever it is', () => {
		fc.assert(
			fc.property(fc.string({unit: 'grapheme'}), text => {
				const sequence = copyByTerminal(text, {}) ?? '';
				expect(sequence.startsWith('\u001B]52;c;') && sequence.endsWith('\u0007')).toBe(true);
				const base64 = sequence.slice('\u001B]52;c;'.length, -1);
				expect(base64).toMatch(/^[A-Za-z\d+/=]*$/);
				expect(Buffer.from(base64, 'base64').toString()).toBe(text);
			}),
		);
	});

	test('is wrapped for tmux, and left alone when it is too long', () => {
		expect(copyByTerminal('hi', {TMUX: 'x'})).toBe(
			'\u001BPtmux;\u001B\u001B]52;c;aGk=\u0007\u001B\\',
		);
		expect(copyByTerminal('x'.repeat(56_000), {})).toContain(']52;c;');
		expect(copyByTerminal('x'.repeat(57_000), {})).toBeUndefined();
	});
});

test('no text ends the sequence early or adds a field', () => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), text => {
			// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
			const pattern = /^\u0007\u001B\]9;[^\u0000-\u001F\u007F-\u009F;]*\u0007$/;
			expect(notification(text, {TERM: 'xterm'})).toMatch(pattern);
			// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
			expect(terminalTitle(text)).toMatch(/^\u001B\]2;[^\u0000-\u001F\u007F-\u009F;]*\u0007$/);
		}),
	);
});
