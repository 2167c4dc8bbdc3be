import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	cursorIndex,
	firstVisibleRow,
	initialListState,
	type ListAction,
	matchesFilter,
	reduceList,
	type ShownList,
} from '../../source/tui/components/list-state.ts';

const list: ShownList = {keys: ['a', 'b', 'c'], initialCursor: undefined};

function stateAfter(...actions: readonly ListAction[]) {
	return actions.reduce((state, action) => reduceList(state, action, list), initialListState);
}

describe('the cursor', () => {
	test('starts on the first item, or where it was told to', () => {
		expect(cursorIndex(initialListState, list)).toBe(0);
		expect(cursorIndex(initialListState, {...list, initialCursor: 'c'})).toBe(2);
	});

	test('moves from where it started, and stops at the ends', () => {
		const second = {...list, initialCursor: 'b'};
		expect(reduceList(initialListState, {type: 'move', by: 1}, second).cursor).toBe('c');
		expect(stateAfter({type: 'move', by: Number.POSITIVE_INFINITY}).cursor).toBe('c');
		expect(stateAfter({type: 'move', by: 2}, {type: 'move', by: -9}).cursor).toBe('a');
	});

	test('stays on its item when others arrive before it', () => {
		const state = stateAfter({type: 'move', by: 1});
		expect(cursorIndex(state, {...list, keys: ['z', 'a', 'b', 'c']})).toBe(2);
	});

	test('an empty list is no problem', () => {
		const empty: ShownList = {keys: [], initialCursor: undefined};
		const state = reduceList(initialListState, {type: 'move', by: 1}, empty);
		expect(cursorIndex(state, empty)).toBe(0);
		expect(reduceList(state, {type: 'toggle mark'}, empty).marked.size).toBe(0);
	});
});

describe('marks', () => {
	test('marking steps on, so that several are marked in a row', () => {
		const state = stateAfter({type: 'toggle mark'}, {type: 'toggle mark'});
		expect([...state.marked]).toEqual(['a', 'b']);
		expect(state.cursor).toBe('c');
	});

	test('the last item can be marked and unmarked in place', () => {
		const atEnd = stateAfter({type: 'move', by: 2}, {type: 'toggle mark'});
		expect([...atEnd.marked]).toEqual(['c']);
		expect(reduceList(atEnd, {type: 'toggle mark'}, list).marked.size).toBe(0);
	});

	test('all and none', () => {
		expect(stateAfter({type: 'mark all'}).marked.size).toBe(3);
		expect(stateAfter({type: 'mark all'}, {type: 'clear marks'}).marked.size).toBe(0);
	});
});

describe('the filter', () => {
	test('grows and shrinks by graphemes, and puts the cursor back to the top', () => {
		const state = stateAfter(
			{type: 'move', by: 2},
			{type: 'open filter'},
			{type: 'type', text: 'x'},
			{type: 'type', text: '👍🏽'},
		);
		expect(state).toMatchObject({filter: 'x👍🏽', isFiltering: true, cursor: undefined});
		expect(reduceList(state, {type: 'erase'}, list).filter).toBe('x');
	});

	test.each([
		['Łukasz Müller', 'muller', true],
		['Łukasz Müller', 'MÜL luk', false],
		['Lukasz Müller', 'MÜL luk', true],
		['山田 太郎', '太郎', true],
		['Ana', '', true],
		['Ana', 'b', false],
	])('%s against %j: %s', (text, filter, expected) => {
		expect(matchesFilter(text, filter)).toBe(expected);
	});
});

test('the window always shows the cursor and never runs past the list', () => {
	fc.assert(
		fc.property(fc.nat(500), fc.integer({min: 1, max: 60}), fc.nat(500), (count, height, at) => {
			const cursor = count === 0 ? 0 : at % count;
			const first = firstVisibleRow(cursor, height, count);
			expect(first).toBeGreaterThanOrEqual(0);
			expect(cursor).toBeGreaterThanOrEqual(first);
			expect(cursor).toBeLessThan(first + height);
			expect(first === 0 || first + height <= count).toBe(true);
		}),
	);
});
