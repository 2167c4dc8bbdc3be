import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	byteLength,
	cutToBytes,
	numberedFileName,
	safeFileName,
} from '../../source/transcripts/file-name.ts';
import {hostileText} from './corpus.ts';

test.each(['con', 'nul .', 'com1'])('a device name is changed within the length: %s', device => {
	for (const count of [180, 195, 196, 197, 198, 199, 200, 201, 300]) {
		const name = safeFileName(`${device}.${'a'.repeat(count)}`);
		expect(byteLength(name)).toBeLessThanOrEqual(200);
		expect(name).toMatch(/^(?:con|nul|com1)_/);
	}
});

test.each([
	['an ordinary topic', 'Weekly sync', 'Weekly sync'],
	['a colon and a question', 'Q3: what next?', 'Q3 - what next'],
	['a path', '../../etc/passwd', 'etc-passwd'],
	['a Windows path', 'C:\\Windows\\x', 'C-Windows-x'],
	['separators that only look like one', 'a∕b⁄c⧸d／e＼f∖g﹨h', 'a-b-c-d-e-f-g-h'],
	['a dot name', '..', 'untitled'],
	['a hidden file', '.bashrc', 'bashrc'],
	['an option', '--help', 'help'],
	['dots and spaces at the end', 'report. . .', 'report'],
	['a device name', 'CON', 'CON_'],
	['a device name with an extension', 'nul.tar.gz', 'nul_.tar.gz'],
	['a device name with a superscript', 'com¹', 'com¹_'],
	['what only begins like a device name', 'console', 'console'],
	['control characters and escape sequences', 'a\u0000b\u001B[31mc\nd', 'abc d'],
	['a right-to-left override', 'invoice\u202Etxt.exe', 'invoicetxt.exe'],
	['invisible characters', 'a\u00ADb\u3164c\u200Bd', 'abcd'],
	['the invisible ones of a flag', '\u{1F3F4}\u{E0067}\u{E007F} run', '\u{1F3F4} run'],
	['several spaces', 'a :  b \t  c', 'a - b c'],
	['nothing but invisible characters', '\u3164\u200D', 'untitled'],
	['nothing', '', 'untitled'],
	['emoji and CJK', '👩‍👩‍👧 会議：計画', '👩‍👩‍👧 会議：計画'],
	['decomposed letters', 'Cafe\u0301', 'Café'],
	['every look-alike of a separator', 'a∕b⁄c／d⧸e＼f∖g', 'a-b-c-d-e-f-g'],
	['a stream behind a file', 'report::$DATA', 'report-$DATA'],
	['a short name of Windows', 'PROGRA~1', 'PROGRA-1'],
	['a home folder', '~root/.ssh', 'root-.ssh'],
	['device names with a superscript, ports and consoles', 'LPT².txt', 'LPT²_.txt'],
	['a console of Windows', 'CONIN$', 'CONIN$_'],
	['a device name behind blanks', ' aux ', 'aux_'],
	['a shell’s own signs', '$(touch x)`y`|z', '$(touch x)`y`-z'],
])('names %s', (_, text, expected) => {
	expect(safeFileName(text)).toBe(expected);
});

describe('whatever the text', () => {
	const anyText = fc.oneof(
		hostileText,
		fc.string({unit: 'binary'}),
		fc
			.array(
				fc.constantFrom('con', '.', ' ', '/', '\\', 'nul', 'a', '∕', '\u202E', '\n', '-', '：'),
			)
			.map(parts => parts.join('')),
	);

	test('the name is one safe file name of at most so many bytes', () => {
		fc.assert(
			fc.property(anyText, fc.integer({min: 16, max: 255}), (text, maxBytes) => {
				const name = safeFileName(text, {maxBytes, extension: 'txt'});
				expect(byteLength(name)).toBeLessThanOrEqual(maxBytes);
				expect(name).toMatch(/\.txt$/);
				const stem = name.slice(0, -'.txt'.length);
				expect(stem).not.toBe('');
				// biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
				expect(stem).not.toMatch(/[\u0000-\u001F\u007F<>:"/\\|?*∕⁄⧸／＼\u202A-\u202E]/u);
				expect(stem).not.toMatch(/^[.\s-]|[.\s]$/u);
				expect(stem).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d) *(?:\.|$)/i);
				expect(stem.isWellFormed()).toBe(true);
			}),
			{numRuns: 500},
		);
	});

	test('a name made safe stays as it is', () => {
		fc.assert(
			fc.property(anyText, text => {
				const name = safeFileName(text);
				expect(safeFileName(name)).toBe(name);
			}),
		);
	});

	test('a cut never leaves half a character', () => {
		fc.assert(
			fc.property(hostileText, fc.nat({max: 60}), (text, maxBytes) => {
				const cut = cutToBytes(text, maxBytes);
				const whole = [...new Intl.Segmenter().segment(text)].map(({segment}) => segment);
				const kept = [...new Intl.Segmenter().segment(cut)].map(({segment}) => segment);
				expect(kept).toEqual(whole.slice(0, kept.length));
				expect(byteLength(cut)).toBeLessThanOrEqual(maxBytes);
				const next = whole[kept.length];
				if (next !== undefined) {
					expect(byteLength(cut + next)).toBeGreaterThan(maxBytes);
				}
			}),
		);
	});

	test('a number keeps the extension and the length', () => {
		fc.assert(
			fc.property(anyText, fc.integer({min: 2, max: 999}), (text, number) => {
				const name = numberedFileName(text, number, {extension: 'srt', maxBytes: 40});
				expect(name).toMatch(new RegExp(`. \\(${number}\\)\\.srt$`, 'u'));
				expect(byteLength(name)).toBeLessThanOrEqual(40);
			}),
		);
	});
});

test('numbers come before the extension', () => {
	expect(numberedFileName('Weekly sync', 2, {extension: 'txt'})).toBe('Weekly sync (2).txt');
});
