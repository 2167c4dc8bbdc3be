import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {expandFileName} from '../transcripts/file-name-template.ts';
import type {ExportOptions, TranscriptFormat} from '../transcripts/formats/format.ts';
import {type ExportSource, renderExport} from './render-export.ts';
import {writeExport} from './write-export.ts';

/** A folder that any number of transcripts go into, each under a name of its own. */
export type ExportFolder = {
	/** Gives back the path of the file. Throws `UserError` when it can't be written. */
	readonly write: (
		source: ExportSource,
		options: {readonly format: TranscriptFormat; readonly options?: ExportOptions | undefined},
	) => Promise<string>;
};

/** The same for two names that are one file on some platform: whatever their case and composition. */
function foldName(name: string): string {
	return name.normalize('NFC').toUpperCase();
}

/**
 * Opens a folder to write into; it need not be there yet. Names come from `template` and get a number
 * where there is such a file: with `overwrite`, where this very run has written one.
 */
export async function openExportFolder(
	folder: string,
	{template, overwrite}: {readonly template: string; readonly overwrite: boolean},
): Promise<ExportFolder> {
	// A folder that can't be listed has no names to keep clear of; writing says what is wrong with it.
	const there = overwrite ? [] : await readdir(folder).catch(() => []);
	const taken = new Set(there.map(foldName));
	const lastNumbers = new Map<string, number>();

	function freeName(source: ExportSource, extension: string): string {
		const nameOf = (number: number) =>
			expandFileName(template, source.document, {extension, number});
		const base = foldName(nameOf(1));
		let number = lastNumbers.get(base) ?? 0;
		let name: string;
		do {
			number++;
			name = nameOf(number);
		} while (taken.has(foldName(name)));
		lastNumbers.set(base, number);
		taken.add(foldName(name));
		return name;
	}

	return {
		async write(source, {format, options}) {
			const content = await renderExport(format, source, options);
			for (;;) {
				const file = path.join(folder, freeName(source, format.fileExtension));
				const outcome = await writeExport({path: file, content, overwrite});
				// Else somebody else has taken the name meanwhile.
				if (outcome.status === 'written') {
					return outcome.path;
				}
			}
		},
	};
}
