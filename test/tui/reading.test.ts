import {describe, expect, test} from 'vitest';
import {createLayout} from '../../source/transcripts/layout.ts';
import type {ReadingPlace} from '../../source/transcripts/reading-place.ts';
import {
	bringIntoView,
	bringTurnIntoView,
	type Reading,
	type ReadingStep,
	readFrom,
	settle,
	stepThrough,
} from '../../source/tui/reading.ts';
import {conversation} from '../transcripts/corpus.ts';

const transcript = conversation(
	Array.from({length: 30}, (_, index) => [
		index % 3 === 0 ? 'A' : 'B',
		`This is what turn ${index} says.`,
	]),
);
const layout = createLayout(transcript, {width: 40});
const context = {transcript, layout, height: 8};
const start = readFrom(context, layout.start());

function walk(from: Reading, ...steps: readonly ReadingStep[]): Reading {
	return steps.reduce((reading, step) => stepThrough(context, reading, step), from);
}

function atTurn(turn: number): Reading {
	return {top: {kind: 'speaker', turn}, turn};
}

describe('steps', () => {
	test('from turn to turn; back from the middle of one to its own beginning', () => {
		const third = walk(start, {type: 'turns', by: 1}, {type: 'turns', by: 1});
		expect(third).toEqual(atTurn(2));
		const inside = readFrom(context, {kind: 'text', turn: 2, offset: 0});
		expect(walk(inside, {type: 'turns', by: -1})).toEqual(atTurn(2));
		expect(walk(third, {type: 'turns', by: -1})).toEqual(atTurn(1));
	});

	test('to the same speaker’s next and previous turn, passing over the rest of a speech', () => {
		// A speaks in 0, 3, 6, …; B goes on in two parts: 1 and 2, 4 and 5, …
		const next = walk(start, {type: 'speaker', by: 1});
		expect(next).toEqual(atTurn(3));
		expect(walk(next, {type: 'speaker', by: -1})).toEqual(atTurn(0));
		expect(walk(atTurn(1), {type: 'speaker', by: 1})).toEqual(atTurn(4));
		expect(walk(start, {type: 'speaker', by: -1})).toEqual(start);
	});

	test('by time, and never past the ends', () => {
		const timeMs = transcript.turns[10]?.startMs ?? 0;
		expect(walk(start, {type: 'time at', timeMs})).toMatchObject({turn: 10, top: {turn: 10}});
		expect(walk(start, {type: 'time', byMs: -60_000})).toEqual(start);
		expect(walk(start, {type: 'time', byMs: 1e9})).toEqual({top: layout.end(8), turn: 29});
		const atEnd = walk(start, {type: 'rows', by: Number.POSITIVE_INFINITY});
		for (const height of [8, 6]) {
			expect(settle({...context, height}, atEnd).top).toEqual(layout.end(height));
		}
	});

	test('reach every turn of the last screen, from which no row can be scrolled', () => {
		let reading = walk(start, {type: 'rows', by: Number.POSITIVE_INFINITY});
		const turns: number[] = [reading.turn];
		for (let step = 0; step < 5; step++) {
			reading = walk(reading, {type: 'turns', by: 1});
			expect(reading.top).toEqual(layout.end(8));
			turns.push(reading.turn);
		}

		expect(turns).toEqual([27, 28, 29, 29, 29, 29]);
		expect(walk(reading, {type: 'turns', by: -1}).turn).toBe(28);
		// Rows are scrolled at once, wherever on the last screen one was.
		expect(walk(reading, {type: 'rows', by: -1}).top).toEqual(layout.move(layout.end(8), -1));
	});

	test('by row, to the first turn of which there is something to read', () => {
		const gap = layout.rowsFrom(layout.start(), 8).findIndex(({kind}) => kind === 'gap');
		expect(walk(start, {type: 'rows', by: gap})).toEqual({
			top: {kind: 'gap', turn: 0},
			turn: 1,
		});
	});
});

describe('bringing a place into view', () => {
	test('leaves the screen alone when the place is on it', () => {
		const target = layout.move(layout.start(), 7);
		expect(bringIntoView(context, layout.start(), target)).toEqual({
			top: layout.start(),
			turn: target.turn,
		});
		expect(bringTurnIntoView(context, start, 1)).toEqual({top: layout.start(), turn: 1});
	});

	test('puts it a third of the way down when it is not, a turn at the top', () => {
		const target: ReadingPlace = {kind: 'text', turn: 20, offset: 5};
		const {top, turn} = bringIntoView(context, layout.start(), target);
		expect(turn).toBe(20);
		const rows = layout.rowsFrom(top, 8);
		expect(rows.findIndex(row => row.kind === 'text' && row.turn === 20)).toBe(2);
		expect(bringTurnIntoView(context, start, 20)).toEqual(atTurn(20));
	});

	test('a turn that has got out of view by a change of the screen is left for one in view', () => {
		expect(settle({...context, height: 3}, {top: layout.start(), turn: 2})).toEqual(start);
		expect(settle(context, {top: layout.start(), turn: 2})).toEqual({top: layout.start(), turn: 2});
	});
});
