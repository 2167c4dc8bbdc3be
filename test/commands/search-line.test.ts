import {PassThrough} from 'node:stream';
import {text} from 'node:stream/consumers';
import {expect, test} from 'vitest';
import {createOutput} from '../../source/commands/output.ts';
import {createSearchLine} from '../../source/commands/search-line.ts';
import type {TerminalUse} from '../../source/questions/terminal-use.ts';
import {user} from '../tui/things.ts';

/** What is written of a search that asks 40 users, one by one. */
async function written({isTTY, use}: {readonly isTTY: boolean; readonly use: TerminalUse}) {
	const stderr = Object.assign(new PassThrough(), {isTTY});
	const line = createSearchLine({stderr: createOutput(stderr), use});
	for (let usersDone = 1; usersDone <= 40; usersDone++) {
		line.show({
			meetings: [],
			searched: {from: '2026-11-01', to: '2026-11-24'},
			progress: {
				by: 'user',
				user: user('Ada Moreau'),
				users: [],
				isUserDone: true,
				usersDone,
				usersTotal: 40,
				problem: undefined,
			},
		});
	}

	line.clear();
	stderr.end();
	return text(stderr);
}

test('where lines are only appended, each tenth is one', async () => {
	const lines = (await written({isTTY: true, use: 'append'})).split('\n');
	expect(lines[0]).toBe('4 of 40 users, 36 left');
	expect(lines).toHaveLength(11);
});

test('where they may be redrawn there is one, which goes', async () => {
	const line = await written({isTTY: true, use: 'redraw'});
	expect(line).not.toContain('\n');
	expect(line.endsWith('\r\u001B[K')).toBe(true);
});

test('into a file there is none', async () => {
	expect(await written({isTTY: false, use: 'redraw'})).toBe('');
});
