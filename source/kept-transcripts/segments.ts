import type {Library} from '../library/library.ts';
import type {TranscriptRecord} from '../library/records.ts';
import type {Speaker} from '../library/speakers.ts';
import {placeInTime} from '../zoom/file-choice.ts';

/** Milliseconds since the epoch; NaN where the file's beginning is not known. */
function startOf({meeting: {fileStart}}: TranscriptRecord): number {
	return Date.parse(fileStart ?? '');
}

function endOf(record: TranscriptRecord): number {
	return startOf(record) + (record.audioSeconds ?? 0) * 1000;
}

function toDate(time: number): Date | undefined {
	return Number.isNaN(time) ? undefined : new Date(time);
}

/** Whether it holds everybody, and it is known when it begins. */
function mayBeSegment({meeting: {fileStart, participantFile}}: TranscriptRecord): boolean {
	return fileStart !== undefined && participantFile === undefined;
}

/**
 * The newest transcript of each file of the same meeting that was recorded at another time, in order
 * of time, the one asked for among them. Another view of the same time is no segment, and neither is
 * the sound of one participant alone.
 *
 * @param records Newest first.
 */
export function findSegments(
	asked: TranscriptRecord,
	records: readonly TranscriptRecord[],
): readonly TranscriptRecord[] {
	if (!mayBeSegment(asked)) {
		return [asked];
	}

	const segments = [asked];
	for (const record of records) {
		const isOfMeeting = record.meeting.uuid === asked.meeting.uuid && mayBeSegment(record);
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

/**
 * The same records without those that would open as what another one opens as: of the segments of a
 * recording only the first that is met stands for them all.
 *
 * @param all What the library has, newest first.
 */
export function withoutRepeats(
	records: readonly TranscriptRecord[],
	all: readonly TranscriptRecord[],
): readonly TranscriptRecord[] {
	const byMeeting = Map.groupBy(all, ({meeting}) => meeting.uuid);
	const distinct = new Map<string, TranscriptRecord>();
	for (const record of records) {
		const segments = findSegments(record, byMeeting.get(record.meeting.uuid) ?? []);
		const key = segments.map(({id}) => id).join(' ');
		if (!distinct.has(key)) {
			distinct.set(key, record);
		}
	}

	return [...distinct.values()];
}

/**
 * Milliseconds from the beginning of what a transcript opens as to its own: more than 0 for the later
 * segments of a recording.
 *
 * @param all What the library has, newest first.
 */
export function startInWhole(record: TranscriptRecord, all: readonly TranscriptRecord[]): number {
	const placed = placeSegments(findSegments(record, all));
	return placed.find(({file}) => file.record.id === record.id)?.offsetMs ?? 0;
}

/** When each begins, from the beginning of the first. */
export function placeSegments(records: readonly TranscriptRecord[]) {
	return placeInTime(
		records.map(record => ({record, start: toDate(startOf(record)), end: toDate(endOf(record))})),
	);
}

/**
 * Who speaks in each transcript, by its id. Segments are named where they are read, in the whole: there
 * the label "A" of the second is "2A".
 */
export function listNamedSpeakers(
	library: Pick<Library, 'listTranscripts' | 'listSpeakers' | 'readSpeakerNames'>,
): ReadonlyMap<string, readonly Speaker[]> {
	const speakers = new Map(library.listSpeakers());
	const meetings = Map.groupBy(library.listTranscripts(), ({meeting}) => meeting.uuid);
	for (const records of meetings.values()) {
		for (const record of records.length > 1 ? records : []) {
			const placed = placeSegments(findSegments(record, records));
			const [first] = placed;
			if (first === undefined || placed.length === 1) {
				continue;
			}

			const number = placed.findIndex(({file}) => file.record.id === record.id) + 1;
			const names = library.readSpeakerNames(first.file.record.id);
			const own = speakers.get(record.id) ?? [];
			speakers.set(
				record.id,
				own.map(({label, name}) => ({label, name: names.get(`${number}${label}`) ?? name})),
			);
		}
	}

	return speakers;
}
