import {expect, test} from 'vitest';
import {createNoticeBoard} from '../source/notice-board.ts';

test('each sentence waits to be taken, and is given once', () => {
	const board = createNoticeBoard();
	board.add(['mended', 'set aside', 'mended']);
	board.add(['set aside', 'ignored']);
	expect(board.take()).toEqual(['mended', 'set aside', 'ignored']);
	board.add(['ignored']);
	expect(board.take()).toEqual([]);
});

test('where somebody says them, they are said at once, and none waits', () => {
	const said: string[] = [];
	const board = createNoticeBoard(sentence => said.push(sentence));
	board.add(['mended', 'ignored']);
	board.add(['mended']);
	expect([said, board.take()]).toEqual([['mended', 'ignored'], []]);
});
