import fc from 'fast-check';
import {expect, test} from 'vitest';
import {passagesOf} from '../../source/transcripts/passages.ts';
import {splitSentences} from '../../source/transcripts/sentences.ts';
import {
	anyTranscript,
	conversation,
	hostileText,
	messyTranscript,
	spokenTurn,
	transcriptOf,
} from './corpus.ts';

const sentences = (text: string) =>
	splitSentences(text).map(({start, end}) => text.slice(start, end));

test.each([
	['We start. Shall we? Yes!', ['We start.', 'Shall we?', 'Yes!']],
	['Dr. Smith and Ms. Jones agreed. Good.', ['Dr. Smith and Ms. Jones agreed.', 'Good.']],
	['J. R. R. Tolkien wrote it. Yes.', ['J. R. R. Tolkien wrote it.', 'Yes.']],
	['It costs 3.50 euros. No.', ['It costs 3.50 euros.', 'No.']],
	['はい。そうです。', ['はい。', 'そうです。']],
	['no end', ['no end']],
	['I saw Dr.', ['I saw Dr.']],
	['', []],
])('%j has the sentences %j', (text, expected) => {
	expect(sentences(text)).toEqual(expected);
});

test('sentences cover the text', () => {
	fc.assert(
		fc.property(hostileText, text => {
			expect(sentences(text).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
		}),
	);
});

test('sentences have the times of their words', () => {
	const transcript = conversation([['A', 'One two. Three four.']]);
	expect([...passagesOf(transcript, 'sentence')]).toMatchObject([
		{startMs: 0, text: 'One two.', heading: 'Speaker A', name: 'Speaker A', confidence: 0.9},
		{startMs: 666, text: 'Three four.', heading: undefined},
	]);
});

test('turns are passages, but for silent ones; a name stands above where another speaks', () => {
	const transcript = transcriptOf([
		spokenTurn(undefined, 'Noise.'),
		spokenTurn('A', 'One.', {startMs: 2000}),
		spokenTurn('A', '', {startMs: 4000}),
		spokenTurn('A', 'Two.', {startMs: 6000}),
		spokenTurn('B', 'Three.', {startMs: 8000}),
		{...spokenTurn('B', 'Four.', {startMs: 10_000}), words: []},
		spokenTurn(undefined, 'Who?', {startMs: 12_000}),
	]);
	expect(
		[...passagesOf(transcript, 'turn')].map(({turn, name, text, heading, confidence}) => [
			turn,
			name,
			text,
			heading,
			confidence,
		]),
	).toEqual([
		[0, undefined, 'Noise.', undefined, 0.9],
		[1, 'Speaker A', 'One.', 'Speaker A', 0.9],
		[3, 'Speaker A', 'Two.', undefined, 0.9],
		[4, 'Speaker B', 'Three.', 'Speaker B', 0.9],
		[5, 'Speaker B', 'Four.', undefined, undefined],
		[6, undefined, 'Who?', 'Unknown speaker', 0.9],
	]);
});

test('words come with their own times', () => {
	const transcript = conversation([['A', 'One two.']]);
	expect([...passagesOf(transcript, 'word')]).toMatchObject([
		{startMs: 0, endMs: 300, text: 'One'},
		{startMs: 333, endMs: 633, text: 'two.'},
	]);
});

test('for any transcript, passages say everything and end after they start', () => {
	const letters = (text: string) => text.replace(/\s/gu, '');
	fc.assert(
		fc.property(anyTranscript, fc.constantFrom('turn', 'sentence'), (transcript, unit) => {
			const passages = [...passagesOf(transcript, unit)];
			expect(letters(passages.map(({text}) => text).join(''))).toBe(
				letters(transcript.turns.map(({text}) => text).join('')),
			);
			for (const {startMs, endMs} of passages) {
				expect(endMs).toBeGreaterThanOrEqual(startMs);
			}
		}),
	);
	fc.assert(
		fc.property(messyTranscript, transcript => {
			for (const {startMs, endMs} of passagesOf(transcript, 'sentence')) {
				expect(endMs).toBeGreaterThanOrEqual(startMs);
			}
		}),
	);
});
