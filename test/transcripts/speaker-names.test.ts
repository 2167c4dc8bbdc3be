import {describe, expect, test} from 'vitest';
import {safeText} from '../../source/safe-text.ts';
import {
	mergeSpeakers,
	renameSpeaker,
	speakerLabels,
	speakerName,
	summarizeSpeakers,
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
		const renamed = renameSpeaker(meeting, {label: b, name: ' Bo\u001B[31m \n'});
		expect(names(renamed)).toEqual(['Bo', 'Speaker A', 'Bo', 'Speaker C', undefined]);
		expect(names(meeting)[0]).toBe('Speaker B');
		expect(names(renameSpeaker(renamed, {label: b, name: ' '}))[0]).toBe('Speaker B');
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

test('merged speakers are one, by the name of the one that stays', () => {
	const renamed = renameSpeaker(meeting, {label: c, name: 'Cy'});
	const intoNamed = mergeSpeakers(renamed, {from: b, into: c});
	expect(names(intoNamed)).toEqual(['Cy', 'Speaker A', 'Cy', 'Cy', undefined]);
	const intoUnnamed = mergeSpeakers(renamed, {from: c, into: a});
	expect(names(intoUnnamed)).toEqual(['Speaker B', 'Cy', 'Speaker B', 'Cy', undefined]);
	expect(speakerLabels(intoUnnamed)).toEqual(['B', 'A']);
	expect(mergeSpeakers(renamed, {from: a, into: a})).toBe(renamed);
	expect(speakerLabels(renamed)).toEqual(['B', 'A', 'C']);
});
