import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseTranscript} from '../../source/assemblyai/parse-transcript.ts';
import type {Transcript, Turn} from '../../source/transcripts/transcript.ts';

type RawWord = {
	readonly text: string;
	readonly start: number;
	readonly end: number;
	readonly confidence: number;
	readonly speaker: string | null;
};

function words(text: string, from = 0, speaker: string | null = 'A'): RawWord[] {
	return text.split(' ').map((word, index) => ({
		text: word,
		start: from + index * 400,
		end: from + index * 400 + 300,
		confidence: 0.9,
		speaker,
	}));
}

function utterance(speaker: string, text: string, from = 0): object {
	const spoken = words(text, from, speaker);
	const end = spoken.at(-1)?.end ?? from;
	return {speaker, text, start: from, end, confidence: 0.9, words: spoken};
}

function parse(answer: unknown): Transcript {
	return parseTranscript(JSON.stringify(answer));
}

function sentences(count: number, wordsEach: number): string {
	return Array.from(
		{length: count},
		(_, index) =>
			`${Array.from({length: wordsEach}, (__, word) => `w${index}-${word}`).join(' ')}.`,
	).join(' ');
}

describe('a transcript', () => {
	const answer = {
		id: 'x',
		status: 'completed',
		audio_duration: 12,
		language_code: 'en_us',
		speech_model_used: 'assemblyai-stt-3-7',
		text: 'Hello there. Hi!',
		utterances: [utterance('A', 'Hello there.', 500), utterance('B', 'Hi!', 2000)],
		words: [...words('Hello there.', 500), ...words('Hi!', 2000, 'B')],
		something_new: {deep: [1]},
	};

	test('has a turn for each utterance, with its words', () => {
		expect(parse(answer)).toEqual({
			source: 'assemblyai',
			durationMs: 12_000,
			language: 'en_us',
			model: 'assemblyai-stt-3-7',
			speakerNames: new Map(),
			turns: [
				{
					speaker: 'A',
					startMs: 500,
					endMs: 1200,
					text: 'Hello there.',
					words: [
						{text: 'Hello', startMs: 500, endMs: 800, confidence: 0.9},
						{text: 'there.', startMs: 900, endMs: 1200, confidence: 0.9},
					],
				},
				{
					speaker: 'B',
					startMs: 2000,
					endMs: 2300,
					text: 'Hi!',
					words: [{text: 'Hi!', startMs: 2000, endMs: 2300, confidence: 0.9}],
				},
			],
		});
	});

	test.each([null, undefined, []])('with utterances %o is parted into paragraphs', utterances => {
		const text = sentences(40, 10);
		const {turns} = parse({...answer, utterances, text, words: words(text, 0, null)});
		expect(turns.map(turn => turn.words.length)).toEqual([100, 100, 100, 100]);
		expect(turns.every(({speaker}) => speaker === undefined)).toBe(true);
		expect(turns.map(turn => turn.text).join(' ')).toBe(text);
	});

	test('without utterances keeps the speakers that its words have', () => {
		const all = [...words('Hello there.'), ...words('Hi!', 1000, 'B'), ...words('So.', 2000)];
		const {turns} = parse({...answer, utterances: null, words: all});
		expect(turns.map(({speaker, text}) => [speaker, text])).toEqual([
			['A', 'Hello there.'],
			['B', 'Hi!'],
			['A', 'So.'],
		]);
	});

	test('with nothing but a text is that text', () => {
		expect(parse({audio_duration: '7', text: 'Just this.'})).toMatchObject({
			durationMs: 7000,
			turns: [{speaker: undefined, startMs: 0, endMs: 7000, text: 'Just this.', words: []}],
		});
	});

	test.each([{}, {text: null, words: null, utterances: null}, {text: '', words: []}])(
		'in which nothing was said (%o) is empty',
		silent => {
			expect(parse(silent)).toMatchObject({turns: [], durationMs: 0});
		},
	);

	test('lasts at least as long as somebody speaks', () => {
		const late = utterance('A', 'Late.', 60_000);
		expect(parse({utterances: [late], audio_duration: null}).durationMs).toBe(60_300);
		expect(parse({utterances: [late], audio_duration: 60}).durationMs).toBe(60_300);
	});

	test.each(['', 'no JSON', '{"text": "half', 'null', '7', '[]'])(
		'is not to be had from %o',
		raw => {
			expect(() => parseTranscript(raw)).toThrow(expect.objectContaining({name: 'UserError'}));
		},
	);
});

describe('a long utterance', () => {
	test('is parted at the ends of sentences, into parts of much the same length', () => {
		const text = sentences(30, 17);
		const {turns} = parse({utterances: [utterance('A', text, 1000)]});
		expect(turns.map(({text: part}) => part).join(' ')).toBe(text);
		expect(turns.every(turn => turn.text.endsWith('.'))).toBe(true);
		const lengths = turns.map(turn => turn.words.length);
		expect(Math.max(...lengths)).toBeLessThanOrEqual(120);
		expect(Math.min(...lengths)).toBeGreaterThan(60);
		expect(turns[0]?.startMs).toBe(1000);
		expect(turns.at(-1)?.endMs).toBe(1000 + 509 * 400 + 300);
		for (const turn of turns) {
			expect(turn.startMs).toBe(turn.words[0]?.startMs);
			expect(turn.endMs).toBe(turn.words.at(-1)?.endMs);
		}
	});

	test('without sentences is parted at commas, without those by length', () => {
		const clauses = sentences(30, 17).replaceAll('.', ',');
		expect(
			parse({utterances: [utterance('A', clauses)]}).turns.every(({text}) => text.endsWith(',')),
		).toBe(true);
		const endless = sentences(1, 500).replace('.', '');
		const {turns} = parse({utterances: [utterance('A', endless)]});
		expect(turns.map(turn => turn.words.length)).toEqual([100, 100, 100, 100, 100]);
	});

	test('keeps its own text where words are not parted by spaces', () => {
		const tokens = Array.from({length: 300}, (_, index) => (index % 20 === 19 ? '。' : '字'));
		const text = tokens.join('');
		const spoken = tokens.map((token, index) => ({
			text: token,
			start: index * 100,
			end: index * 100 + 90,
		}));
		const {turns} = parse({
			utterances: [{speaker: 'A', text, start: 0, end: 30_000, words: spoken}],
		});
		expect(turns.length).toBeGreaterThan(2);
		expect(turns.map(turn => turn.text).join('')).toBe(text);
		expect(turns.every(turn => turn.text.endsWith('。'))).toBe(true);
	});

	test('takes the words where they are not to be found in its text', () => {
		const spoken = words(sentences(20, 10));
		const {turns} = parse({
			utterances: [{speaker: 'A', text: 'something else', start: 0, end: 1, words: spoken}],
		});
		expect(turns.map(turn => turn.words.map(word => word.text).join(' '))).toEqual(
			turns.map(turn => turn.text),
		);
	});

	test('lets somebody in between come in between', () => {
		const long = utterance('A', sentences(30, 10), 0);
		const short = utterance('B', 'Yes.', 10_000);
		const {turns} = parse({utterances: [long, short]});
		expect(turns.map(({speaker}) => speaker)).toEqual(['A', 'B', 'A', 'A']);
	});
});

describe('an oddity', () => {
	test('in the times is put right', () => {
		const spoken = [
			{text: 'a', start: 500, end: 400},
			{text: 'b', start: 100, end: 700},
			{text: 'c', start: '900', end: null},
			{text: 'd'},
			{text: 'e', start: -5, end: 1e300},
		];
		const {turns} = parse({utterances: [{text: 'a b c d e', start: 600, end: 1, words: spoken}]});
		expect(turns[0]?.words.map(({startMs, endMs}) => [startMs, endMs])).toEqual([
			[600, 600],
			[600, 700],
			[900, 900],
			[900, 900],
			[900, 900],
		]);
		expect(turns[0]).toMatchObject({startMs: 600, endMs: 900});
	});

	test('in the words is left out', () => {
		const spoken = [null, 7, {text: null}, {text: ' \u200B '}, {text: 'ok', confidence: 'high'}];
		expect(parse({utterances: [{words: spoken}]}).turns).toEqual([
			{
				speaker: undefined,
				startMs: 0,
				endMs: 0,
				text: 'ok',
				words: [{text: 'ok', startMs: 0, endMs: 0, confidence: undefined}],
			},
		]);
	});

	test('in the text never reaches a terminal', () => {
		const {turns} = parse({
			utterances: [utterance('A\u001B[2J', 'red \u001B[31mtext\u202E \u0007and\nmore')],
		});
		expect(turns[0]?.speaker).toBe('A');
		expect(turns[0]?.text).toBe('red text and more');
		expect(JSON.stringify(turns)).not.toMatch(/\\u00|\p{Cc}|\u202E/u);
	});
});

describe('whatever comes', () => {
	const time = fc.oneof(
		fc.nat(10_000_000),
		fc.double(),
		fc.string(),
		fc.constant(null),
		fc.nat(9999).map(String),
	);
	const anyText = fc.oneof(
		fc.array(fc.nat(0x10_ff_ff), {maxLength: 12}).map(points => String.fromCodePoint(...points)),
		fc.constantFrom('so.', 'a', ','),
	);
	const anyWord = fc.oneof(
		fc.record(
			{
				text: anyText,
				start: time,
				end: time,
				confidence: fc.oneof(fc.double(), fc.constant(null)),
				speaker: fc.constantFrom('A', 'B', null, 3),
			},
			{requiredKeys: []},
		),
		fc.anything(),
	);
	const anyWords = fc.oneof(fc.array(anyWord, {maxLength: 180, size: 'max'}), fc.constant(null));
	const anyUtterance = fc.oneof(
		fc.record(
			{speaker: anyText, text: anyText, start: time, end: time, words: anyWords},
			{requiredKeys: []},
		),
		fc.anything(),
	);
	const anyAnswer = fc.record(
		{
			text: fc.oneof(anyText, fc.anything()),
			audio_duration: time,
			words: anyWords,
			utterances: fc.oneof(
				fc.array(anyUtterance, {maxLength: 6}),
				fc.constant(null),
				fc.anything(),
			),
			language_code: fc.anything(),
		},
		{requiredKeys: []},
	);

	function expectOrdered(
		{startMs, endMs}: {readonly startMs: number; readonly endMs: number},
		leastMs: number,
	): void {
		expect(Number.isSafeInteger(startMs) && Number.isSafeInteger(endMs)).toBe(true);
		expect(startMs).toBeGreaterThanOrEqual(leastMs);
		expect(endMs).toBeGreaterThanOrEqual(startMs);
	}

	function expectSound(turn: Turn): void {
		expect(turn.text).not.toMatch(/^$|\p{Cc}|^\s|\s$/u);
		let leastMs = turn.startMs;
		for (const word of turn.words) {
			expectOrdered(word, leastMs);
			expect(word.endMs).toBeLessThanOrEqual(turn.endMs);
			expect(word.text).not.toMatch(/^$|\p{Cc}/u);
			leastMs = word.startMs;
		}
	}

	test('turns and words are in order, whole and fit to be shown', () => {
		fc.assert(
			fc.property(anyAnswer, answer => {
				const {turns, durationMs} = parse(answer);
				let leastMs = 0;
				for (const turn of turns) {
					expectOrdered(turn, leastMs);
					expectSound(turn);
					expect(turn.words.length).toBeLessThanOrEqual(120);
					leastMs = turn.startMs;
				}
				expect(durationMs).toBeGreaterThanOrEqual(Math.max(0, ...turns.map(({endMs}) => endMs)));
			}),
			{numRuns: 100},
		);
	});

	test('no word is lost by parting', () => {
		const spoken = fc.array(fc.constantFrom('yes', 'no.', 'well,', '字', '。', 'Ja!”'), {
			minLength: 100,
			maxLength: 600,
			size: 'max',
		});
		fc.assert(
			fc.property(spoken, fc.constantFrom(' ', ''), (tokens, separator) => {
				const entries = tokens.map((text, index) => ({text, start: index, end: index + 1}));
				const text = tokens.join(separator);
				const {turns} = parse({utterances: [{text, start: 0, end: tokens.length, words: entries}]});
				expect(turns.flatMap(turn => turn.words.map(word => word.text))).toEqual(tokens);
				expect(turns.map(turn => turn.text).join(separator)).toBe(text);
			}),
			{numRuns: 100},
		);
	});
});
