import {createHash} from 'node:crypto';
import type {NewJob} from './records.ts';

/**
 * The same for the same request for the same recording. How the audio travels, and
 * what becomes of AssemblyAI's copy, makes no difference to what comes out.
 */
export function identityOf({meeting, recordingFileId, request}: NewJob): string {
	const {audio: _, deleteRemote: _deleteRemote, ...rest} = request;
	const parts = [meeting.uuid, recordingFileId, sortKeys(rest)];
	return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

function sortKeys(value: unknown): unknown {
	if (Array.isArray(value)) {
		return value.map(sortKeys);
	}

	if (typeof value !== 'object' || value === null) {
		return value;
	}

	return Object.entries(value)
		.filter(([, inner]) => inner !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, inner]) => [key, sortKeys(inner)]);
}
