import fc from 'fast-check';
import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {safeText} from '../../source/safe-text.ts';
import {wrapSnippet} from '../../source/tui/wrap-snippet.ts';
import {hostileText} from '../transcripts/corpus.ts';

test('a match that goes over two rows is one on both', () => {
	const snippet = [
		{text: safeText('before'), isMatch: false},
		{text: safeText('third week'), isMatch: true},
	];
	expect(wrapSnippet(snippet, 12)).toEqual([
		[
			{text: 'before', isMatch: false},
			{text: 'third ', isMatch: true},
		],
		[{text: 'week', isMatch: true}],
	]);
});

test('nothing gets lost, and no row is too wide', () => {
	const part = fc.record({text: hostileText, isMatch: fc.boolean()});
	fc.assert(
		fc.property(
			fc.array(part, {maxLength: 5}),
			fc.integer({min: 10, max: 80}),
			(snippet, width) => {
				const rows = wrapSnippet(snippet, width).map(parts => parts.map(({text}) => text).join(''));
				expect(rows.join('')).toBe(snippet.map(({text}) => text).join(''));
				for (const row of rows) {
					expect(stringWidth(row.trimEnd())).toBeLessThanOrEqual(width);
				}
			},
		),
	);
});
