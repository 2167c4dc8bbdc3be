import {parseTranscript} from './assemblyai/parse-transcript.ts';
import {UserError} from './errors.ts';
import type {Library} from './library/library.ts';
import type {TranscriptRecord} from './library/records.ts';
import type {OpenedTranscript} from './opened-transcript.ts';
import {findSegments, placeSegments} from './segments.ts';
import {joinTranscripts} from './transcripts/join-transcripts.ts';
import {uniteSpeakers} from './transcripts/speaker-names.ts';

/**
 * A transcript of the library, together with those of the meeting's other segments: a recording that
 * was stopped and started again reads as one. Throws `UserError` when the library does not have it.
 */
export async function openTranscript(library: Library, id: string): Promise<OpenedTranscript> {
	const asked = findRecord(library, id);
	return join(library, findSegments(asked, library.listTranscripts()));
}

/**
 * Transcripts of several files of one meeting as one, these and no others: at least one. Throws
 * `UserError` when the library does not have one of them.
 */
export async function openTranscripts(
	library: Library,
	ids: readonly string[],
): Promise<OpenedTranscript> {
	return join(
		library,
		ids.map(id => findRecord(library, id)),
	);
}

function findRecord(library: Library, id: string): TranscriptRecord {
	const record = library.findTranscript(id);
	if (record === undefined) {
		throw notThere(id);
	}

	return record;
}

async function join(
	library: Library,
	records: readonly TranscriptRecord[],
): Promise<OpenedTranscript> {
	const placed = placeSegments(records);
	const [first] = placed;
	if (first === undefined) {
		throw new RangeError('There is no transcript to open');
	}

	// Everything is asked of the library at once: by the time a response is unpacked it may be closed.
	const speakerNames = library.readSpeakerNames(first.file.record.id);
	const answers = await Promise.all(
		placed.map(async ({file: {record}, offsetMs}) => ({
			offsetMs,
			rawJson: await readResponse(library, record.id),
		})),
	);
	const transcript = joinTranscripts(
		answers.map(({rawJson, offsetMs}) => ({transcript: parseTranscript(rawJson), offsetMs})),
	);
	return {
		record: first.file.record,
		rawJson: answers.map(({rawJson}) => rawJson).join('\n'),
		transcript: uniteSpeakers({...transcript, speakerNames}),
	};
}

async function readResponse(library: Library, id: string): Promise<string> {
	const rawJson = await library.readResponse(id);
	if (rawJson === undefined) {
		throw notThere(id);
	}

	return rawJson;
}

function notThere(id: string): UserError {
	return new UserError(`The library has no transcript ${id}`, {
		code: 'not-found',
		hint: 'Transcribe its meeting first.',
	});
}
