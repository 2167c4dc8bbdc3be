import {expect, test} from 'vitest';
import {
	createTextField,
	editText,
	type TextFieldAction,
} from '../../source/tui/components/text-field-state.ts';

function edit(text: string, ...actions: readonly TextFieldAction[]) {
	return actions.reduce(editText, createTextField(text));
}

test('inserts where the cursor stands', () => {
	expect(edit('ad', {type: 'move', to: 'left'}, {type: 'insert', text: 'bc'})).toEqual({
		text: 'abcd',
		cursor: 3,
	});
});

test('a paste becomes one line without control characters', () => {
	expect(edit('', {type: 'insert', text: 'a\r\nb\u001B[31m'}).text).toBe('a b [31m');
});

test('erases and moves by grapheme', () => {
	expect(edit('a👩‍👩‍👧', {type: 'erase before'}).text).toBe('a');
	expect(edit('👩‍👩‍👧b', {type: 'move', to: 'start'}, {type: 'erase after'}).text).toBe('b');
	expect(edit('👍🏽', {type: 'move', to: 'left'}).cursor).toBe(0);
	expect(edit('👍🏽', {type: 'move', to: 'start'}, {type: 'move', to: 'right'}).cursor).toBe(4);
});

test('stays inside the text', () => {
	expect(
		edit('', {type: 'erase before'}, {type: 'erase after'}, {type: 'move', to: 'left'}),
	).toEqual({text: '', cursor: 0});
	expect(edit('a', {type: 'move', to: 'right'}).cursor).toBe(1);
});

test('erases all before the cursor, and starts over', () => {
	expect(edit('abc', {type: 'move', to: 'left'}, {type: 'erase all before'})).toEqual({
		text: 'c',
		cursor: 0,
	});
	expect(edit('abc', {type: 'set', text: 'xy'})).toEqual({text: 'xy', cursor: 2});
});

test('moves and erases by word', () => {
	const text = 'one, two  three';
	expect(edit(text, {type: 'move', to: 'word left'}).cursor).toBe(10);
	expect(edit(text, {type: 'move', to: 'word left'}, {type: 'move', to: 'word left'}).cursor).toBe(
		5,
	);
	expect(edit(text, {type: 'move', to: 'start'}, {type: 'move', to: 'word right'}).cursor).toBe(3);
	expect(edit(text, {type: 'erase word before'}).text).toBe('one, two  ');
	expect(edit('', {type: 'erase word before'}, {type: 'move', to: 'word right'}).cursor).toBe(0);
});

test('is put where it is told, within the text', () => {
	expect(edit('abc', {type: 'place', cursor: 1}).cursor).toBe(1);
	expect(edit('abc', {type: 'place', cursor: 9}).cursor).toBe(3);
});
