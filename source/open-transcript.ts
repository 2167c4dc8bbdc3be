import {parseTranscript} from './assemblyai/parse-transcript.ts';
import {UserError} from './errors.ts';
import type {Library} from './library/library.ts';
import type {TranscriptRecord} from './library/records.ts';
import type {OpenedTranscript} from './opened-transcript.ts';
import {joinTranscripts} from './transcripts/join-transcripts.ts';

/**
 * A transcript of the library, together with those of the meeting's other segments: a recording that
 * was stopped and started again reads as one. Throws `UserError` when the library does not have it.
 */
export async function openTranscript(library: Library, id: string): Promise<OpenedTranscript> {
	const asked = library.findTranscript(id);
	if (asked === undefined) {
		throw notThere(id);
	}

	const segments = findSegments(asked, library.listTranscripts());
	const [first = asked] = segments;
	const firstStart = startOf(first);
	const answers = await Promise.all(
		segments.map(async record => ({record, rawJson: await readResponse(library, record.id)})),
	);
	const transcript = joinTranscripts(
		answers.map(({record, rawJson}) => ({
			transcript: parseTranscript(rawJson),
			offsetMs: startOf(record) - firstStart,
		})),
	);
	const speakerNames = library.readSpeakerNames(first.id);
	return {
		record: first,
		rawJson: answers.map(({rawJson}) => rawJson).join('\n'),
		transcript: {...transcript, speakerNames},
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

/** Milliseconds since the epoch; 0 where the file's beginning is not known. */
function startOf({meeting: {fileStart}}: TranscriptRecord): number {
	return fileStart === undefined ? 0 : Date.parse(fileStart);
}

function endOf(record: TranscriptRecord): number {
	return startOf(record) + (record.audioSeconds ?? 0) * 1000;
}

/**
 * The newest transcript of each file of the same meeting that was recorded at another time, in order
 * of time, the one asked for among them. Another view of the same time is no segment.
 *
 * @param records Newest first.
 */
export function findSegments(
	asked: TranscriptRecord,
	records: readonly TranscriptRecord[],
): readonly TranscriptRecord[] {
	if (asked.meeting.fileStart === undefined) {
		return [asked];
	}

	const segments = [asked];
	for (const record of records) {
		const isOfMeeting =
			record.meeting.uuid === asked.meeting.uuid && record.meeting.fileStart !== undefined;
		const overlaps = segments.some(
			segment => startOf(record) < endOf(segment) && startOf(segment) < endOf(record),
		);
		const isSameFile = segments.some(
			({recordingFileId}) => recordingFileId === record.recordingFileId,
		);
		if (isOfMeeting && !overlaps && !isSameFile) {
			segments.push(record);
		}
	}

	return segments.toSorted((one, other) => startOf(one) - startOf(other));
}
