import {readdir} from 'node:fs/promises';
import {safeText} from '../safe-text.ts';
import {numberedFileName, safeFileName} from '../transcripts/file-name.ts';
import {formatLocalMoment} from '../transcripts/formats/document-facts.ts';
import type {ExportMeeting} from '../transcripts/formats/format.ts';

/** `2026-11-24 Budget review.txt`: safe on every platform, whatever the topic is. */
export function exportName(
	{start, topic}: Pick<ExportMeeting, 'start' | 'topic'>,
	extension: string,
): string {
	return safeFileName(exportTitle({start, topic}), {extension});
}

/** The same, with a number behind it where the folder has a file of that name. */
export async function freeExportName(
	meeting: Pick<ExportMeeting, 'start' | 'topic'>,
	extension: string,
	folder: string,
): Promise<string> {
	// A folder that can't be listed has no names to keep clear of; writing says what is wrong with it.
	const taken = new Set(await readdir(folder).catch(() => []));
	let name = exportName(meeting, extension);
	for (let number = 2; taken.has(name); number++) {
		name = numberedFileName(exportTitle(meeting), number, {extension});
	}

	return name;
}

function exportTitle({start, topic}: Pick<ExportMeeting, 'start' | 'topic'>): string {
	return safeText(`${formatLocalMoment(start).slice(0, 10)} ${topic}`);
}
