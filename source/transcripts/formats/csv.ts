import {type Passage, passagesOf} from '../passages.ts';
import {formatCueTime} from '../time.ts';
import {commonOptions, type ExportDocument, type ExportOptions, type TextFormat} from './format.ts';

/** A row for each turn, sentence or word, as RFC 4180 has it. */
export const csv: TextFormat = {
	kind: 'text',
	name: 'csv',
	title: 'CSV table',
	fileExtension: 'csv',
	mediaType: 'text/csv; charset=utf-8',
	choices: ['timestamps', 'speakers', 'unit', 'original'],
	units: ['turn', 'sentence', 'word'],
	defaults: commonOptions,
	render,
};

type Column = {
	readonly name: string;
	readonly value: (passage: Passage) => string;
};

const timeColumns: readonly Column[] = [
	{name: 'start', value: ({startMs}) => formatCueTime(startMs, '.')},
	{name: 'end', value: ({endMs}) => formatCueTime(endMs, '.')},
	{name: 'startMs', value: ({startMs}) => String(startMs)},
	{name: 'endMs', value: ({endMs}) => String(endMs)},
];
const speakerColumn: Column = {name: 'speaker', value: ({name}) => textCell(name ?? '')};
const wordColumns: readonly Column[] = [
	{name: 'text', value: ({text}) => textCell(text)},
	{name: 'confidence', value: ({confidence}) => confidence?.toFixed(3) ?? ''},
];

function* render(document: ExportDocument, options: ExportOptions): Generator<string, void, void> {
	const columns = [
		...(options.timestamps ? timeColumns : []),
		...(options.speakers ? [speakerColumn] : []),
		...wordColumns,
	];
	yield row(columns.map(({name}) => name));
	for (const passage of passagesOf(document.transcript, options.unit)) {
		yield row(columns.map(({value}) => value(passage)));
	}
}

function row(cells: readonly string[]): string {
	return `${cells.map(quote).join(',')}\r\n`;
}

function quote(cell: string): string {
	return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * Spreadsheets would run text that begins like a formula, some also behind blanks or quotation marks
 * (OWASP, CSV injection); an apostrophe makes it text.
 */
function textCell(text: string): string {
	return /^[\s"']*[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text;
}
