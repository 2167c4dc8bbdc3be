import {describe, expect, test} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {safeText} from '../../source/safe-text.ts';
import {
	type NamedSpan,
	namedSpans,
	offerNames,
	proposeNames,
} from '../../source/transcripts/name-proposals.ts';
import {parseTimeline} from '../../source/transcripts/parse-timeline.ts';
import {parseVtt} from '../../source/transcripts/parse-vtt.ts';
import {spokenTurn, transcriptOf} from './corpus.ts';

const turn = (speaker: string | undefined, startSeconds: number, endSeconds: number) =>
	spokenTurn(speaker, 'words', {startMs: startSeconds * 1000, endMs: endSeconds * 1000});

const span = (name: string, startSeconds: number, endSeconds: number): NamedSpan => ({
	name: safeText(name),
	startMs: startSeconds * 1000,
	endMs: endSeconds * 1000,
});

const meeting = transcriptOf([
	turn('A', 0, 10),
	turn('B', 10, 20),
	turn(undefined, 20, 22),
	turn('A', 22, 40),
	turn('C', 40, 45),
	turn('D', 50, 50.5),
]);

describe('names are proposed', () => {
	test('by who is heard at the same time', () => {
		const spans = [span('Ada', 0.5, 10.5), span('Bo', 10.5, 21), span('Ada', 21, 38)];
		const proposals = proposeNames(meeting, spans);
		expect(proposals).toEqual([
			{label: 'A', name: 'Ada', agreement: 1, isShared: false},
			{label: 'B', name: 'Bo', agreement: 0.95, isShared: false},
		]);
	});

	test('whatever the order of the spans, and for one that lasts throughout', () => {
		const spans = [
			span('Bo', 10, 20),
			span('Room', 0, 50),
			span('Ada', 22, 40),
			span('Ada', 0, 10),
		];
		expect(proposeNames(meeting, spans).map(({label, name}) => [label, name])).toEqual([
			['A', 'Ada'],
			['B', 'Bo'],
			['C', 'Room'],
		]);
	});

	test('with a word of caution where one name fits two speakers', () => {
		const proposals = proposeNames(meeting, [span('Room', 0, 60)]);
		expect(proposals.map(({label, isShared}) => [label, isShared])).toEqual([
			['A', true],
			['B', true],
			['C', true],
		]);
	});

	test('not where it is a guess, nor over a name that was given', () => {
		const mixed = [span('Ada', 0, 4), span('Bo', 4, 7), span('Cy', 7, 10)];
		expect(proposeNames(transcriptOf([turn('A', 0, 10)]), mixed)).toEqual([]);
		const named = {...meeting, speakerNames: new Map([['A', safeText('Ana')]])};
		expect(proposeNames(named, [span('Ada', 0, 10)])).toEqual([]);
		expect(proposeNames(meeting, [])).toEqual([]);
	});

	test('by the time in which anybody is heard by name, which none is counted twice in', () => {
		const both = [span('Ada', 0, 6), span('Bo', 4, 8), span('Cy', 6, 8)];
		const [proposal] = proposeNames(transcriptOf([turn('A', 0, 10)]), both.toReversed());
		expect(proposal).toMatchObject({name: 'Ada', agreement: 6 / 8});
	});

	test.each([
		[2, [['A', 'Ada']]],
		[1.999, []],
	])('for %d s in common: %j', (seconds, expected) => {
		const proposals = proposeNames(transcriptOf([turn('A', 0, 10)]), [span('Ada', 0, seconds)]);
		expect(proposals.map(({label, name}) => [label, name])).toEqual(expected);
	});

	test('half of the time is enough', () => {
		const halves = [span('Ada', 0, 5), span('Bo', 5, 7.5), span('Cy', 7.5, 10)];
		const [proposal] = proposeNames(transcriptOf([turn('A', 0, 10)]), halves);
		expect(proposal).toMatchObject({name: 'Ada', agreement: 0.5});
	});

	test('whatever the order of the turns, also behind a span that outlasts many', () => {
		const turns = [turn('B', 60, 70), turn('A', 0, 10), turn('C', 30, 40)];
		const spans = [
			span('Ada', 0, 10),
			span('Room', 0, 200),
			span('Cy', 30, 40),
			span('Bo', 60, 70),
		];
		expect(proposeNames(transcriptOf(turns), spans).map(({label, name}) => [label, name])).toEqual([
			['A', 'Ada'],
			['C', 'Cy'],
			['B', 'Bo'],
		]);
	});

	test('and offered: Zoom’s, and AssemblyAI’s for whom neither Zoom nor anybody has named', () => {
		const identified = new Map(
			[
				['A', 'Ada?'],
				['B', 'Bo'],
				['C', 'Cy'],
			].map(([label = '', name = '']) => [safeText(label), safeText(name)] as const),
		);
		const speakerNames = new Map([['B', safeText('Bob')]]);
		const [fromZoom] = proposeNames(meeting, [span('Ada', 0, 10)]);
		expect(
			offerNames({identified, speakerNames}, fromZoom === undefined ? [] : [fromZoom]),
		).toEqual([
			{label: 'A', name: 'Ada', by: 'Zoom'},
			{label: 'C', name: 'Cy', by: 'AssemblyAI'},
		]);
		expect(offerNames({speakerNames}, [])).toEqual([]);
	});

	test('from Zoom’s transcript', () => {
		const zoom = parseVtt(
			'WEBVTT\n\n00:00.000 --> 00:09.000\nAda: one\n\n00:11.000 --> 00:19.000\nBo: two',
		);
		expect(proposeNames(meeting, namedSpans(zoom)).map(({label, name}) => [label, name])).toEqual([
			['A', 'Ada'],
			['B', 'Bo'],
		]);
	});
});

describe('the timeline', () => {
	test('says who is heard until the next moment', () => {
		const json = JSON.stringify({
			timeline: [
				{ts: '00:00:01.500', users: [{username: 'Ada\u001B[31m', user_id: 'x'}]},
				{ts: '00:00:10.000', users: [{username: 'Bo'}, {username: 'Ada'}, {zoom_userid: 'y'}]},
				{ts: '00:00:12.000', users: []},
				{nonsense: true},
				{ts: '01:00:00.000', users: [{username: 'Cy'}]},
			],
			timeline_refine: [],
		});
		expect(parseTimeline(json)).toEqual([
			span('Ada', 1.5, 10),
			span('Bo', 10, 12),
			span('Ada', 10, 12),
			span('Cy', 3600, 3660),
		]);
	});

	test.each(['', '{}', '<html>', '{"timeline": 3}', 'null'])('%j is not one', json => {
		expect(() => parseTimeline(json)).toThrow(UserError);
	});
});
