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
