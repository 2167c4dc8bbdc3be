import type {Library} from '../library/library.ts';
import type {TranscriptRecord} from '../library/records.ts';
import type {SearchHit} from '../library/search.ts';
import type {SearchQuery} from '../library/search-query.ts';
import type {SafeText} from '../safe-text.ts';
import {speakerName} from '../transcripts/speaker-names.ts';
import {listNamedSpeakers, startInWhole} from './segments.ts';

/** Something that was said and found, with where it was said. */
export type FoundTurn = {
	readonly hit: SearchHit;
	readonly record: TranscriptRecord;
	/** Milliseconds in what the transcript opens as, with the other segments of its recording. */
	readonly startMs: number;
	/** The name to show; undefined without speakers. */
	readonly speaker: SafeText | undefined;
};

/** Searches what was said in everything that was transcribed; at most `limit`, the best finds first. */
export function findTurns(
	library: Pick<Library, 'search' | 'listTranscripts' | 'listSpeakers' | 'readSpeakerNames'>,
	query: SearchQuery,
	limit: number,
): readonly FoundTurn[] {
	const speakers = listNamedSpeakers(library);
	const hits = library.search(query, {limit, speakers});
	if (hits.length === 0) {
		return [];
	}

	const all = library.listTranscripts();
	const records = new Map(all.map(record => [record.id, record]));
	return hits.flatMap(hit => {
		const record = records.get(hit.transcriptId);
		if (record === undefined) {
			return [];
		}

		const names = (speakers.get(record.id) ?? []).flatMap(({label, name}) =>
			name === undefined ? [] : [[label, name] as const],
		);
		const transcript = {
			source: record.source,
			speakerNames: new Map<string, SafeText>(names),
		} as const;
		return [
			{
				hit,
				record,
				startMs: hit.startMs + startInWhole(record, all),
				speaker: hit.speaker && speakerName(transcript, hit.speaker),
			},
		];
	});
}
