import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {safeText} from '../../source/safe-text.ts';
import {alignWords} from '../../source/transcripts/align-words.ts';
import {matchTokens} from '../../source/transcripts/match-tokens.ts';
import type {Turn} from '../../source/transcripts/transcript.ts';
import {wordPositions} from '../../source/transcripts/word-positions.ts';
import {corpus, hostileText, spokenTurn} from './corpus.ts';

function show(turn: Turn, text: string): readonly string[] {
	return alignWords(turn, text).map(
		({text: word, startMs, endMs, confidence}) =>
			`${word} ${startMs}-${endMs}${confidence === undefined ? ' new' : ''}`,
	);
}

const heard = spokenTurn('A', 'the kubernets cluster is down', {startMs: 0, endMs: 5000});

describe('a corrected text', () => {
	test.each([
		[
			'a word of its own spelling',
			'the Kubernetes cluster is down',
			[1, 'Kubernetes 1000-1900 new'],
		],
		[
			'two words for one',
			'the cube nets cluster is down',
			[1, 'cube 1000-1450 new', 'nets 1450-1900 new'],
		],
		[
			'as many words each',
			'the Kubernetes dashboards is down',
			[1, 'Kubernetes 1000-1900 new', 'dashboards 2000-2900 new'],
		],
		['a word in between', 'the kubernets cluster here is down', [3, 'here 2900-3000 new']],
		['a word in front', 'So the kubernets cluster is down', [0, 'So 0-0 new']],
		['a word behind', 'the kubernets cluster is down again', [5, 'again 4900-5000 new']],
		['a mark at a word', 'the kubernets cluster, is down', [2, 'cluster, 2000-2900 new']],
		['letters at a word', 'the kubernets clusters is down', [2, 'clusters 2000-2900 new']],
	] as const)('gives %s its time', (_, text, [at, ...expected]) => {
		const words = show(heard, text);
		expect(words.slice(at, at + expected.length)).toEqual(expected);
		const others = words.toSpliced(at, expected.length);
		expect(others.filter(word => word.endsWith('new'))).toEqual([]);
	});

	test('leaves the words that are still there alone', () => {
		const words = alignWords(heard, 'the cluster is up');
		expect(words.slice(0, 3)).toEqual([heard.words[0], heard.words[2], heard.words[3]]);
		expect(words[0]).toBe(heard.words[0]);
	});

	test('of nothing has no words, and neither has a turn whose words are not known', () => {
		expect(alignWords(heard, '')).toEqual([]);
		expect(alignWords({...heard, words: []}, 'one two')).toEqual([]);
	});

	test('in a script without spaces keeps the words around the correction', () => {
		const turn: Turn = {
			...heard,
			text: safeText('会議は水曜日です。'),
			words: ['会議', 'は', '水曜日', 'です。'].map((text, index) => ({
				text: safeText(text),
				startMs: index * 1000,
				endMs: index * 1000 + 900,
				confidence: 0.9,
			})),
		};
		expect(show(turn, '会議は木曜日です。')).toEqual([
			'会議 0-900',
			'は 1000-1900',
			'木曜日 2000-2900 new',
			'です。 3000-3900',
		]);
	});
});

/** A turn of any text, and the text with a part of it replaced. */
const correction = fc
	.record({
		text: fc.oneof(hostileText, fc.constantFrom(...corpus.values()).map(safeText)),
		from: fc.nat({max: 200}),
		length: fc.nat({max: 60}),
		inserted: hostileText,
		startMs: fc.nat({max: 10_000}),
		lengthMs: fc.nat({max: 60_000}),
	})
	.map(({text, from, length, inserted, startMs, lengthMs}) => {
		const start = from % (text.length + 1);
		return {
			turn: spokenTurn('A', text, {startMs, endMs: startMs + lengthMs}),
			text: safeText(text.slice(0, start) + inserted + text.slice(start + length)),
		};
	});

describe('for any correction of any text', () => {
	test('every character but the spaces is in one word, and the words stand in the text in order', () => {
		fc.assert(
			fc.property(correction, ({turn, text}) => {
				const words = alignWords(turn, text);
				fc.pre(turn.words.length > 0);
				expect(words.map(word => word.text).join('')).toBe(text.replaceAll(' ', ''));
				const corrected = {...turn, text, words};
				expect(wordPositions(corrected)).toHaveLength(words.length);
			}),
			{numRuns: 1000},
		);
	});

	test('times are within the turn, and go on from word to word', () => {
		fc.assert(
			fc.property(correction, ({turn, text}) => {
				let earliest = turn.startMs;
				for (const {startMs, endMs} of alignWords(turn, text)) {
					expect(startMs).toBeGreaterThanOrEqual(earliest);
					expect(endMs).toBeGreaterThanOrEqual(startMs);
					expect(endMs).toBeLessThanOrEqual(turn.endMs);
					earliest = startMs;
				}
			}),
			{numRuns: 1000},
		);
	});

	test('without a correction the words stay the very same', () => {
		fc.assert(
			fc.property(hostileText, text => {
				const turn = spokenTurn('A', text);
				expect(alignWords(turn, turn.text)).toEqual(turn.words);
			}),
		);
	});

	test('words before and behind the changed part keep their times', () => {
		const plainWords = fc.array(fc.stringMatching(/^[a-z]{1,6}$/), {minLength: 1, maxLength: 12});
		fc.assert(
			fc.property(plainWords, plainWords, plainWords, plainWords, (before, old, now, after) => {
				const turn = spokenTurn('A', [...before, ...old, ...after].join(' '), {endMs: 60_000});
				const words = alignWords(turn, [...before, ...now, ...after].join(' '));
				expect(words.slice(0, before.length)).toEqual(turn.words.slice(0, before.length));
				expect(words.slice(-after.length)).toEqual(turn.words.slice(-after.length));
			}),
		);
	});
});

/** The length of the longest common subsequence, by trying everything. */
function mostInCommon(one: readonly string[], other: readonly string[]): number {
	const [[first, ...rest], [second, ...others]] = [one, other];
	if (first === undefined || second === undefined) {
		return 0;
	}

	return first === second
		? 1 + mostInCommon(rest, others)
		: Math.max(mostInCommon(rest, other), mostInCommon(one, others));
}

test('the most words are found again that can be, in order, each once', () => {
	const words = fc.array(fc.constantFrom('a', 'b', 'c'), {maxLength: 7});
	fc.assert(
		fc.property(words, words, (one, other) => {
			const [before, after] = [one.join(' '), other.join('  ')];
			const matches = matchTokens(before, after);
			expect(matches).toHaveLength(mostInCommon(one, other));
			let [previous, previousMoved] = [-1, -1];
			for (const {start, end, shift} of matches) {
				expect(after.slice(start + shift, end + shift)).toBe(before.slice(start, end));
				expect(start).toBeGreaterThan(previous);
				expect(start + shift).toBeGreaterThan(previousMoved);
				[previous, previousMoved] = [start, start + shift];
			}
		}),
		{numRuns: 300},
	);
});

test('two texts of 100,000 characters are compared before the test times out', () => {
	const [one, other] = ['yes no '.repeat(15_000), 'no yes '.repeat(15_000)];
	expect(matchTokens(one, `x${other}`)).toEqual([]);
	const turn = spokenTurn('A', one);
	expect(alignWords(turn, safeText(`x ${one}`))).toHaveLength(turn.words.length + 1);
});
