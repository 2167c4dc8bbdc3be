import {expect, test} from 'vitest';
import {find} from '../../source/transcripts/find.ts';
import {parseQuery} from '../../source/transcripts/find-query.ts';
import {findAgain, noFind} from '../../source/tui/find-state.ts';
import {conversation} from '../transcripts/corpus.ts';

const origin = {kind: 'text', turn: 1, offset: 0} as const;

function countIn(text: string, words: readonly string[]): number {
	const state = findAgain(words, origin);
	const parsed = parseQuery(state.text, state);
	return parsed.kind === 'query' ? find(conversation([['A', text]]), parsed.query).count : -1;
}

test('what was found elsewhere is looked for from a place on', () => {
	expect(findAgain(['Budget'], origin)).toMatchObject({
		text: 'budget',
		isRegularExpression: false,
		origin,
	});
	expect(findAgain([], origin)).toBe(noFind);
});

test('several words are each looked for, whatever signs they hold', () => {
	expect(countIn('The budget (2.0) and the BUDGET, 210', ['budget', 'Budget', '(2.0)'])).toBe(3);
});
