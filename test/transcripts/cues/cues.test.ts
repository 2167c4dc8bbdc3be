import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {safeText} from '../../../source/safe-text.ts';
import {type Cue, cuesOf} from '../../../source/transcripts/cues/cues.ts';
import type {Transcript} from '../../../source/transcripts/transcript.ts';
import {
	anyTranscript,
	conversation,
	correctedTranscript,
	meetingOfHours,
	messyTranscript,
	spokenTurn,
	transcriptOf,
} from '../corpus.ts';

function cues(transcript: Transcript, {nameInText = true} = {}): readonly Cue[] {
	return [...cuesOf(transcript, {nameInText})];
}

function show(transcript: Transcript): readonly string[] {
	return cues(transcript).map(
		({startMs, endMs, lines}) => `${startMs}-${endMs} ${lines.join(' / ')}`,
	);
}

const anyOrCorrected = fc.oneof(anyTranscript, messyTranscript, correctedTranscript);
const letters = (text: string) => text.replace(/\s/gu, '');

/** What is wrong with the cues of a transcript, if anything. */
function problemsOf(transcript: Transcript, nameInText: boolean): readonly string[] {
	let previousEnd = 0;
	return cues(transcript, {nameInText}).flatMap(cue => {
		const {startMs, endMs, lines} = cue;
		const duration = endMs - startMs;
		const problems = [
			startMs < previousEnd && 'overlaps',
			duration < 1000 && 'too short',
			duration > 7000 && 'too long',
			lines.length < 1 && 'no line',
			lines.length > 2 && 'too many lines',
			lines.some(line => stringWidth(line) > 42) && 'too wide',
			lines.some(line => line === '' || line !== line.trimEnd()) && 'stray space',
		].filter(problem => problem !== false);
		previousEnd = endMs;
		return problems.map(problem => `${problem}: ${JSON.stringify(cue)}`);
	});
}

describe('for any transcript', () => {
	test('cues are one or two lines of 42 cells, last 1 to 7 s and never overlap', () => {
		fc.assert(
			fc.property(anyOrCorrected, fc.boolean(), (transcript, names) => {
				expect(problemsOf(transcript, names)).toEqual([]);
			}),
			{numRuns: 300},
		);
	});

	test('every turn is there whole, in the cues of its speaker', () => {
		fc.assert(
			fc.property(anyOrCorrected, transcript => {
				const said = transcript.turns.map(() => '');
				for (const {turn, speaker, lines} of cues(transcript, {nameInText: false})) {
					said[turn] += lines.join('');
					expect(speaker).toBe(transcript.turns[turn]?.speaker);
				}
				expect(said.map(letters)).toEqual(transcript.turns.map(({text}) => letters(text)));
			}),
		);
	});
});

test('a meeting of ten hours has good cues that stay with their words', () => {
	const transcript = meetingOfHours(10);
	expect(problemsOf(transcript, true)).toEqual([]);
	const strayed = cues(transcript).filter(({startMs, turn}) => {
		const {startMs: from = 0, endMs: to = 0} = transcript.turns[turn] ?? {};
		return startMs < from || startMs > to + 2000;
	});
	expect(strayed).toEqual([]);
});

test('a new speaker starts a new cue with the name', () => {
	const transcript = conversation([
		['A', 'Shall we start?'],
		['A', 'The first point is the launch.'],
		['B', 'Yes, please.'],
	]);
	expect(show(transcript)).toEqual([
		'0-1499 Speaker A: Shall we start?',
		'1499-3464 The first point is the launch.',
		'3997-5147 Speaker B: Yes, please.',
	]);
});

test('cues end behind sentences and clauses rather than in the middle of one', () => {
	const transcript = conversation([
		[
			undefined,
			'We moved the launch to November. The review of the payment service began on Monday, but it will take longer than anybody thought it would when we planned it.',
		],
	]);
	expect(cues(transcript).map(({lines}) => lines)).toEqual([
		['We moved the launch to November.'],
		['The review of the payment', 'service began on Monday,'],
		['but it will take longer than anybody', 'thought it would when we planned it.'],
	]);
});

test('a silence ends a cue, and the cue does not stay over it', () => {
	const [turn] = transcriptOf([spokenTurn('A', 'One two', {startMs: 0, endMs: 1000})]).turns;
	const [one, two] = turn?.words ?? [];
	const transcript = transcriptOf(
		turn === undefined || one === undefined || two === undefined
			? []
			: [{...turn, endMs: 60_000, words: [one, {...two, startMs: 50_000, endMs: 50_400}]}],
	);
	expect(show(transcript)).toEqual(['0-1000 Speaker A: One', '50000-51000 two']);
});

test('people who talk at once have their cues one after the other', () => {
	const transcript = transcriptOf([
		spokenTurn('A', 'I think that we should go on with it as it was planned', {
			startMs: 0,
			endMs: 9000,
		}),
		spokenTurn('B', 'Right', {startMs: 4000, endMs: 4300}),
	]);
	expect(cues(transcript).map(({speaker, lines}) => [speaker, lines.join(' ')])).toEqual([
		['A', 'Speaker A: I think that we should go on with it'],
		['B', 'Speaker B: Right'],
		['A', 'Speaker A: as it was planned'],
	]);
});

test('a corrected text is what the cues say, at the times of its words', () => {
	const [turn] = transcriptOf([
		spokenTurn(undefined, 'the kubernets cluster', {endMs: 3000}),
	]).turns;
	const {text} = spokenTurn(undefined, 'the Kubernetes cluster');
	const transcript = transcriptOf(turn === undefined ? [] : [{...turn, text}]);
	expect(show(transcript)).toEqual(['0-2900 the Kubernetes cluster']);
});

test('the first cues of a transcript do not wait for the last turns', () => {
	let asked = 0;
	const turns = Array.from({length: 1000}, (_, index) =>
		spokenTurn('A', 'Some words.', {startMs: index * 3000}),
	);
	const counted = new Proxy(turns, {
		get(target, property) {
			asked += typeof property === 'string' && /^\d+$/.test(property) ? 1 : 0;
			return Reflect.get(target, property);
		},
	});
	const iterator = cuesOf(transcriptOf(counted), {nameInText: true});
	iterator.next();
	iterator.next();
	expect(asked).toBeLessThan(50);
});

/** One turn whose words are said at these times, in milliseconds. */
function turnOfWords(words: ReadonlyArray<readonly [string, number, number]>): Transcript {
	const text = words.map(([word]) => word).join(' ');
	const [, startMs = 0] = words[0] ?? [];
	const turn = spokenTurn(undefined, text, {startMs, endMs: words.at(-1)?.[2] ?? 0});
	return transcriptOf([
		{
			...turn,
			words: turn.words.map((word, index) => ({
				...word,
				startMs: words[index]?.[1] ?? 0,
				endMs: words[index]?.[2] ?? 0,
			})),
		},
	]);
}

test.each([
	[1499, ['0-2999 One two three']],
	[1500, ['0-1000 One', '2000-3000 two three']],
])('a pause of %i ms within a turn', (pauseMs, expected) => {
	const resumed = 500 + pauseMs;
	const transcript = turnOfWords([
		['One', 0, 500],
		['two', resumed, resumed + 400],
		['three', resumed + 500, resumed + 1000],
	]);
	expect(show(transcript)).toEqual(expected);
});

test('what is said slowly is not shown for longer than 7 s', () => {
	const words = ['One', 'two', 'three', 'four', 'five'].map(
		(word, index) => [word, index * 1750, index * 1750 + 1500] as const,
	);
	expect(show(turnOfWords(words))).toEqual(['0-6750 One two three four', '7000-8500 five']);
});

test('a name of any length leaves room for the words, and only where it stands', () => {
	const words = 'Seventy characters of what somebody said and that fits into two rows.';
	const named = {
		...conversation([
			['A', `${words} ${words}`],
			['B', 'Yes.'],
		]),
		speakerNames: new Map([['A', safeText('Bartholomew Quigley of the Operations')]]),
	};
	expect(cues(named).map(({lines}) => lines)).toEqual([
		['Bartholomew Quigley of…: Seventy', 'characters of what somebody said and that'],
		['fits into two rows.'],
		['Seventy characters of what somebody', 'said and that fits into two rows.'],
		['Speaker B: Yes.'],
	]);
});

test.each([
	[42, 1],
	[43, 2],
])('%i cells take %i line(s), with a space at the end and without', (cells, lines) => {
	const text = `Some words of it ${'x'.repeat(cells - 17)}`;
	expect(stringWidth(text)).toBe(cells);
	expect(cues(transcriptOf([spokenTurn(undefined, text)]))[0]?.lines).toHaveLength(lines);
});

test('of two places to break at, a comma is the better one', () => {
	const [cue] = cues(
		transcriptOf([
			spokenTurn(undefined, 'They came here, and so did the others who had the time', {
				endMs: 4000,
			}),
		]),
	);
	expect(cue?.lines).toEqual(['They came here,', 'and so did the others who had the time']);
});
