import fc from 'fast-check';
import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {type Cell, toSureColumns} from '../../source/tui/sure-columns.ts';
import {createEmulator, readScreen, whenParsed} from '../support/emulator.ts';

const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** The cells of a row as Ink would have them. */
function cellsOf(text: string): readonly Cell[] {
	return Array.from(graphemes.segment(text), ({segment}) => [
		{value: segment, styles: []},
		...Array.from({length: Math.max(1, stringWidth(segment)) - 1}, () => ({value: '', styles: []})),
	]).flat();
}

const toText = (cells: readonly Cell[]) => cells.map(({value}) => value).join('');

test.each([
	['Ada Moreau   Product', 'Ada Moreau   Product'],
	['佐藤 美咲   Design', '佐藤 美咲   Design'],
	['Priya   ', 'Priya'],
	['नी शर्मा', 'नी शर्मा'],
	['नी', 'नी'],
	['नी   sandbox', 'नी\u001B[6Gsandbox'],
	['a  नी   b   c', 'a  नी\u001B[9Gb   c'],
	['👩‍👩‍👧  family  नी  ok', '👩‍👩‍👧\u001B[5Gfamily  नी\u001B[17Gok'],
])('%j becomes %j', (row, expected) => {
	expect(toSureColumns(cellsOf(row), toText)).toBe(expected);
});

test('blanks with a style are painted: they are a bar, and no gap', () => {
	const row = [
		...cellsOf('नी'),
		{value: ' ', styles: ['inverse']},
		{value: ' ', styles: ['inverse']},
	];
	expect(toSureColumns([...row, ...cellsOf('b')], toText)).toBe('नी  b');
});

test('where a terminal has other widths, what stands behind a gap stands in its column', async () => {
	const word = fc.constantFrom('प्रिया', '👩‍👩‍👧', 'Ada', '佐藤', 'நி', '❤️', 'x');
	await fc.assert(
		fc.asyncProperty(fc.array(word, {minLength: 1, maxLength: 4}), async words => {
			const before = words.join(' ');
			const row = `${before}${' '.repeat(40 - stringWidth(before))}end`;
			for (const joinsClusters of [true, false]) {
				const emulator = createEmulator(60, 1, {joinsClusters});
				emulator.write(toSureColumns(cellsOf(row), toText));
				await whenParsed(emulator);
				const line = emulator.buffer.active.getLine(0);
				const end = [40, 41, 42].map(column => line?.getCell(column)?.getChars()).join('');
				expect(end).toBe('end');
				expect(readScreen(emulator)[0]).toContain(
					before.replaceAll(/[\u200D\uFE0F]/g, '').slice(0, 1),
				);
			}
		}),
		{numRuns: 100},
	);
});
