import {describe, expect, test} from 'vitest';
import {safeText} from '../../source/safe-text.ts';
import type {Turn} from '../../source/transcripts/transcript.ts';
import {
	offsetAtTime,
	timeAtOffset,
	timesOfRange,
	wordPositions,
} from '../../source/transcripts/word-positions.ts';
import {spokenTurn} from './corpus.ts';

/** A text and words of one second each, as the source has them. */
function turnOf(text: string, words: readonly string[]): Turn {
	return {
		...spokenTurn('A', text, {startMs: 10_000, endMs: 20_000}),
		words: words.map((word, index) => ({
			text: safeText(word),
			startMs: 10_000 + index * 1000,
			endMs: 10_900 + index * 1000,
			confidence: 0.9,
		})),
	};
}

function found(turn: Turn): readonly string[] {
	return wordPositions(turn).map(
		({start, end, word}) => `${word} ${start}-${end} ${turn.text.slice(start, end)}`,
	);
}

describe('words are found in their text', () => {
	test.each([
		['one after the other', 'to be or to be', ['to', 'be', 'or', 'to', 'be'], 5],
		['without the marks around them', '“Yes”, he said.', ['Yes', 'he', 'said'], 3],
		['but for what is spelled otherwise', 'the Kubernetes cluster', ['the', 'kuber', 'cluster'], 2],
		['but for empty ones', 'one two', ['one', '', 'two'], 2],
		['and no later one is taken for one that is gone', `a ${'x'.repeat(60)} the`, ['a', 'the'], 1],
	])('%s', (_, text, words, count) => {
		const turn = turnOf(text, words);
		const positions = wordPositions(turn);
		expect(positions).toHaveLength(count);
		for (const {start, end, word} of positions) {
			expect(text.slice(start, end)).toBe(words[word]);
		}
	});

	test('in order, and the same ones each time', () => {
		const turn = turnOf('to be or to be', ['to', 'be', 'or', 'to', 'be']);
		expect(found(turn)).toEqual(['0 0-2 to', '1 3-5 be', '2 6-8 or', '3 9-11 to', '4 12-14 be']);
		expect(wordPositions(turn)).toBe(wordPositions(turn));
	});
});

describe('a place and its time', () => {
	const turn = turnOf('Well, one two', ['one', 'two']);
	const untimed = turnOf('ten characters', []);

	test.each([
		[0, 10_000],
		[3, 10_000],
		[6, 10_000],
		[9, 10_000],
		[10, 11_000],
		[99, 11_000],
	])('with words: the offset %i is said at %i ms', (offset, timeMs) => {
		expect(timeAtOffset(turn, offset)).toBe(timeMs);
	});

	test.each([
		[9000, 0],
		[10_000, 6],
		[10_999, 6],
		[11_000, 10],
		[99_000, 10],
	])('with words: at %i ms the offset is %i', (timeMs, offset) => {
		expect(offsetAtTime(turn, timeMs)).toBe(offset);
	});

	test.each([
		[9000, 0],
		[10_000, 0],
		[15_000, 6],
		[20_000, 13],
		[30_000, 13],
	])('without words, as if spoken evenly: at %i ms the offset is %i', (timeMs, offset) => {
		expect(offsetAtTime(untimed, timeMs)).toBe(offset);
	});

	test('without words nor length of time or text', () => {
		expect(offsetAtTime({...untimed, endMs: untimed.startMs}, 10_000)).toBe(0);
		expect(timeAtOffset({...untimed, text: safeText('')}, 5)).toBe(10_000);
		expect(timeAtOffset(untimed, 7)).toBe(15_000);
	});

	test('of a part of the text, within words as if letters were spoken evenly', () => {
		const timed = turnOf('four then five', ['four', 'then', 'five']);
		expect(timesOfRange(timed, 0, 14)).toEqual({
			startMs: 10_000,
			endMs: 12_900,
			words: timed.words,
		});
		expect(timesOfRange(timed, 2, 4)).toMatchObject({startMs: 10_450, endMs: 10_900});
		expect(timesOfRange(timed, 5, 7)).toMatchObject({startMs: 11_000, endMs: 11_450});
		expect(timesOfRange(timed, 4, 9).words).toEqual([timed.words[1]]);
		expect(timesOfRange(timed, 4, 5)).toEqual({startMs: 10_000, endMs: 11_000, words: []});
		expect(timesOfRange(untimed, 7, 14)).toEqual({startMs: 15_000, endMs: 20_000, words: []});
	});
});
