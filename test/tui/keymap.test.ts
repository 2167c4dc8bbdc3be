import type {Key} from 'ink';
import {expect, test} from 'vitest';
import {isCharacter, showKey, toKeyNames} from '../../source/tui/keymap.ts';

const noKey: Key = {
	upArrow: false,
	downArrow: false,
	leftArrow: false,
	rightArrow: false,
	pageDown: false,
	pageUp: false,
	home: false,
	end: false,
	return: false,
	escape: false,
	ctrl: false,
	shift: false,
	tab: false,
	backspace: false,
	delete: false,
	meta: false,
	super: false,
	hyper: false,
	capsLock: false,
	numLock: false,
};

test.each<[string, Partial<Key>, readonly string[]]>([
	['', {upArrow: true}, ['up']],
	['', {return: true}, ['enter']],
	['', {tab: true, shift: true}, ['shift+tab']],
	['u', {ctrl: true}, ['ctrl+u']],
	['G', {shift: true}, ['G']],
	['x', {meta: true}, []],
	['', {escape: true}, ['escape']],
	['', {escape: true, meta: true}, ['escape', 'escape']],
	['a', {eventType: 'release'}, []],
	['jjj', {}, ['j', 'j', 'j']],
	['ab\r', {}, ['a', 'b', 'enter']],
	['j\u0003', {}, ['j', 'ctrl+c']],
	['a\u007Fb\u0015\t', {}, ['a', 'backspace', 'b', 'ctrl+u', 'tab']],
	['👩‍👩‍👧x', {}, ['👩‍👩‍👧', 'x']],
])('%j with %o is %j', (input, key, names) => {
	expect(toKeyNames(input, {...noKey, ...key})).toEqual(names);
});

test('keys are shown as a person reads them', () => {
	expect(['ctrl+u', ' ', 'pagedown', 'G'].map(showKey)).toEqual(['Ctrl+U', 'Space', 'PgDn', 'G']);
});

test('only what puts a character somewhere is a character', () => {
	expect(['a', ' ', '/', 'é', 'up', 'enter', 'ctrl+a'].map(isCharacter)).toEqual([
		true,
		true,
		true,
		true,
		false,
		false,
		false,
	]);
});
