import {parse as parseCsv} from 'csv-parse/sync';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {passagesOf} from '../../../source/transcripts/passages.ts';
import {anyDocument, conversation, documentOf} from '../corpus.ts';
import {renderText, weekly} from './render.ts';

type Row = Readonly<Record<string, string>>;

describe('CSV as another parser reads it', () => {
	test('has a row for each passage', async () => {
		const units = fc.constantFrom('turn', 'sentence', 'word');
		await fc.assert(
			fc.asyncProperty(anyDocument, units, async (document, unit) => {
				const rows: readonly Row[] = parseCsv(await renderText('csv', document, {unit}), {
					columns: true,
				});
				const passages = [...passagesOf(document.transcript, unit)];
				// What a spreadsheet would run has an apostrophe before it.
				expect(rows.map(row => row['text'] ?? '')).toEqual(
					passages.map(({text}, place) =>
						rows[place]?.['text'] === `'${text}` ? `'${text}` : text,
					),
				);
				expect(rows.map(({startMs, endMs}) => [startMs, endMs])).toEqual(
					passages.map(({startMs, endMs}) => [String(startMs), String(endMs)]),
				);
			}),
		);
	});

	test('holds no formula', async () => {
		const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '=cmd|" /C calc"!A0', '"=1', "'+1"];
		const document = documentOf(conversation(formulas.map(formula => [formula, formula])));
		const rows: readonly Row[] = parseCsv(await renderText('csv', document), {
			columns: true,
		});
		expect(rows.map(row => row['text'])).toEqual(formulas.map(formula => `'${formula}`));
		expect(rows.map(row => row['speaker'])).toEqual(formulas.map(formula => `'${formula}`));
	});

	test('leaves out the columns that were not asked for', async () => {
		const rows = await renderText('csv', weekly, {timestamps: false, speakers: false});
		expect(rows.split('\r\n')[0]).toBe('text,confidence');
	});
});
