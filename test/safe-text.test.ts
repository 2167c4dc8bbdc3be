import fc from 'fast-check';
import {expect, test} from 'vitest';
import {safeLine, safeText} from '../source/safe-text.ts';
import {terminalTricks} from './terminal-tricks.ts';

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
	['a heart on fire stays', '❤️‍🔥', '❤️‍🔥'],
	['Persian and Mongolian stay', 'می‌خواهم ᠠᠢᠯ᠎ᠠ᠋', 'می‌خواهم ᠠᠢᠯᠠ᠋'],
	['eight marks, and no more', `a${'\u0301'.repeat(20)}b`, `a${'\u0301'.repeat(8)}b`],
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

const dangerous =
	/\p{Cc}|\p{Bidi_Control}|\p{Noncharacter_Code_Point}|\p{Surrogate}|[\u2028\u2029]|\p{Mark}{9}|\u200C{3}|\u200D{3}|\u034F|[\u00AD\u115F\u1160\u3164\uFFA0\u200B\u2060-\u2064\uFEFF]|[\u{E0000}-\u{E0FFF}]/u;

test.each(terminalTricks)('what %s does nothing any more', (_, text) => {
	const clean = safeText(text);
	expect(clean).not.toMatch(dangerous);
	expect(clean.length).toBeLessThan(100);
	expect(safeText(`before ${text} after`)).not.toMatch(dangerous);
});

test('no text at all is dangerous once it is clean', () => {
	const trick = fc.constantFrom(...terminalTricks.map(([, text]) => text));
	const piece = fc.oneof(
		trick,
		fc.string({unit: 'binary'}),
		fc.constantFrom('\u001B', '\u009B', '[', ']', '\u0301'),
	);
	fc.assert(
		fc.property(fc.array(piece, {maxLength: 8}), pieces => {
			const clean = safeText(pieces.join(''));
			expect(clean).not.toMatch(dangerous);
			expect(clean).toBe(clean.trim());
			expect(safeText(clean)).toBe(clean);
		}),
		{numRuns: 500},
	);
});

test('a line is no longer than anybody reads', () => {
	expect(safeLine('x'.repeat(1_000_000))).toHaveLength(10_001);
	expect(safeLine('Budget review')).toBe('Budget review');
});
