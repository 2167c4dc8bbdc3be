import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {forEachCluster} from '../../source/transcripts/grapheme-widths.ts';
import {wrapText} from '../../source/transcripts/wrap-text.ts';
import {corpus, hostileText} from './corpus.ts';

function rowsOf(text: string, width: number): readonly string[] {
	const starts = wrapText(text, width);
	return starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length));
}

function shownRows(text: string, width: number): readonly string[] {
	return rowsOf(text, width).map(row => row.trimEnd());
}

describe('agrees with string-width', () => {
	test.each([...corpus])('for %s at every width from 20 to 200', (_, text) => {
		const total = stringWidth(text);
		for (let width = 20; width <= 200; width++) {
			const rows = shownRows(text, width);
			for (const row of rows) {
				expect(stringWidth(row)).toBeLessThanOrEqual(width);
			}
			expect(rowsOf(text, width).join('')).toBe(text);
			if (total > 0 && total <= width) {
				expect(rows).toHaveLength(1);
			}
		}
	});

	test('for any text at any width, without losing or doubling a character', () => {
		fc.assert(
			fc.property(hostileText, fc.integer({min: 2, max: 80}), (text, width) => {
				const starts = wrapText(text, width);
				expect([...starts].sort((a, b) => a - b)).toEqual(starts);
				expect(new Set(starts).size).toBe(starts.length);
				expect(rowsOf(text, width).join('')).toBe(text);
				for (const row of shownRows(text, width)) {
					expect(stringWidth(row)).toBeLessThanOrEqual(width);
				}
			}),
			{numRuns: 500},
		);
	});

	test('cuts the clusters that Intl.Segmenter cuts', () => {
		const segmenter = new Intl.Segmenter();
		fc.assert(
			fc.property(hostileText, text => {
				const clusters: string[] = [];
				let width = 0;
				forEachCluster(text, (start, end, clusterWidth) => {
					clusters.push(text.slice(start, end));
					width += clusterWidth;
				});
				expect(clusters).toEqual([...segmenter.segment(text)].map(({segment}) => segment));
				expect(width).toBe(stringWidth(text));
			}),
			{numRuns: 500},
		);
	});

	test('knows the width of the characters of the basic plane', () => {
		const wrong: string[] = [];
		for (let code = 0xa0; code < 0xffff; code += code < 0x3200 ? 1 : 23) {
			const character = String.fromCharCode(code);
			let width = 0;
			forEachCluster(`${character}${character}`, (_start, _end, clusterWidth) => {
				width += clusterWidth;
			});
			if (width !== stringWidth(character + character)) {
				wrong.push(code.toString(16));
			}
		}
		expect(wrong).toEqual([]);
	});
});

describe('breaks rows where a reader expects it', () => {
	test('between words, filling each row', () => {
		expect(shownRows('the quick brown fox jumps', 10)).toEqual(['the quick', 'brown fox', 'jumps']);
		expect(shownRows('the quick brown', 9)).toEqual(['the quick', 'brown']);
	});

	test('inside a word only when it is wider than a row', () => {
		expect(shownRows('an extraordinary day', 6)).toEqual(['an', 'extrao', 'rdinar', 'y day']);
		expect(shownRows('é extraordinary day', 6)).toEqual(['é', 'extrao', 'rdinar', 'y day']);
	});

	test('the same for ASCII as for other text', () => {
		const word = fc.string({unit: fc.constantFrom('a', 'b', '-'), minLength: 1, maxLength: 14});
		fc.assert(
			fc.property(
				fc.array(word, {maxLength: 20}),
				fc.integer({min: 2, max: 12}),
				(words, width) => {
					const ascii = words.join(' ');
					const accented = ascii.replaceAll('a', 'é');
					expect(wrapText(accented, width)).toEqual(wrapText(ascii, width));
				},
			),
		);
	});

	test('between CJK characters, with no closing punctuation first and no opening one last', () => {
		expect(shownRows('今日は、晴れです。', 6)).toEqual(['今日', 'は、晴', 'れで', 'す。']);
		expect(shownRows('彼は「はい」と', 6)).toEqual(['彼は', '「は', 'い」と']);
		expect(shownRows('東京Tower行き', 8)).toEqual(['東京', 'Tower行', 'き']);
	});

	test('Korean between words, Thai at the words of its dictionary', () => {
		expect(shownRows('출시를 옮기기로 합의했습니다', 14)).toEqual([
			'출시를',
			'옮기기로',
			'합의했습니다',
		]);
		expect(shownRows('สวัสดีชาวโลก', 6)).toEqual(['สวัสดี', 'ชาวโลก']);
	});

	test('never inside a grapheme cluster', () => {
		for (const row of shownRows('👩‍👩‍👧‍👦'.repeat(10), 7)) {
			expect(row).toBe('👩‍👩‍👧‍👦'.repeat(row.length / '👩‍👩‍👧‍👦'.length));
		}
	});
});

test.each([
	['ASCII without a space', 'x'.repeat(100_000)],
	['ASCII words', 'word '.repeat(20_000)],
	['CJK', '会議'.repeat(50_000)],
	['Devanagari without a space', 'कि'.repeat(50_000)],
	['Thai', 'สวัสดีชาวโลก'.repeat(8_000)],
	['one letter under 100,000 marks', `a${'\u0301'.repeat(100_000)}`],
	['one letter before 100,000 spacing marks', `க${'ா'.repeat(100_000)}`],
])(
	'wraps 100,000 characters of %s before the test times out, as only linear work does',
	(_, text) => {
		const starts = wrapText(text, 80);
		expect(starts.length).toBeGreaterThan(0);
		expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
	},
);
