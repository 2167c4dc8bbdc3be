import path from 'node:path';
import type {ExportMeeting, TranscriptFormat} from '../transcripts/formats/format.ts';
import {formats} from '../transcripts/formats/formats.ts';
import {exportName, freeExportName} from './export-name.ts';
import {expandPath, withExtension} from './export-path.ts';
import {type ExportSource, renderExport} from './render-export.ts';
import {type ExportOutcome, writeExport} from './write-export.ts';

/** Transcripts on their way to files of the person's own. */
export type Exports = {
	/**
	 * Where a transcript would be written: in the working folder under a name made of its meeting, or
	 * the `edited` path with the format's extension.
	 */
	readonly suggestPath: (
		meeting: ExportMeeting,
		format: TranscriptFormat,
		edited: string | undefined,
	) => string;
	/** A name for it in `folder` that no file there has. */
	readonly freeName: (
		meeting: ExportMeeting,
		format: TranscriptFormat,
		folder: string,
	) => Promise<string>;
	readonly render: (format: TranscriptFormat, source: ExportSource) => Promise<string | Uint8Array>;
	/** Throws `UserError` when the file can't be written. */
	readonly write: (options: {
		readonly path: string;
		readonly format: TranscriptFormat;
		readonly source: ExportSource;
		readonly overwrite: boolean;
	}) => Promise<ExportOutcome>;
};

const extensions = formats.map(({fileExtension}) => fileExtension);

export function createExports(): Exports {
	return {
		suggestPath: (meeting, {fileExtension}, edited) =>
			edited === undefined
				? path.join(process.cwd(), exportName(meeting, fileExtension))
				: withExtension(edited, fileExtension, extensions),
		freeName: (meeting, {fileExtension}, folder) =>
			freeExportName(meeting, fileExtension, expandPath(folder)),
		render: (format, source) => renderExport(format, source),
		async write({path: typed, format, source, overwrite}) {
			const content = await renderExport(format, source);
			return writeExport({path: expandPath(typed), content, overwrite});
		},
	};
}
