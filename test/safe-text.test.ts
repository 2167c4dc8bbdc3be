import fc from 'fast-check';
import {expect, test} from 'vitest';
import {safeText} from '../source/safe-text.ts';

test.each([
	['colours', 'a \u001B[31mred\u001B[0m b', 'a red b'],
	['a window title', 'a\u001B]0;owned\u0007b', 'ab'],
	['a hyperlink', '\u001B]8;;https://evil.example\u001B\\click\u001B]8;;\u001B\\', 'click'],
	['8-bit CSI', 'a\u009B2Jb', 'ab'],
	['an unfinished sequence', 'a\u001B[', 'a'],
	['a right-to-left override', 'invoice\u202Efdp.exe', 'invoicefdp.exe'],
	['line breaks and tabs', ' a\r\n\tb ', 'a b'],
	['emoji joined by ZWJ stay', '👩‍👩‍👧', '👩‍👩‍👧'],
	['a lone surrogate', 'a\uD800b', 'ab'],
])('cleans %s', (_, remote, expected) => {
	expect(safeText(remote)).toBe(expected);
});

test('what looks clean at a glance is what a thorough cleaning leaves alone', () => {
	const glance = fc
		.array(fc.nat(0x10_ff_ff), {maxLength: 30})
		.map(points =>
			String.fromCodePoint(...points.map(point => (point % 3 === 0 ? point % 300 : point))),
		);
	const plain = fc.string({
		unit: fc.constantFrom('a', 'é', '字', ' ', '  ', '\u00A0', '\u00AD', '.'),
	});
	fc.assert(
		fc.property(fc.oneof(glance, plain), text => {
			// The control character in front makes sure that the steps are gone through.
			expect(safeText(text)).toBe(safeText(`\u0007${text}`));
			expect(safeText(safeText(text))).toBe(safeText(text));
		}),
		{numRuns: 300},
	);
});
