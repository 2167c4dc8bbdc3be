import fc from 'fast-check';
import mammoth from 'mammoth';
import {describe, expect, test} from 'vitest';
import type {ExportDocument, ExportOptions} from '../../../source/transcripts/formats/format.ts';
import {renderExport} from '../../../source/transcripts/formats/formats.ts';
import {passagesOf} from '../../../source/transcripts/passages.ts';
import {anyDocument} from '../corpus.ts';
import {format, weekly} from './render.ts';

describe('the Word document as another program reads it', () => {
	async function docxOf(document: ExportDocument, options: Partial<ExportOptions> = {}) {
		const docx = format('docx');
		const bytes = await renderExport(docx, document, {...docx.defaults, ...options});
		if (typeof bytes === 'string') {
			throw new TypeError('A Word document is not text');
		}
		return Buffer.from(bytes);
	}

	test('holds title, names, times and words', async () => {
		const {value, messages} = await mammoth.convertToHtml({buffer: await docxOf(weekly)});
		expect(messages).toEqual([]);
		expect(value).toContain('<h1>Weekly sync</h1>');
		expect(value).toContain('<p>Participants: Ana Souza, Bo Lindqvist</p>');
		expect(value).toContain(
			[
				'<p><strong>Ana Souza</strong>  0:00<br />Good morning, shall we start? The first point is the launch.</p>',
				'<p>0:04  It moves to November.</p>',
				'<p><strong>Speaker B</strong>  0:05<br />Because of the "review".</p>',
			].join(''),
		);
	});

	test('holds the words of any transcript', async () => {
		const plain = {timestamps: false, speakers: false, header: false};
		await fc.assert(
			fc.asyncProperty(anyDocument, async document => {
				const {value} = await mammoth.extractRawText({buffer: await docxOf(document, plain)});
				const passages = [...passagesOf(document.transcript, 'turn')];
				expect(value).toBe(
					passages.map(passage => `${passage.text.replace(/[\uFFFE\uFFFF]/g, '')}\n\n`).join(''),
				);
			}),
			{numRuns: 50},
		);
	});
});
