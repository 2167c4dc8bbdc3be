import fc from 'fast-check';
import {expect, test} from 'vitest';
import {markRow} from '../../source/tui/components/row-marks.ts';

const row = {turn: 2, start: 10, text: 'abcdefghij'};

test('cuts the row where hits begin and end, and tells the current one apart', () => {
	const hits = [
		{turn: 2, start: 12, end: 14},
		{turn: 2, start: 16, end: 18},
	];
	expect(markRow(row, hits, hits[1])).toEqual([
		{text: 'ab', start: 10, mark: 'none'},
		{text: 'cd', start: 12, mark: 'hit'},
		{text: 'ef', start: 14, mark: 'none'},
		{text: 'gh', start: 16, mark: 'current'},
		{text: 'ij', start: 18, mark: 'none'},
	]);
});

test('a hit that goes over the ends of the row is marked as far as it is on it', () => {
	const hits = [
		{turn: 2, start: 4, end: 12},
		{turn: 2, start: 18, end: 30},
	];
	expect(markRow(row, hits, undefined).map(({text, mark}) => [text, mark])).toEqual([
		['ab', 'hit'],
		['cdefgh', 'none'],
		['ij', 'hit'],
	]);
});

test('whatever the hits are, the parts are the row', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.integer({min: 0, max: 40})), places => {
			const sorted = places.toSorted((one, other) => one - other);
			const hits = sorted.flatMap((start, index) => {
				const end = sorted[index + 1];
				return index % 2 === 0 && end !== undefined ? [{turn: 2, start, end}] : [];
			});
			const parts = markRow(row, hits, hits[0]);
			expect(parts.map(({text}) => text).join('')).toBe(row.text);
			expect(parts.every(({text}) => text !== '')).toBe(true);
		}),
	);
});
