import fc from 'fast-check';
import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {fitText} from '../../source/commands/fit-text.ts';
import {hostileText} from '../transcripts/corpus.ts';

test.each([
	['Budget', 6, 'Budget'],
	['Budget review', 8, 'Budget…'],
	['日本語', 6, '日本語'],
	['日本語', 5, '日本…'],
	['日本語', 4, '日…'],
	['a👩‍👩‍👧b', 3, 'a…'],
	['', 0, ''],
	['x', 0, '…'],
])('%j in %d cells is %j', (text, cells, expected) => {
	expect(fitText(text, cells)).toBe(expected);
});

test('never takes more cells than there are', () => {
	fc.assert(
		fc.property(hostileText, fc.integer({min: 1, max: 60}), (text, cells) => {
			expect(stringWidth(fitText(text, cells))).toBeLessThanOrEqual(cells);
		}),
	);
});
