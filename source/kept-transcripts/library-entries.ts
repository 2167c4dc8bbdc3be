import type {Library} from '../library/library.ts';
import type {TranscriptRecord} from '../library/records.ts';
import type {Speaker} from '../library/speakers.ts';
import {showDay, showMinutes} from '../measures.ts';
import {type SafeText, safeText} from '../safe-text.ts';
import {findSegments, listNamedSpeakers, withoutRepeats} from './segments.ts';

/** A transcript as the library's list shows it: the segments of a recording as the one that they read as. */
export type LibraryEntry = {
	/** Of the first segment: it opens as all of them. */
	readonly id: string;
	readonly segmentIds: readonly string[];
	readonly topic: SafeText;
	/** When the transcribed file begins, as far as that is known. */
	readonly start: Date;
	readonly durationMinutes: number;
	readonly speakers: readonly Speaker[];
	/** Of the first segment. */
	readonly record: TranscriptRecord;
};

/** Everything that was transcribed, newest first. Throws what the library throws. */
export function listEntries(
	library: Pick<Library, 'listTranscripts' | 'listSpeakers' | 'readSpeakerNames'>,
): readonly LibraryEntry[] {
	const speakers = listNamedSpeakers(library);
	const all = library.listTranscripts();
	const byMeeting = Map.groupBy(all, ({meeting}) => meeting.uuid);
	return withoutRepeats(all, all).map(asked => {
		const segments = findSegments(asked, byMeeting.get(asked.meeting.uuid) ?? []);
		const [record = asked] = segments;
		const {meeting} = record;
		return {
			id: record.id,
			segmentIds: segments.map(({id}) => id),
			topic: meeting.topic,
			start: new Date(meeting.fileStart ?? meeting.start),
			durationMinutes: lengthOf(segments) ?? meeting.durationMinutes,
			speakers: segments.length === 1 ? (speakers.get(record.id) ?? []) : join(segments, speakers),
			record,
		};
	});
}

/** Minutes; undefined where it is not known of each of them. */
function lengthOf(segments: readonly TranscriptRecord[]): number | undefined {
	return segments.reduce<number | undefined>(
		(sum, {audioSeconds}) =>
			sum === undefined || audioSeconds === undefined ? undefined : sum + audioSeconds / 60,
		0,
	);
}

/** Everybody of a recording in segments: letters mean something in their own segment only, names in all. */
function join(
	segments: readonly TranscriptRecord[],
	speakers: ReadonlyMap<string, readonly Speaker[]>,
): readonly Speaker[] {
	const everybody = segments.flatMap(({id}, place) =>
		(speakers.get(id) ?? []).map(({label, name}) => ({
			label: safeText(`${place + 1}${label}`),
			name,
		})),
	);
	const distinct = new Map(everybody.map(speaker => [speaker.name ?? speaker.label, speaker]));
	return [...distinct.values()];
}

/** `24 min · 3 speakers: Ada Moreau, B, C · en · universal-2`: what is known. */
export function describeEntry({
	durationMinutes,
	segmentIds,
	speakers,
	record,
}: LibraryEntry): string {
	const names = speakers.map(({label, name}) => name ?? label).join(', ');
	const count = speakers.length === 1 ? '1 speaker' : `${speakers.length} speakers`;
	return [
		showMinutes(durationMinutes),
		segmentIds.length === 1 ? undefined : `${segmentIds.length} segments`,
		speakers.length === 0 ? undefined : `${count}: ${names}`,
		record.language,
		record.source === 'zoom' ? 'Zoom’s own' : record.model,
	]
		.filter(fact => fact !== undefined)
		.join(' · ');
}

/** Where there is a copy, and since when. */
export function describeCopies({record}: LibraryEntry): string {
	const day = showDay(new Date(record.completedAt));
	if (record.source === 'zoom') {
		return `Kept on ${day}. Zoom wrote it; AssemblyAI has no copy of it.`;
	}

	const {remoteDeletedAt} = record;
	const since = `Transcribed on ${day}`;
	return remoteDeletedAt === undefined
		? `${since}. AssemblyAI’s copy was not deleted from here.`
		: `${since}. AssemblyAI’s copy was deleted on ${showDay(new Date(remoteDeletedAt))}.`;
}
