import type {Paragraph} from 'docx';
import {type Passage, passagesOf} from '../passages.ts';
import {formatTime} from '../time.ts';
import {documentFacts, documentTitle, factText} from './document-facts.ts';
import {
	type BinaryFormat,
	commonOptions,
	type ExportDocument,
	type ExportOptions,
} from './format.ts';
import {outlineParts} from './outline-parts.ts';
import {text as plainText} from './text.ts';

/** A Word document: a paragraph for each turn under the name of its speaker. */
export const docx: BinaryFormat = {
	kind: 'binary',
	name: 'docx',
	title: 'Word document',
	fileExtension: 'docx',
	mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	choices: ['timestamps', 'speakers', 'unit', 'header', 'original'],
	units: ['turn', 'sentence'],
	defaults: commonOptions,
	render,
	preview: plainText.render,
};

const quiet = '595959';

async function render(document: ExportDocument, options: ExportOptions): Promise<Uint8Array> {
	// Only here, so that nothing else waits for a library this size.
	const library = await import('docx');
	const children = [
		...(options.header ? header(library, document) : []),
		...Array.from(passagesOf(document.transcript, options.unit), passage =>
			paragraph(library, passage, options),
		),
	];
	const file = new library.Document({
		title: xmlText(documentTitle(document)),
		creator: 'Recscribe',
		sections: [{children}],
	});
	return new Uint8Array(await library.Packer.toArrayBuffer(file));
}

type Library = typeof import('docx');

function header(library: Library, document: ExportDocument): readonly Paragraph[] {
	const title = new library.Paragraph({
		text: xmlText(documentTitle(document)),
		heading: library.HeadingLevel.HEADING_1,
		spacing: {after: 120},
	});
	const facts = documentFacts(document).map(
		fact =>
			new library.Paragraph({
				children: [
					new library.TextRun({text: `${fact.label}: `, color: quiet}),
					new library.TextRun(xmlText(factText(fact))),
				],
			}),
	);
	return [title, ...facts, ...outline(library, document)];
}

function outline(library: Library, {transcript}: ExportDocument): readonly Paragraph[] {
	return outlineParts(transcript.outline).flatMap(({title, items}) => [
		new library.Paragraph({text: title, heading: library.HeadingLevel.HEADING_2}),
		...items.map(
			({time, headline, text}) =>
				new library.Paragraph({
					bullet: {level: 0},
					children: [
						...(time === '' ? [] : [new library.TextRun({text: `${time}  `, color: quiet})]),
						...(headline === ''
							? []
							: [new library.TextRun({text: `${xmlText(headline)}  `, bold: true})]),
						new library.TextRun(xmlText(text)),
					],
				}),
		),
	]);
}

function paragraph(library: Library, passage: Passage, options: ExportOptions): Paragraph {
	const {startMs, text} = passage;
	const name = options.speakers ? passage.heading : undefined;
	const showsName = name !== undefined;
	const time = options.timestamps ? formatTime(startMs) : '';
	const separator = showsName && time !== '' ? '  ' : '';
	const before = `${separator}${time}${showsName || time === '' ? '' : '  '}`;
	return new library.Paragraph({
		spacing: {before: showsName ? 240 : 80},
		children: [
			...(showsName ? [new library.TextRun({text: xmlText(name), bold: true})] : []),
			...(before === '' ? [] : [new library.TextRun({text: before, color: quiet})]),
			new library.TextRun({text: xmlText(text), ...(showsName ? {break: 1} : {})}),
		],
	});
}

/** XML has no way to hold these, and Word refuses a document with them. */
function xmlText(text: string): string {
	return text.replace(/[\uFFFE\uFFFF]/gu, '');
}
