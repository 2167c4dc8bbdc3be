import {describe, expect, test} from 'vitest';
import {askText} from '../../source/questions/ask-text.ts';
import {choose, chooseMany, search} from '../../source/questions/choose.ts';
import {confirm} from '../../source/questions/confirm.ts';
import {keys} from '../support/keys.ts';
import {createLines} from './lines.ts';

const few = ['one', 'two', 'three'].map(name => ({value: name, name: `Number ${name}`}));
const many = Array.from({length: 45}, (_, place) => ({value: place, name: `Meeting ${place + 1}`}));
const question = {message: 'Which?', choices: few};

describe('one of a few', () => {
	test('is written with numbers, and chosen by one', async () => {
		const {context, written} = createLines('2');
		expect(await choose(question, context)).toBe('two');
		expect(written()).toBe(
			'\nWhich?\n1. Number one\n2. Number two\n3. Number three\n' +
				'Number, or words to look for (Enter goes back): ',
		);
	});

	test.each([
		['nothing', '', undefined],
		['Esc', keys.escape, undefined],
		['an arrow, which is nothing', keys.up, undefined],
		['Esc among other things', `two${keys.escape}`, undefined],
	])('%s goes back', async (_, typed, expected) => {
		expect(await choose(question, createLines(typed).context)).toBe(expected);
	});

	test('Enter takes what is usual, and Esc goes back all the same', async () => {
		const usual = {...question, default: 'three'};
		expect(await choose(usual, createLines('').context)).toBe('three');
		expect(await choose(usual, createLines(keys.escape).context)).toBeUndefined();
	});

	test('a number of nothing is said, and asked for again', async () => {
		const {context, written} = createLines('7', '1');
		expect(await choose(question, context)).toBe('one');
		expect(written()).toContain('None has “7”; the numbers go from 1 to 3.');
	});

	test('whoever interrupts ends it', async () => {
		await expect(choose(question, createLines().context)).rejects.toThrow();
	});
});

describe('one or more of many', () => {
	test('come in pages, and are found by words, each with its own number', async () => {
		const {context, written} = createLines('+', 'MEETING 4', '45');
		expect(await search({message: 'Which?', choices: many}, context)).toBe(44);
		expect(written()).toContain('20 of 45; + shows more.');
		expect(written()).toContain('40 of 45; + shows more.');
		expect(written()).toContain(': 4. Meeting 4\n14. Meeting 14\n');
	});

	test('a single find is taken by Enter', async () => {
		const {context, written} = createLines('meeting 33', '');
		expect(await search({message: 'Which?', choices: many}, context)).toBe(32);
		expect(written()).toContain('33. Meeting 33\nNumber, or words to look for (Enter takes 33');
	});

	test('several are taken in their order, all of them, or all that were found', async () => {
		const all = {message: 'Which?', choices: many};
		expect(await chooseMany(all, createLines('3 1-2').context)).toEqual([0, 1, 2]);
		expect(await chooseMany(all, createLines('all').context)).toHaveLength(45);
		expect(await chooseMany(all, createLines('meeting 4', 'all').context)).toHaveLength(10);
		expect(await chooseMany(all, createLines('').context)).toBeUndefined();
	});
});

test('a line of text may have a usual answer', async () => {
	expect(await askText({message: 'Where'}, createLines('a b').context)).toBe('a b');
	expect(await askText({message: 'Where'}, createLines('').context)).toBeUndefined();
	const usual = {message: 'Where', default: './'};
	expect(await askText(usual, createLines('').context)).toBe('./');
	expect(await askText(usual, createLines(keys.escape).context)).toBeUndefined();
});

test.each([
	['y', true],
	['YES', true],
	['', false],
	['no', false],
	['yellow', false],
])('%j to a yes or no: %s', async (typed, expected) => {
	expect(await confirm('Go on?', createLines(typed).context)).toBe(expected);
});
