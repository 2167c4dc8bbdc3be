import fc from 'fast-check';
import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {
	endOfRow,
	firstRowInView,
	layOutField,
	moveByRows,
} from '../../source/tui/components/text-area-state.ts';
import {hostileText} from '../transcripts/corpus.ts';

const text = 'one two three four five';
// Rows of at most 9 cells: "one two ", "three ", "four five".
const width = 10;

function at(cursor: number) {
	return {text, cursor};
}

test('a text is laid out over its rows, with the cursor on one of them', () => {
	const {rows, cursorRow} = layOutField(at(9), width);
	expect(rows.map(({start, end}) => text.slice(start, end))).toEqual([
		'one two ',
		'three ',
		'four five',
	]);
	expect(cursorRow).toBe(1);
	expect(layOutField(at(8), width).cursorRow).toBe(1);
	expect(layOutField(at(text.length), width).cursorRow).toBe(2);
	expect(layOutField({text: '', cursor: 0}, width)).toEqual({
		rows: [{start: 0, end: 0}],
		cursorRow: 0,
	});
});

test('up and down keep to the same cell as far as a row goes, and end at both ends', () => {
	expect(moveByRows(at(2), 1, width)).toBe(10);
	expect(moveByRows(at(10), -1, width)).toBe(2);
	// The row below is shorter: behind its last character the next one would begin.
	expect(moveByRows(at(7), 1, width)).toBe(13);
	expect(moveByRows(at(3), -1, width)).toBe(0);
	expect(moveByRows(at(15), 1, width)).toBe(text.length);
});

test('a row has a start and an end', () => {
	expect(endOfRow(at(10), 'start', width)).toBe(8);
	expect(endOfRow(at(10), 'end', width)).toBe(13);
	expect(endOfRow(at(15), 'end', width)).toBe(text.length);
});

test('the cursor’s row is in view, with one below it as long as there is one', () => {
	const area = (cursorRow: number) => ({
		rows: Array.from({length: 10}, () => ({start: 0, end: 0})),
		cursorRow,
	});
	expect([0, 2, 3, 5, 9].map(row => firstRowInView(area(row), 4))).toEqual([0, 0, 1, 3, 6]);
	expect(firstRowInView(area(3), 20)).toBe(0);
});

test('in any text the cursor stays between graphemes, and every row has room for it', () => {
	const segmenter = new Intl.Segmenter();
	fc.assert(
		fc.property(
			hostileText,
			fc.nat(),
			fc.constantFrom(1, -1, 3, -3),
			fc.integer({min: 12, max: 60}),
			(any, choice, by, cells) => {
				const boundaries = [...[...segmenter.segment(any)].map(({index}) => index), any.length];
				const field = {text: any, cursor: boundaries[choice % boundaries.length] ?? 0};
				const moves = [
					moveByRows(field, by, cells),
					endOfRow(field, 'start', cells),
					endOfRow(field, 'end', cells),
				];
				for (const cursor of moves) {
					expect(boundaries).toContain(cursor);
				}

				for (const {start, end} of layOutField(field, cells).rows) {
					const row = any.slice(start, end).trimEnd();
					// A single grapheme may be as wide as it likes: it can't be parted.
					const isParted = [...segmenter.segment(row)].length > 1;
					expect(isParted ? stringWidth(row) : 0).toBeLessThan(cells);
				}
			},
		),
		{numRuns: 300},
	);
});
