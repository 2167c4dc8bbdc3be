import {expect, test} from 'vitest';
import {createJobBoard} from '../../source/jobs/job-board.ts';
import {madeUpJob} from './made-up-job.ts';

function openBoard() {
	const board = createJobBoard('me');
	let told = 0;
	const unsubscribe = board.subscribe(() => {
		told++;
	});
	return {board, unsubscribe, count: () => told};
}

test('jobs stand in the order in which they came, and the array is the same until one changes', () => {
	const {board, count} = openBoard();
	expect(board.snapshot()).toEqual([]);
	board.put(madeUpJob({id: 'one', change: 1}));
	board.put(madeUpJob({id: 'two', change: 2}));
	const before = board.snapshot();
	expect(before.map(({job}) => job.id)).toEqual(['one', 'two']);
	expect(board.snapshot()).toBe(before);
	board.put(madeUpJob({id: 'one', stage: 'fetching', change: 3}));
	expect(board.snapshot()).not.toBe(before);
	expect(board.snapshot().map(({progress}) => progress.stage)).toEqual(['fetching', 'planned']);
	// One that has not changed is the very same.
	expect(board.snapshot()[1]).toBe(before[1]);
	expect(count()).toBe(3);
	expect([board.has('one'), board.has('three')]).toEqual([true, false]);
});

test('what is older than what is shown, or as old, changes nothing', () => {
	const {board, count} = openBoard();
	board.put(madeUpJob({id: 'one', stage: 'fetching', change: 5}));
	board.put(madeUpJob({id: 'one', stage: 'planned', change: 5}));
	board.put(madeUpJob({id: 'one', stage: 'planned', change: 4}));
	expect(board.snapshot()[0]?.progress.stage).toBe('fetching');
	expect(count()).toBe(1);
});

test('a job that was over before anybody looked is not shown; one that ends stays', () => {
	const {board, count} = openBoard();
	board.put(madeUpJob({id: 'old', stage: 'completed', change: 1}));
	expect([board.snapshot(), board.has('old'), count()]).toEqual([[], false, 0]);
	board.put(madeUpJob({id: 'new', change: 2}));
	board.put(madeUpJob({id: 'new', stage: 'cancelled', change: 3}));
	expect(board.snapshot().map(({progress}) => progress.stage)).toEqual(['cancelled']);
});

test('what a job at work here does is shown over what is written, until it ends or is let go', () => {
	const {board, count} = openBoard();
	board.show('nobody', {stage: 'fetching'});
	expect(count()).toBe(0);
	board.put(madeUpJob({id: 'one', stage: 'fetching', change: 1}));
	const progress = {stage: 'uploading', sentBytes: 5, totalBytes: 9} as const;
	board.show('one', progress);
	board.put(madeUpJob({id: 'one', stage: 'uploading', change: 2}));
	expect(board.snapshot()[0]?.progress).toBe(progress);
	board.forgetProgress('one');
	expect(board.snapshot()[0]?.progress).toEqual({
		stage: 'uploading',
		sentBytes: 0,
		totalBytes: undefined,
	});
	expect(count()).toBe(4);
	board.forgetProgress('one');
	board.forgetProgress('nobody');
	expect(count()).toBe(4);
	board.show('one', progress);
	board.put(madeUpJob({id: 'one', stage: 'completed', transcriptId: 't', change: 3}));
	expect(board.snapshot()[0]?.progress).toEqual({stage: 'completed', transcriptId: 't'});
});

test('an end that is shown and not yet written has a time, and is not forgotten', () => {
	const {board} = openBoard();
	board.put(madeUpJob({id: 'one', change: 1}));
	expect(board.snapshot()[0]?.endedAt).toBeUndefined();
	board.show('one', {stage: 'cancelled'});
	expect(Math.abs((board.snapshot()[0]?.endedAt ?? 0) - Date.now())).toBeLessThan(60_000);
	board.forgetProgress('one');
	expect(board.snapshot()[0]?.progress).toEqual({stage: 'cancelled'});
	board.put(madeUpJob({id: 'one', stage: 'cancelled', endedAt: 7, change: 2}));
	expect(board.snapshot()[0]?.endedAt).toBe(7);
});

test.each([
	[undefined, false],
	['me', false],
	['another', true],
])('a job of %s is elsewhere: %s', (owner, isElsewhere) => {
	const {board} = openBoard();
	board.put(madeUpJob({id: 'one', change: 1, ...(owner !== undefined && {owner})}));
	expect(board.snapshot()[0]?.isElsewhere).toBe(isElsewhere);
});

test('who looks away is told no more', () => {
	const {board, unsubscribe, count} = openBoard();
	unsubscribe();
	board.put(madeUpJob({id: 'one', change: 1}));
	expect(count()).toBe(0);
});
