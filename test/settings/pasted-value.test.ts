import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {cleanPastedValue, isSendable} from '../../source/settings/pasted-value.ts';

describe('cleanPastedValue', () => {
	test.each([
		['abc', 'abc'],
		['  abc\r\n', 'abc'],
		['"abc"', 'abc'],
		[" 'abc'\n", 'abc'],
		['“abc”', 'abc'],
		['\uFEFFab\u200Bc', 'abc'],
		['ab\n  cd', 'abcd'],
		['"abc', '"abc'],
		['""', ''],
		['\t \n', ''],
	])('%j becomes %j', (pasted, meant) => {
		expect(cleanPastedValue(pasted)).toBe(meant);
	});

	const key = fc.stringMatching(/^[\w./~+=-]{1,80}$/);
	const blanks = fc.stringMatching(/^[\s\u200B\uFEFF]{0,5}$/);

	test('finds the key in whatever blanks and quotes were copied with it', () => {
		fc.assert(
			fc.property(key, blanks, blanks, fc.constantFrom('', '"', "'", '`'), (meant, a, b, quote) => {
				expect(cleanPastedValue(`${a}${quote}${b}${meant}${quote}${a}`)).toBe(meant);
			}),
		);
	});

	test('leaves nothing blank in any text', () => {
		fc.assert(
			fc.property(
				fc.string({unit: fc.constantFrom(...'ab"\'“” \t\r\n\u00A0\u2028\u3000\uFEFF')}),
				text => {
					expect(cleanPastedValue(text)).not.toMatch(/\s/);
				},
			),
		);
	});
});

test.each([
	['abc-_=/+.~', true],
	['', true],
	['abç', false],
	['a\u0007b', false],
	['k\u0435y', false],
])('isSendable(%j) is %s', (value, expected) => {
	expect(isSendable(value)).toBe(expected);
});
