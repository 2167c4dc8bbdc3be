import path from 'node:path';
import {defaultFileNameTemplate, expandFileName} from '../transcripts/file-name-template.ts';
import type {
	ExportDocument,
	ExportOptions,
	TranscriptFormat,
} from '../transcripts/formats/format.ts';
import {formats} from '../transcripts/formats/formats.ts';
import {type ExportFolder, openExportFolder} from './export-folder.ts';
import {expandPath, withExtension} from './export-path.ts';
import {type ExportSource, renderExport} from './render-export.ts';
import {type ExportOutcome, writeExport} from './write-export.ts';

/** Transcripts on their way to files of the person's own. Without options, a format's defaults. */
export type Exports = {
	/**
	 * Where a transcript would be written: in the working folder under a name made of its meeting, or
	 * the `edited` path with the format's extension.
	 */
	readonly suggestPath: (
		document: ExportDocument,
		format: TranscriptFormat,
		edited: string | undefined,
	) => string;
	/** Where many would be written: a folder in the working folder. */
	readonly suggestFolder: () => string;
	/** For many at once; see `openExportFolder`. */
	readonly openFolder: (
		folder: string,
		options: {readonly template?: string | undefined; readonly overwrite: boolean},
	) => Promise<ExportFolder>;
	readonly render: (
		format: TranscriptFormat,
		source: ExportSource,
		options?: ExportOptions,
	) => Promise<string | Uint8Array>;
	/** Throws `UserError` when the file can't be written. */
	readonly write: (options: {
		readonly path: string;
		readonly format: TranscriptFormat;
		readonly options?: ExportOptions | undefined;
		readonly source: ExportSource;
		readonly overwrite: boolean;
	}) => Promise<ExportOutcome>;
};

const extensions = formats.map(({fileExtension}) => fileExtension);

export function createExports(): Exports {
	return {
		suggestPath: (document, {fileExtension: extension}, edited) =>
			edited === undefined
				? path.resolve(expandFileName(defaultFileNameTemplate, document, {extension}))
				: withExtension(edited, extension, extensions),
		suggestFolder: () => path.resolve('transcripts'),
		openFolder: (folder, {template = defaultFileNameTemplate, overwrite}) =>
			openExportFolder(expandPath(folder), {template, overwrite}),
		render: renderExport,
		async write({path: typed, format, options, source, overwrite}) {
			const content = await renderExport(format, source, options);
			return writeExport({path: expandPath(typed), content, overwrite});
		},
	};
}
