import type {
	ExportDocument,
	ExportOptions,
	TranscriptFormat,
} from '../transcripts/formats/format.ts';
import {
	previewExport as previewFormat,
	renderExport as renderFormat,
} from '../transcripts/formats/formats.ts';

/** A document with what it was made from. */
export type ExportSource = {
	readonly document: ExportDocument;
	/** The service's answer exactly as it came. */
	readonly raw: string;
};

/** The whole content of an export file. */
export async function renderExport(
	format: TranscriptFormat,
	{document, raw}: ExportSource,
	options: ExportOptions = format.defaults,
): Promise<string | Uint8Array> {
	return format.kind === 'stored' ? raw : renderFormat(format, document, options);
}

/** The first lines of the same content: no more is made than what is shown. */
export function previewExport(
	format: TranscriptFormat,
	{document, raw}: ExportSource,
	lineCount: number,
	options: ExportOptions = format.defaults,
): readonly string[] {
	return format.kind === 'stored'
		? raw.slice(0, 400 * lineCount).split('\n', lineCount)
		: previewFormat(format, document, {options, lineCount});
}
