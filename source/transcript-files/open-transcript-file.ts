import {stat} from 'node:fs/promises';
import path from 'node:path';
import type {ExportSource} from '../exports/render-export.ts';
import {type SafeText, safeLine} from '../safe-text.ts';
import {parseTranscriptFile} from './parse-transcript-file.ts';
import {readTextFile} from './read-text-file.ts';

/** A transcript in a file of the person's own, ready to be read and exported. */
export type OpenedFile = ExportSource & {
	/** The file's, without its folder. */
	readonly name: SafeText;
};

/**
 * Opens a WebVTT or SRT file, a JSON export of ours, or AssemblyAI's response, whatever its name ends
 * with. Throws `UserError` when it can't be read, or holds none of these.
 */
export async function openTranscriptFile(file: string): Promise<OpenedFile> {
	const raw = await readTextFile(file);
	const {transcript, transcriptId, meeting} = parseTranscriptFile(raw, file);
	const topic = meeting.topic === '' ? safeLine(path.parse(file).name) : meeting.topic;
	return {
		name: safeLine(path.basename(file)),
		raw,
		document: {transcript, transcriptId, meeting: {...meeting, topic}, exportedAt: new Date()},
	};
}

/**
 * Whether somebody means a file by that, and no transcript of the library: there is one of that name, or
 * there is a dot in it, which neither an id nor the UUID of a meeting has. A folder that happens to be
 * called as an id begins stands in nobody's way.
 */
export async function meansFile(reference: string): Promise<boolean> {
	if (reference.includes('.')) {
		return true;
	}

	const stats = await stat(reference).catch(() => undefined);
	return stats !== undefined && (!stats.isDirectory() || /[/\\]/.test(reference));
}
