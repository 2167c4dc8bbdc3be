import {describe, expect, test} from 'vitest';
import {safeText} from '../../source/safe-text.ts';
import {
	labelsOfSpeaker,
	speakerLabels,
	speakerName,
	summarizeSpeakers,
	uniteSpeakers,
} from '../../source/transcripts/speaker-names.ts';
import {conversation, spokenTurn, transcriptOf} from './corpus.ts';

const [a, b, c] = [safeText('A'), safeText('B'), safeText('C')];

const meeting = conversation([
	['B', 'Good morning.'],
	['A', 'Good morning, everyone, and welcome.'],
	['B', 'Thanks.'],
	['C', 'Hello.'],
	[undefined, 'Noise.'],
]);

const names = (transcript: typeof meeting) =>
	transcript.turns.map(({speaker}) =>
		speaker === undefined ? undefined : speakerName(transcript, speaker),
	);

describe('a speaker is shown', () => {
	test.each([
		['A', 'Speaker A'],
		['AB', 'Speaker AB'],
		['1A', 'Speaker 1A'],
		['Ana Souza', 'Ana Souza'],
		['Ana', 'Ana'],
	])('%s as %s', (label, expected) => {
		expect(speakerName(meeting, safeText(label))).toBe(expected);
	});

	test('by the name that Zoom has, even if it is a letter', () => {
		expect(speakerName({source: 'zoom', speakerNames: new Map()}, a)).toBe('A');
	});

	test('by the name that was given', () => {
		const renamed = {...meeting, speakerNames: new Map([['B', safeText('Bo')]])};
		expect(names(renamed)).toEqual(['Bo', 'Speaker A', 'Bo', 'Speaker C', undefined]);
		expect(names(meeting)[0]).toBe('Speaker B');
	});
});

test('labels come in the order in which they are heard', () => {
	expect(speakerLabels(meeting)).toEqual(['B', 'A', 'C']);
});

test('the summary says who speaks how much, and what', () => {
	const transcript = transcriptOf([
		spokenTurn('A', 'Short.', {startMs: 0, endMs: 1000}),
		spokenTurn('B', 'The longest sentence of them all.', {startMs: 1000, endMs: 7000}),
		spokenTurn('B', 'Second.', {startMs: 7000, endMs: 8000}),
		spokenTurn('B', 'A longer one.', {startMs: 8000, endMs: 9000}),
		spokenTurn('B', 'And a fourth one.', {startMs: 9000, endMs: 10_000}),
	]);
	const [first, second] = summarizeSpeakers(transcript);
	expect(first).toEqual({
		label: 'B',
		name: 'Speaker B',
		talkMs: 9000,
		share: 0.9,
		turnCount: 4,
		samples: [
			{turn: 1, text: 'The longest sentence of them all.'},
			{turn: 3, text: 'A longer one.'},
			{turn: 4, text: 'And a fourth one.'},
		],
	});
	expect(second).toMatchObject({label: 'A', share: 0.1});
	expect(summarizeSpeakers(transcriptOf([]))).toEqual([]);
	expect(
		summarizeSpeakers(transcriptOf([spokenTurn('A', 'x', {startMs: 5, endMs: 5})])),
	).toMatchObject([{share: 0}]);
});

describe('labels with the same name', () => {
	const named = (...entries: ReadonlyArray<readonly [string, string]>) => ({
		...meeting,
		speakerNames: new Map(entries.map(([label, name]) => [label, safeText(name)])),
	});

	test('are one speaker, under the first of them', () => {
		const united = uniteSpeakers(named(['B', 'Cy'], ['C', 'Cy'], ['A', 'Ada']));
		expect(names(united)).toEqual(['Cy', 'Ada', 'Cy', 'Cy', undefined]);
		expect(speakerLabels(united)).toEqual(['B', 'A']);
		expect(labelsOfSpeaker(united, b)).toEqual(['B', 'C']);
		expect(labelsOfSpeaker(united, a)).toEqual(['A']);
	});

	test('are only those that were given one', () => {
		expect(uniteSpeakers(meeting)).toBe(meeting);
		expect(speakerLabels(uniteSpeakers(named(['B', 'Speaker C'])))).toEqual(['B', 'A', 'C']);
		expect(labelsOfSpeaker(meeting, c)).toEqual(['C']);
	});
});
