import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {createLayout, type TranscriptLayout} from '../../source/transcripts/layout.ts';
import {comparePlaces, type ReadingPlace} from '../../source/transcripts/reading-place.ts';
import type {Transcript} from '../../source/transcripts/transcript.ts';
import {placeOfRow, type TranscriptRow} from '../../source/transcripts/transcript-rows.ts';
import {anyTranscript, conversation, spokenTurn, transcriptOf} from './corpus.ts';

const everything = 1_000_000;

function allRows(layout: TranscriptLayout): readonly TranscriptRow[] {
	return layout.rowsFrom(layout.start(), everything);
}

function show(rows: readonly TranscriptRow[]): readonly string[] {
	return rows.map(row => {
		if (row.kind === 'speaker') {
			return `${row.name ?? ''}@${row.startMs}`;
		}
		return row.kind === 'text' ? row.text : '';
	});
}

const width = fc.integer({min: 4, max: 60});
const height = fc.integer({min: 1, max: 30});

/** A transcript, a layout of it and one of its rows. */
const layoutAndRow = fc
	.tuple(anyTranscript, width, fc.nat())
	.filter(([transcript]) => transcript.turns.length > 0)
	.map(([transcript, columns, choice]) => {
		const layout = createLayout(transcript, {width: columns});
		const rows = allRows(layout);
		const index = choice % rows.length;
		const row = rows[index];
		const place: ReadingPlace = row === undefined ? layout.start() : placeOfRow(row);
		return {transcript, layout, rows, index, place};
	});

test('shows a heading for each turn and a blank row between speakers', () => {
	const transcript = conversation([
		['A', 'Good morning everyone, shall we start?'],
		['A', 'First point.'],
		['B', 'Yes.'],
	]);
	expect(show(allRows(createLayout(transcript, {width: 20})))).toEqual([
		'Speaker A@0',
		'Good morning',
		'everyone, shall we',
		'start?',
		'@2498',
		'First point.',
		'',
		'Speaker B@3664',
		'Yes.',
	]);
});

test('a transcript without speakers has times only, one without turns has no rows', () => {
	const silent = createLayout(transcriptOf([]), {width: 20});
	expect(allRows(silent)).toEqual([]);
	expect(silent.move(silent.start(), 5)).toEqual(silent.start());
	expect(silent.end(10)).toEqual(silent.start());
	expect(silent.timeAt(silent.placeAtTime(5000))).toBe(0);

	const anonymous = conversation([
		[undefined, 'One.'],
		[undefined, 'Two.'],
	]);
	expect(show(allRows(createLayout(anonymous, {width: 20})))).toEqual([
		'@0',
		'One.',
		'@833',
		'Two.',
	]);
});

describe('for any transcript', () => {
	test('the rows of a turn cover its text and fit the width', () => {
		fc.assert(
			fc.property(anyTranscript, width, (transcript, columns) => {
				const rows = allRows(createLayout(transcript, {width: columns}));
				const covered = transcript.turns.map(() => '');
				for (const row of rows) {
					if (row.kind === 'text') {
						const text = transcript.turns[row.turn]?.text.slice(row.start, row.end) ?? '';
						covered[row.turn] += text;
						expect(row.text).toBe(text.trimEnd());
						expect(stringWidth(row.text)).toBeLessThanOrEqual(columns);
					}
				}
				expect(covered).toEqual(transcript.turns.map(({text}) => text));
			}),
		);
	});

	test('rowsFrom gives the rows that follow, never more than asked for', () => {
		fc.assert(
			fc.property(layoutAndRow, height, ({layout, rows, index, place}, count) => {
				expect(layout.rowsFrom(place, count)).toEqual(rows.slice(index, index + count));
			}),
		);
	});

	test('moving down and up again returns, and stops at both ends', () => {
		fc.assert(
			fc.property(layoutAndRow, fc.nat({max: 200}), ({layout, rows, index, place}, rowCount) => {
				const lower = layout.move(place, rowCount);
				expect(layout.rowsFrom(lower, 1)).toEqual([
					rows[Math.min(index + rowCount, rows.length - 1)],
				]);
				const upper = layout.move(place, -rowCount);
				expect(layout.rowsFrom(upper, 1)).toEqual([rows[Math.max(index - rowCount, 0)]]);
				if (index + rowCount < rows.length) {
					expect(layout.move(lower, -rowCount)).toEqual(place);
				}
			}),
		);
	});

	test('end puts the last row at the bottom and clamp keeps a full screen', () => {
		fc.assert(
			fc.property(layoutAndRow, height, ({layout, rows, place}, count) => {
				expect(layout.rowsFrom(layout.end(count), count)).toEqual(rows.slice(-count));
				const clamped = layout.clamp(place, count);
				expect(layout.rowsFrom(clamped, count)).toHaveLength(Math.min(count, rows.length));
				expect(comparePlaces(clamped, place)).toBeLessThanOrEqual(0);
			}),
		);
	});

	test('a resize keeps the word that one was reading on the first row', () => {
		fc.assert(
			fc.property(layoutAndRow, width, ({transcript, place}, columns) => {
				const resized = createLayout(transcript, {width: columns});
				const [first] = resized.rowsFrom(place, 1);
				expect(first?.turn).toBe(place.turn);
				expect(first?.kind).toBe(place.kind);
				if (first?.kind === 'text' && place.kind === 'text') {
					expect(first.start).toBeLessThanOrEqual(place.offset);
					expect(first.end).toBeGreaterThan(place.offset);
				}
			}),
		);
	});

	test('time goes on from row to row', () => {
		fc.assert(
			fc.property(layoutAndRow, ({layout, rows}) => {
				const times = rows.map(row => layout.timeAt(placeOfRow(row)));
				expect(times).toEqual([...times].sort((a, b) => a - b));
			}),
		);
	});

	test('a moment leads to the words that are being said', () => {
		fc.assert(
			fc.property(anyTranscript, fc.nat({max: 60_000}), (transcript, timeMs) => {
				const layout = createLayout(transcript, {width: 40});
				const place = layout.placeAtTime(timeMs);
				expect(layout.timeAt(place)).toBeLessThanOrEqual(timeMs);
				const said = transcript.turns
					.flatMap(turn => [turn.startMs, ...turn.words.map(({startMs}) => startMs)])
					.filter(startMs => startMs <= timeMs);
				expect(layout.timeAt(place)).toBe(Math.max(0, ...said));
			}),
		);
	});
});

test('time within a turn follows its words, and is spread evenly where there are none', () => {
	const spoken = transcriptOf([
		spokenTurn('A', 'one two three four', {startMs: 1000, endMs: 5000}),
	]);
	const layout = createLayout(spoken, {width: 40});
	expect(layout.timeAt({kind: 'text', turn: 0, offset: 8})).toBe(3000);
	expect(layout.timeAt({kind: 'text', turn: 0, offset: 10})).toBe(3000);
	expect(layout.placeAtTime(3500)).toEqual({kind: 'text', turn: 0, offset: 8});
	expect(layout.placeAtTime(1500)).toEqual({kind: 'speaker', turn: 0});

	const [turn] = spoken.turns;
	const wordless = transcriptOf(turn === undefined ? [] : [{...turn, words: []}]);
	expect(createLayout(wordless, {width: 40}).timeAt({kind: 'text', turn: 0, offset: 9})).toBe(3000);
});

test('a corrected text keeps the times of the words that are left', () => {
	const [turn] = transcriptOf([
		spokenTurn('A', 'the kubernets cluster is down', {startMs: 0, endMs: 5000}),
	]).turns;
	const text = spokenTurn('A', 'the Kubernetes cluster is up').text;
	const corrected = transcriptOf(turn === undefined ? [] : [{...turn, text}]);
	const layout = createLayout(corrected, {width: 80});
	expect(layout.timeAt({kind: 'text', turn: 0, offset: text.indexOf('cluster')})).toBe(2000);
	expect(layout.timeAt({kind: 'text', turn: 0, offset: text.indexOf('is')})).toBe(3000);
});

test('places beyond the transcript are taken for its ends', () => {
	const layout = createLayout(
		conversation([
			['A', 'one'],
			['B', 'two'],
		]),
		{width: 20},
	);
	const [last] = layout.rowsFrom(layout.end(1), 1);
	expect(layout.rowsFrom({kind: 'text', turn: 9, offset: 3}, 5)).toEqual([last]);
	expect(layout.rowsFrom({kind: 'text', turn: -1, offset: 3}, 1)).toEqual(
		layout.rowsFrom(layout.start(), 1),
	);
	expect(layout.placeOfTurn(99)).toEqual({kind: 'speaker', turn: 1});
	expect(layout.move(layout.start(), Number.POSITIVE_INFINITY)).toEqual(layout.end(1));
});

/** Counts how many turns are read while `work` runs. */
function countTurnsRead(transcript: Transcript, work: (layout: TranscriptLayout) => void): number {
	const read = new Set<string>();
	const turns = new Proxy([...transcript.turns], {
		get(target, property) {
			if (typeof property === 'string' && /^\d+$/.test(property)) {
				read.add(property);
			}
			return Reflect.get(target, property);
		},
	});
	work(createLayout({...transcript, turns}, {width: 80}));
	return read.size;
}

test('a screenful of a transcript of 100,000 turns looks at a screenful of turns', () => {
	const turn = spokenTurn('A', 'Some words that were said.');
	const long = transcriptOf(
		Array.from({length: 100_000}, (_, index) => ({
			...turn,
			speaker: index % 2 === 0 ? turn.speaker : undefined,
			startMs: index * 1000,
			endMs: index * 1000 + 900,
		})),
	);
	const count = countTurnsRead(long, layout => {
		const middle = layout.placeAtTime(50_000_000);
		layout.rowsFrom(layout.move(middle, 20), 40);
		layout.rowsFrom(layout.end(40), 40);
		layout.clamp(layout.move(middle, -20), 40);
	});
	expect(count).toBeLessThan(120);
});
