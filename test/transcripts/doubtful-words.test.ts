import fc from 'fast-check';
import {expect, test} from 'vitest';
import {findDoubtfulWords} from '../../source/transcripts/doubtful-words.ts';
import type {Turn} from '../../source/transcripts/transcript.ts';
import {conversation} from './corpus.ts';

/** The conversation with these confidences, word by word. */
function sure(texts: readonly string[], confidences: readonly (number | undefined)[]) {
	const talk = conversation(texts.map((text): readonly [string, string] => ['A', text]));
	let place = 0;
	const turns = talk.turns.map(
		(turn): Turn => ({
			...turn,
			words: turn.words.map(word => ({...word, confidence: confidences[place++]})),
		}),
	);
	return {...talk, turns};
}

test('words under the threshold are found where they stand', () => {
	const talk = sure(['the the quay', 'no doubt', 'Northquay'], [0.9, 0.3, 0.6, 1, undefined, 0.59]);
	const finds = findDoubtfulWords(talk, 0.6);
	expect(finds.count).toBe(2);
	expect(finds.hitAt(0)).toEqual({turn: 0, start: 4, end: 7});
	expect(finds.hitAt(1)).toEqual({turn: 2, start: 0, end: 9});
	expect(finds.indexFrom({kind: 'speaker', turn: 1})).toBe(1);
	expect(findDoubtfulWords(talk, 0.1).count).toBe(0);
});

test('every hit is a word that is doubted, and none is missed', () => {
	const confidence = fc.option(fc.double({min: 0, max: 1, noNaN: true}), {nil: undefined});
	fc.assert(
		fc.property(
			fc.array(confidence, {minLength: 6, maxLength: 6}),
			fc.double({min: 0, max: 1, noNaN: true}),
			(each, below) => {
				const talk = sure(['one two three', 'four five', 'six'], each);
				const finds = findDoubtfulWords(talk, below);
				const doubted = each.filter(value => (value ?? 1) < below).length;
				expect(finds.count).toBe(doubted);
				const hits = Array.from({length: finds.count}, (_, place) => finds.hitAt(place));
				expect(hits.every(hit => hit !== undefined && hit.end > hit.start)).toBe(true);
				expect(finds.hitAt(finds.count)).toBeUndefined();
			},
		),
	);
});
