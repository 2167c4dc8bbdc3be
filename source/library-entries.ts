import type {Library} from './library/library.ts';
import type {TranscriptRecord} from './library/records.ts';
import type {Speaker} from './library/speakers.ts';
import {showDay, showMinutes} from './measures.ts';
import type {SafeText} from './safe-text.ts';
import {listNamedSpeakers} from './segments.ts';

/** A transcript as the library's list shows it. */
export type LibraryEntry = {
	readonly id: string;
	readonly topic: SafeText;
	/** When the transcribed file begins, as far as that is known. */
	readonly start: Date;
	readonly durationMinutes: number;
	readonly speakers: readonly Speaker[];
	readonly record: TranscriptRecord;
};

/** Everything that was transcribed, newest first. Throws what the library throws. */
export function listEntries(
	library: Pick<Library, 'listTranscripts' | 'listSpeakers' | 'readSpeakerNames'>,
): readonly LibraryEntry[] {
	const speakers = listNamedSpeakers(library);
	return library.listTranscripts().map(record => {
		const {id, meeting, audioSeconds} = record;
		return {
			id,
			topic: meeting.topic,
			start: new Date(meeting.fileStart ?? meeting.start),
			durationMinutes: audioSeconds === undefined ? meeting.durationMinutes : audioSeconds / 60,
			speakers: speakers.get(id) ?? [],
			record,
		};
	});
}

/** `24 min · 3 speakers: Ada Moreau, B, C · en · universal-2`: what is known. */
export function describeEntry({durationMinutes, speakers, record}: LibraryEntry): string {
	const names = speakers.map(({label, name}) => name ?? label).join(', ');
	const count = speakers.length === 1 ? '1 speaker' : `${speakers.length} speakers`;
	return [
		showMinutes(durationMinutes),
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
