import {existsSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {UserError} from '../errors.ts';
import {openLibrary} from '../library/library.ts';

export type LibrarySize =
	| {
			readonly status: 'readable';
			readonly transcripts: number;
			readonly jobs: number;
			/** Everything in its folder. */
			readonly sizeBytes: number;
			/** What was mended or set aside when it was opened. */
			readonly notices: readonly string[];
	  }
	| {
			readonly status: 'unreadable';
			readonly message: string;
			readonly hint: string | undefined;
			readonly notices: readonly string[];
	  };

/** How much is in the library. One that is not there yet is not made. */
export async function measureLibrary(folder: string): Promise<LibrarySize> {
	if (!existsSync(path.join(folder, 'library.db'))) {
		return {status: 'readable', transcripts: 0, jobs: 0, sizeBytes: 0, notices: []};
	}
	try {
		const library = openLibrary(folder);
		try {
			return {
				status: 'readable',
				transcripts: library.listTranscripts().length,
				jobs: (await library.engine.list()).length,
				sizeBytes: measureFiles(folder),
				notices: library.notices,
			};
		} finally {
			library.close();
		}
	} catch (error) {
		if (!(error instanceof UserError)) {
			throw error;
		}
		return {status: 'unreadable', message: error.message, hint: error.hint, notices: []};
	}
}

function measureFiles(folder: string): number {
	return readdirSync(folder, {withFileTypes: true})
		.filter(entry => entry.isFile())
		.map(({name}) => statSync(path.join(folder, name), {throwIfNoEntry: false})?.size ?? 0)
		.reduce((sum, size) => sum + size, 0);
}
