import {type SafeText, safeText} from '../safe-text.ts';
import type {Connection, Row} from './connection.ts';
import {type SearchQuery, speakerTest, toFullTextQuery, toMoments} from './search-query.ts';
import {listSpeakers} from './speakers.ts';

/** A piece of what was said around a find. */
export type SnippetPart = {readonly text: SafeText; readonly isMatch: boolean};

export type SearchHit = {
	readonly transcriptId: string;
	/** The turn's place in the transcript, from 0. */
	readonly turn: number;
	/** The speaker label; undefined without speakers. */
	readonly speaker: SafeText | undefined;
	/** Milliseconds from the start of the recording. */
	readonly startMs: number;
	readonly snippet: readonly SnippetPart[];
};

// Characters that no safe text holds.
const [matchStart, matchEnd] = ['\u0002', '\u0003'];

/** Searches what was said in every transcript; the best finds first. */
export function searchTurns(
	connection: Connection,
	query: SearchQuery,
	limit: number,
): readonly SearchHit[] {
	const words = toFullTextQuery(query);
	if (words === undefined) {
		return [];
	}

	const {since, before} = toMoments(query);
	const speakers = findSpeakers(connection, query);
	const conditions: ReadonlyArray<readonly [sql: string, value: string | undefined]> = [
		['turns_text MATCH ?', words],
		[
			`(turns.transcript_id, turns.speaker) IN
			(SELECT value ->> 0, value ->> 1 FROM json_each(?))`,
			speakers,
		],
		["transcripts.meeting ->> '$.start' >= ?", since],
		["transcripts.meeting ->> '$.start' < ?", before],
	];
	const used = conditions.flatMap(([sql, value]) => (value === undefined ? [] : [{sql, value}]));
	return connection
		.statement(
			`SELECT turns.transcript_id, turns.turn, turns.speaker, turns.start_ms,
			snippet(turns_text, 0, char(2), char(3), '…', 24) AS snippet
			FROM turns_text JOIN turns ON turns.id = turns_text.rowid
			JOIN transcripts ON transcripts.id = turns.transcript_id
			WHERE ${used.map(({sql}) => sql).join(' AND ')} ORDER BY rank, turns.id LIMIT ?`,
		)
		.all(...used.map(({value}) => value), limit)
		.map(toHit);
}

/** Transcripts with the labels of those in them whose words are wanted, as JSON; undefined: anybody's. */
function findSpeakers(connection: Connection, query: SearchQuery): string | undefined {
	const isWanted = speakerTest(query);
	if (isWanted === undefined) {
		return undefined;
	}

	const wanted: [transcriptId: string, label: string][] = [];
	for (const [id, speakers] of listSpeakers(connection)) {
		for (const speaker of speakers.filter(isWanted)) {
			wanted.push([id, speaker.label]);
		}
	}

	return JSON.stringify(wanted);
}

function toHit(row: Row): SearchHit {
	const {speaker} = row;
	return {
		transcriptId: String(row['transcript_id']),
		turn: Number(row['turn']),
		speaker: typeof speaker === 'string' ? safeText(speaker) : undefined,
		startMs: Number(row['start_ms']),
		snippet: toParts(String(row['snippet'])),
	};
}

function toParts(marked: string): readonly SnippetPart[] {
	const parts: SnippetPart[] = [];
	for (const piece of marked.split(matchStart)) {
		const end = piece.indexOf(matchEnd);
		if (end !== -1) {
			parts.push({text: keepSpaces(piece.slice(0, end)), isMatch: true});
		}

		const rest = piece.slice(end + 1);
		if (rest !== '') {
			parts.push({text: keepSpaces(rest), isMatch: false});
		}
	}

	return parts;
}

/** Stored turns are safe already; only spaces at the edges of a piece have to stay. */
function keepSpaces(text: string): SafeText {
	const [, before = '', middle = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
	// Joined from safe text and single spaces.
	return `${before === '' ? '' : ' '}${safeText(middle)}${after === '' ? '' : ' '}` as SafeText;
}
