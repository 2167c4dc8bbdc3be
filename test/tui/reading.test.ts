import {describe, expect, test} from 'vitest';
import {createLayout} from '../../source/transcripts/layout.ts';
import type {ReadingPlace} from '../../source/transcripts/reading-place.ts';
import {bringIntoView, type ReadingStep, stepThrough} from '../../source/tui/reading.ts';
import {conversation} from '../transcripts/corpus.ts';

const transcript = conversation(
	Array.from({length: 30}, (_, index) => [
		index % 3 === 0 ? 'A' : 'B',
		`This is what turn ${index} says.`,
	]),
);
const layout = createLayout(transcript, {width: 40});
const context = {transcript, layout, height: 8};

function placeAfter(start: ReadingPlace, ...steps: readonly ReadingStep[]): ReadingPlace {
	return steps.reduce((place, step) => stepThrough(context, place, step), start);
}

describe('steps', () => {
	test('from turn to turn; back from the middle of one to its own beginning', () => {
		const third = placeAfter(layout.start(), {type: 'turns', by: 1}, {type: 'turns', by: 1});
		expect(third).toEqual({kind: 'speaker', turn: 2});
		const inside: ReadingPlace = {kind: 'text', turn: 2, offset: 0};
		expect(placeAfter(inside, {type: 'turns', by: -1})).toEqual({kind: 'speaker', turn: 2});
		expect(placeAfter(third, {type: 'turns', by: -1})).toEqual({kind: 'speaker', turn: 1});
	});

	test('to the same speaker’s next and previous turn, passing over the rest of a speech', () => {
		// A speaks in 0, 3, 6, …; B goes on in two parts: 1 and 2, 4 and 5, …
		const next = placeAfter(layout.start(), {type: 'speaker', by: 1});
		expect(next).toEqual({kind: 'speaker', turn: 3});
		expect(placeAfter(next, {type: 'speaker', by: -1})).toEqual({kind: 'speaker', turn: 0});
		const first: ReadingPlace = {kind: 'speaker', turn: 1};
		expect(placeAfter(first, {type: 'speaker', by: 1})).toEqual({kind: 'speaker', turn: 4});
		expect(placeAfter(layout.start(), {type: 'speaker', by: -1})).toEqual(layout.start());
	});

	test('by time, and never past the ends', () => {
		const timeMs = transcript.turns[10]?.startMs ?? 0;
		expect(placeAfter(layout.start(), {type: 'time at', timeMs}).turn).toBe(10);
		expect(placeAfter(layout.start(), {type: 'time', byMs: -60_000})).toEqual(layout.start());
		expect(placeAfter(layout.start(), {type: 'time', byMs: 1e9})).toEqual(layout.end(8));
		expect(placeAfter(layout.start(), {type: 'rows', by: Number.POSITIVE_INFINITY})).toEqual(
			layout.end(8),
		);
	});
});

describe('bringing a place into view', () => {
	test('leaves the screen alone when the place is on it', () => {
		const target = layout.move(layout.start(), 7);
		expect(bringIntoView(context, layout.start(), target)).toEqual(layout.start());
	});

	test('puts it a third of the way down when it is not', () => {
		const target: ReadingPlace = {kind: 'text', turn: 20, offset: 5};
		const top = bringIntoView(context, layout.start(), target);
		const rows = layout.rowsFrom(top, 8);
		expect(rows.findIndex(row => row.kind === 'text' && row.turn === 20)).toBe(2);
	});
});
