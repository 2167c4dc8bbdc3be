import {expect, test} from 'vitest';
import {terminalUse} from '../../source/questions/terminal-use.ts';

test.each([
	[{TERM: 'dumb'}, 'append'],
	[{TERM: 'xterm', ACCESSIBLE: '1'}, 'append'],
	[{TERM: 'xterm', INK_SCREEN_READER: 'true'}, 'append'],
	[{TERM: 'xterm', ACCESSIBLE: '0', INK_SCREEN_READER: 'false'}, 'redraw'],
	[{TERM: 'xterm', ACCESSIBLE: ''}, 'redraw'],
	[{}, 'redraw'],
])('%j: %s', (environment, use) => {
	expect(terminalUse(environment)).toBe(use);
});
