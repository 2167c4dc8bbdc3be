import {asHeard} from '../corrections.ts';
import {csv} from './csv.ts';
import {docx} from './docx.ts';
import {
	commonOptions,
	type ExportDocument,
	type ExportOptions,
	type StoredFormat,
	type TranscriptFormat,
} from './format.ts';
import {html} from './html.ts';
import {json} from './json.ts';
import {markdown} from './markdown.ts';
import {srt} from './srt.ts';
import {text} from './text.ts';
import {vtt} from './vtt.ts';

/** What AssemblyAI answered, byte for byte: the library has it. */
const raw: StoredFormat = {
	kind: 'stored',
	name: 'raw',
	title: 'AssemblyAI’s response',
	fileExtension: 'raw.json',
	mediaType: 'application/json',
	choices: [],
	units: [],
	defaults: commonOptions,
};

/** Every format, in the order in which they are offered. */
export const formats: readonly [TranscriptFormat, ...TranscriptFormat[]] = [
	text,
	markdown,
	srt,
	vtt,
	json,
	raw,
	csv,
	docx,
	html,
];

/** The format of that name; undefined if there is none. */
export function findFormat(name: string): TranscriptFormat | undefined {
	return formats.find(format => format.name === name);
}

/** The format that a file of this name would have: that of the longest extension that fits. */
export function formatOfFile(fileName: string): TranscriptFormat | undefined {
	const lowerCase = fileName.toLowerCase();
	return formats
		.filter(({fileExtension}) => lowerCase.endsWith(`.${fileExtension}`))
		.sort((a, b) => b.fileExtension.length - a.fileExtension.length)
		.at(0);
}

/** A whole export, ready to be written. Text is to be written as UTF-8. */
export async function renderExport(
	format: Exclude<TranscriptFormat, StoredFormat>,
	document: ExportDocument,
	options: ExportOptions = format.defaults,
): Promise<string | Uint8Array> {
	const wanted = inWantedWords(document, options);
	return format.kind === 'text'
		? Array.from(format.render(wanted, options)).join('')
		: format.render(wanted, options);
}

function inWantedWords(document: ExportDocument, {original}: ExportOptions): ExportDocument {
	return original ? {...document, transcript: asHeard(document.transcript)} : document;
}

/** The first lines of an export, however long it is; of a binary format, those of the text in it. */
export function previewExport(
	format: Exclude<TranscriptFormat, StoredFormat>,
	document: ExportDocument,
	{options = format.defaults, lineCount}: {options?: ExportOptions; readonly lineCount: number},
): readonly string[] {
	const render = format.kind === 'text' ? format.render : format.preview;
	const lines: string[] = [];
	let rest = '';
	for (const chunk of render(inWantedWords(document, options), options)) {
		const parts = (rest + chunk).split(/\r?\n/);
		rest = parts.pop() ?? '';
		lines.push(...parts);
		if (lines.length >= lineCount) {
			return lines.slice(0, lineCount);
		}
	}
	return rest === '' ? lines : [...lines, rest].slice(0, lineCount);
}
