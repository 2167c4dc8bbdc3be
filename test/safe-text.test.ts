import fc from 'fast-check';
import {expect, test} from 'vitest';
import {escapeUnsafe, fitForTerminal, safeText} from '../source/safe-text.ts';
import {terminalTricks} from './corpora/terminal-tricks.ts';

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
	['invisible characters', 'a\u00AD\u034F\u115F\u1160\u3164\uFFA0\u180E\uFFFEb', 'ab'],
	['noncharacters', 'a\uFDD0\uFDEF\u{1FFFE}\u{10FFFF}b', 'ab'],
	['more marks than any script stacks', `a${'\u0301'.repeat(9)}b`, `a${'\u0301'.repeat(8)}b`],
	['a row of variation selectors', '❤\uFE0F\uFE0E\u{E0101}b', '❤\uFE0Fb'],
	['the flag of Scotland stays', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
	['a flag of no place loses its tags', '🏴\u{E0078}\u{E0079}\u{E007F}', '🏴'],
	['Persian and Hindi joiners stay', 'می‌خواهم क्‍ष', 'می‌خواهم क्‍ष'],
	['a variant of a Japanese name stays', '葛\u{E0100}城', '葛\u{E0100}城'],
])('cleans %s', (_, remote, expected) => {
	expect(safeText(remote)).toBe(expected);
});

/** What no text that is shown may hold; said in other words than the code says it. */
const unfit =
	/[\p{Cc}\p{Cs}\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\uFFFE\uFFFF\uFDD0-\uFDEF]|\u034F|\p{M}{9}/u;

test('before a terminal, white space stays, and nothing else that safe text has not', () => {
	const lines = '  12:03\tAda ❯\n\n\u00A0 \u3000日本語  ';
	expect(fitForTerminal(lines)).toBe(lines);
	expect(fitForTerminal(`${lines}\r\u001B[2J\u001B]52;c;cm0=\u0007 é\u202E`)).toBe(`${lines} é`);
	expect(fitForTerminal('  a\u2028\u0085\u000Bb\n')).toBe('  ab\n');
});

test('JSON is escaped where it would do more than show, and nowhere else', () => {
	const flag = '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}';
	const good = `{\n\t"name": "Ada 日本語 ${flag} 👩‍👩‍👧 é  \\u001b"\n}`;
	expect(escapeUnsafe(good)).toBe(good);
	expect(escapeUnsafe('"\u009B2J\u202E\u{E0069}"')).toBe(String.raw`"\u009b2J\u202e\udb40\udc69"`);
	expect(escapeUnsafe('"❤\uFE0F\uFE0E\uFE01"')).toBe(String.raw`"❤${'\uFE0F'}\ufe0e\ufe01"`);
	const tower = `a${'\u0301'.repeat(9)}`;
	expect(escapeUnsafe(`"${tower}"`)).toBe(`"${tower.slice(0, -1)}${String.raw`\u0301`}"`);
	expect(JSON.parse(escapeUnsafe(JSON.stringify({tower, flag})))).toEqual({tower, flag});
});

test.each(terminalTricks)('$name ($source) does nothing', ({bytes}) => {
	for (const remote of [bytes, `before ${bytes} after`, bytes.slice(0, -1), bytes.repeat(3)]) {
		const text = safeText(remote);
		expect(text).not.toMatch(unfit);
		expect(text).not.toMatch(/[\u{E0000}-\u{E007F}]|\p{Variation_Selector}{2}/u);
		expect(safeText(text)).toBe(text);
		expect(fitForTerminal(remote).replaceAll(/[\n\t]/g, '')).not.toMatch(unfit);
	}
	expect(safeText(`before ${bytes}`)).toMatch(/^before/);
});

test('tricks one after the other, cut anywhere, do nothing either', () => {
	const parts = fc.constantFrom(
		...terminalTricks.map(({bytes}) => bytes),
		'a',
		' ',
		'🏴',
		'\uD83D',
	);
	const cut = fc.tuple(fc.array(parts, {maxLength: 6}), fc.nat(60));
	fc.assert(
		fc.property(cut, ([bytes, start]) => {
			const text = safeText(bytes.join('').slice(start));
			expect(text).not.toMatch(unfit);
			expect(safeText(text)).toBe(text);
		}),
		{numRuns: 300},
	);
});

test('what looks clean at a glance is what a thorough cleaning leaves alone', () => {
	const glance = fc
		.array(fc.nat(0x10_ff_ff), {maxLength: 30})
		.map(points =>
			String.fromCodePoint(...points.map(point => (point % 3 === 0 ? point % 300 : point))),
		);
	const plain = fc.string({
		unit: fc.constantFrom(
			'a',
			'é',
			'字',
			' ',
			'  ',
			'\u00A0',
			'\u00AD',
			'.',
			'\u0301'.repeat(5),
			'\u3164',
		),
	});
	fc.assert(
		fc.property(fc.oneof(glance, plain), text => {
			// The control character in front makes sure that the steps are gone through.
			expect(safeText(text)).toBe(safeText(`\u0007${text}`));
			expect(safeText(safeText(text))).toBe(safeText(text));
			expect(fitForTerminal(text)).toBe(fitForTerminal(`\u0007${text}`));
			expect(fitForTerminal(text).replaceAll(/[\n\t]/g, '')).not.toMatch(unfit);
		}),
		{numRuns: 300},
	);
});
