import {DatabaseSync} from 'node:sqlite';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {speakerTest, toFullTextQuery, toMoments} from '../../source/library/search-query.ts';
import {hostileText} from '../transcripts/corpus.ts';

test.each([
	['budget review', '"budget" "review"'],
	['"third week" launch', '"third week" "launch"'],
	['budg* OR NEAR(x)', '"budg"* "OR" "NEAR(x)"'],
	['speaker:ada budget', '"budget"'],
	['budget Speaker:"Ada Moreau"', '"budget"'],
	['"unfinished phrase', '"unfinished phrase"'],
	['speaker:ada', undefined],
	['- * ""', undefined],
])('%s is looked for as %s', (text, expected) => {
	expect(toFullTextQuery({text})).toBe(expected);
});

test.each([
	['budg', '"budg"*'],
	['the budg', '"the" "budg"*'],
	['budget ', '"budget"'],
	['budg*', '"budg"*'],
	['"third w', '"third w"'],
	['budg speaker:a', '"budg"'],
])('while %j is typed it is looked for as %s', (text, expected) => {
	expect(toFullTextQuery({text, isUnfinished: true})).toBe(expected);
});

test('whatever is typed, SQLite takes it', () => {
	const database = new DatabaseSync(':memory:');
	database.exec('CREATE VIRTUAL TABLE said USING fts5(text)');
	const search = database.prepare('SELECT * FROM said WHERE said MATCH ?');
	const typed = fc.oneof(hostileText, fc.string(), fc.string({unit: fc.constantFrom(...'a"*: (')}));
	fc.assert(
		fc.property(typed, fc.boolean(), (text, isUnfinished) => {
			const query = toFullTextQuery({text, isUnfinished});
			expect(query === undefined ? [] : search.all(query)).toEqual([]);
		}),
	);
	database.close();
});

test('a speaker is known by a part of the name, or by the whole letter', () => {
	const test = speakerTest({text: 'x speaker:zoe', speaker: 'Speaker B'});
	expect(test?.({label: 'A', name: 'Zoë Keller'})).toBe(true);
	expect(test?.({label: 'B', name: undefined})).toBe(true);
	expect(test?.({label: 'BB', name: 'Ana'})).toBe(false);
	expect(speakerTest({text: 'x', speaker: ' '})).toBeUndefined();
});

test('days are those of the person’s own calendar, the last one included', () => {
	const {since = '', before = ''} = toMoments({from: '2026-03-29', to: '2026-03-29'});
	expect(new Date(since)).toEqual(new Date(2026, 2, 29));
	expect(new Date(before)).toEqual(new Date(2026, 2, 30));
	expect(toMoments({})).toEqual({since: undefined, before: undefined});
});
