import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Finds, find, findInSteps} from '../../source/transcripts/find.ts';
import {type FindQuery, parseQuery} from '../../source/transcripts/find-query.ts';
import {createFoldMap, foldText} from '../../source/transcripts/fold-text.ts';
import type {Transcript} from '../../source/transcripts/transcript.ts';
import {anyTranscript, conversation, hostileText, meetingOfHours} from './corpus.ts';

function query(text: string, isRegularExpression = false): FindQuery {
	const parsed = parseQuery(text, {isRegularExpression});
	if (parsed.kind !== 'query') {
		throw new Error(`${text} is ${parsed.kind}`);
	}
	return parsed.query;
}

function textsOf(finds: Finds, {turns}: Transcript): readonly string[] {
	return Array.from({length: finds.count}, (_, index) => {
		const hit = finds.hitAt(index);
		return hit === undefined ? '' : (turns[hit.turn]?.text.slice(hit.start, hit.end) ?? '');
	});
}

function findIn(text: string, words: string, isRegularExpression = false): readonly string[] {
	const transcript = conversation([['A', text]]);
	return textsOf(find(transcript, query(words, isRegularExpression)), transcript);
}

describe('finds', () => {
	test.each([
		['small letters in any case', 'The launch. THE END', 'the', ['The', 'THE']],
		['capitals as they are', 'The launch. the END', 'The', ['The']],
		['words behind each other', 'we moved the launch', 'moved the', ['moved the']],
		['accented letters without accents', 'Zoë und François', 'francois', ['François']],
		['unaccented letters with accents', 'Francois', 'françois', ['Francois']],
		['decomposed letters', 'Zoe\u0308 and cafe\u0301s', 'café', ['cafe\u0301']],
		['letters under many marks', 'z\u0301\u0323\u0302algo', 'zalgo', ['z\u0301\u0323\u0302algo']],
		['letters that no mark makes', 'Straße, Søren, Łódź', 'lodz', ['Łódź']],
		['a sharp s by two', 'Straße', 'strasse', ['Straße']],
		['typographic apostrophes', 'it’s', "it's", ['it’s']],
		['Greek final sigma', 'ΛΌΓΟΣ λόγος', 'λογοσ', ['ΛΌΓΟΣ', 'λόγος']],
		['full-width letters', 'ＡＰＩ', 'api', ['ＡＰＩ']],
		['half-width kana', 'ｶﾞｲﾄﾞ', 'ガイド', ['ｶﾞｲﾄﾞ']],
		['kana, but not other kana', 'がか', 'か', ['か']],
		['Devanagari, but not other vowels', 'कु कि', 'कि', ['कि']],
		['Arabic without vowel signs', 'مُهِمٌّ', 'مهم', ['مُهِمٌّ']],
		['Hebrew without points', 'שָׁלוֹם', 'שלום', ['שָׁלוֹם']],
		['a whole ligature for a part', 'eﬃcient', 'f', ['ﬃ', '']],
		['emoji', 'ok 👍🏽 ok', '👍🏽', ['👍🏽']],
	])('%s', (_, text, words, expected) => {
		expect(findIn(text, words)).toEqual(expected);
	});

	test.each([
		['a pattern', 'ticket 123 and 4567', String.raw`\d+`, ['123', '4567']],
		['a pattern in any case', 'Launch lunch', 'l.*?ch', ['Launch', 'lunch']],
		['a pattern with its capitals', 'Launch lunch', 'L.*?ch', ['Launch']],
		['classes in capitals, which are not letters', 'a b', String.raw`\S`, ['a', 'b']],
		['properties, which may ask for capitals', 'Zoë é', String.raw`\p{Lu}`, ['Z']],
		['accents ignored', 'Zoë', 'zo.$', ['Zoë']],
		['nothing where the match is empty', 'abc', 'x*', []],
	])('%s as a regular expression', (_, text, pattern, expected) => {
		expect(findIn(text, pattern, true)).toEqual(expected);
	});

	test('nothing for nothing', () => {
		expect(parseQuery('  ', {isRegularExpression: false}).kind).toBe('empty');
		expect(parseQuery('\u0301', {isRegularExpression: false}).kind).toBe('empty');
		expect(parseQuery('', {isRegularExpression: true}).kind).toBe('empty');
	});

	test('out what is wrong with half a regular expression', () => {
		expect(parseQuery('(a', {isRegularExpression: true})).toMatchObject({
			kind: 'invalid',
			reason: expect.stringContaining('(a'),
		});
	});
});

describe('for any text', () => {
	const anyQuery = fc.constantFrom('e', 'an', 'launch', 'の', 'ा', '!', 'f', 'म', '🚀', 'a b');
	const ignoreCase = fc.boolean();

	test('folding the whole is folding cluster by cluster', () => {
		fc.assert(
			fc.property(hostileText, ignoreCase, (text, caseless) => {
				const options = {ignoreCase: caseless};
				const clusters = [...new Intl.Segmenter().segment(text)];
				expect(clusters.map(({segment}) => foldText(segment, options)).join('')).toBe(
					foldText(text, options),
				);
			}),
			{numRuns: 1000},
		);
	});

	test('a folded range leads back to whole clusters that fold to it', () => {
		fc.assert(
			fc.property(hostileText, fc.nat(), fc.nat({max: 20}), (text, from, length) => {
				const options = {ignoreCase: true};
				const folded = foldText(text, options);
				const start = from % (folded.length + 1);
				const end = Math.min(folded.length, start + length);
				fc.pre(end > start);
				const map = createFoldMap(text, options);
				const part = text.slice(map.startAt(start), map.endAt(end));
				expect(foldText(part, options)).toContain(folded.slice(start, end));
				const starts = [...new Intl.Segmenter().segment(text)].map(({index}) => index);
				expect([...starts, text.length]).toContain(map.startAt(start));
				expect([...starts, text.length]).toContain(map.endAt(end));
			}),
			{numRuns: 500},
		);
	});

	test('hits are in order, never overlap and fold to what was looked for', () => {
		fc.assert(
			fc.property(anyTranscript, anyQuery, (transcript, wanted) => {
				const finds = find(transcript, query(wanted));
				let previous = {turn: 0, start: 0, end: 0};
				for (let index = 0; index < finds.count; index++) {
					const hit = finds.hitAt(index) ?? {turn: -1, start: -1, end: -1};
					expect(hit.turn).toBeGreaterThanOrEqual(previous.turn);
					expect(hit.start).toBeGreaterThanOrEqual(hit.turn === previous.turn ? previous.end : 0);
					expect(hit.end).toBeGreaterThanOrEqual(hit.start);
					previous = hit;
				}
				expect(finds.hitAt(finds.count)).toBeUndefined();
			}),
		);
	});

	test('every word of every turn is found in it', () => {
		fc.assert(
			fc.property(hostileText, hostileText, hostileText, (before, words, after) => {
				const parsed = parseQuery(words, {isRegularExpression: false});
				fc.pre(parsed.kind === 'query');
				if (parsed.kind === 'query') {
					const transcript = conversation([['A', `${before} ${words} ${after}`]]);
					expect(find(transcript, parsed.query).count).toBeGreaterThan(0);
				}
			}),
			{numRuns: 300},
		);
	});
});

const three = conversation([
	['A', 'one the two the'],
	['B', 'nothing here'],
	['A', 'the end'],
]);

test('hits are numbered, and known by turn and by place', () => {
	const finds = find(three, query('the'));
	expect(finds.count).toBe(3);
	expect(finds.turns).toEqual([
		{turn: 0, first: 0, count: 2},
		{turn: 2, first: 2, count: 1},
	]);
	expect(finds.hitAt(1)).toEqual({turn: 0, start: 12, end: 15});
	expect(finds.hitAt(2)).toEqual({turn: 2, start: 0, end: 3});
	expect(finds.hitAt(-1)).toBeUndefined();

	expect(finds.indexFrom({kind: 'speaker', turn: 0})).toBe(0);
	expect(finds.indexFrom({kind: 'text', turn: 0, offset: 4})).toBe(0);
	expect(finds.indexFrom({kind: 'text', turn: 0, offset: 5})).toBe(1);
	expect(finds.indexFrom({kind: 'gap', turn: 0})).toBe(2);
	expect(finds.indexFrom({kind: 'text', turn: 1, offset: 2})).toBe(2);
	expect(finds.indexFrom({kind: 'text', turn: 2, offset: 1})).toBe(3);
});

test('a hit across two rows is on both', () => {
	const transcript = conversation([['A', 'we moved the launch']]);
	const finds = find(transcript, query('moved the'));
	const hit = {turn: 0, start: 3, end: 12};
	expect(finds.hitsBetween(0, 0, 9)).toEqual([hit]);
	expect(finds.hitsBetween(0, 9, 19)).toEqual([hit]);
	expect(finds.hitsBetween(0, 12, 19)).toEqual([]);
	expect(finds.hitsBetween(1, 0, 19)).toEqual([]);
});

test('looking can be stopped between steps', () => {
	const long = meetingOfHours(10);
	const steps = findInSteps(long, query('the'));
	let count = 0;
	let step = steps.next();
	while (step.done !== true) {
		count++;
		step = steps.next();
	}
	expect(count).toBeGreaterThan(long.turns.length / 300);
	expect(step.value.count).toBe(find(long, query('the')).count);
});
