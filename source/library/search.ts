import {type SafeText, safeText} from '../safe-text.ts';
import type {Connection, Row} from './connection.ts';
import {
	type SearchQuery,
	speakerTest,
	toFullTextQuery,
	toMoments,
	toScannedWords,
} from './search-query.ts';
import {markWords, type SnippetPart, toParts} from './snippets.ts';
import {listSpeakers, type Speaker} from './speakers.ts';

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

type Condition = readonly [sql: string, value: string | undefined];

export type SearchOptions = {
	/** The most finds; 100 by default. */
	readonly limit?: number;
	/** Who speaks in each transcript, by its id; without it, by the names that it has itself. */
	readonly speakers?: ReadonlyMap<string, readonly Speaker[]>;
};

/** Searches what was said in every transcript; the best finds first. */
export function searchTurns(
	connection: Connection,
	query: SearchQuery,
	{limit = 100, speakers}: SearchOptions,
): readonly SearchHit[] {
	const words = toFullTextQuery(query);
	if (words === undefined) {
		return [];
	}

	const {since, before} = toMoments(query);
	const where: readonly Condition[] = [
		[
			`(turns.transcript_id, turns.speaker) IN
			(SELECT value ->> 0, value ->> 1 FROM json_each(?))`,
			findSpeakers(query, () => speakers ?? listSpeakers(connection)),
		],
		["transcripts.meeting ->> '$.start' >= ?", since],
		["transcripts.meeting ->> '$.start' < ?", before],
	];
	const scanned = toScannedWords(query.text);
	return scanned === undefined
		? searchIndex(connection, words, where, limit)
		: scan(connection, scanned, where, limit);
}

function searchIndex(
	connection: Connection,
	words: string,
	conditions: readonly Condition[],
	limit: number,
): readonly SearchHit[] {
	const snippet = "snippet(turns_text, 0, char(2), char(3), '…', 24) AS found";
	const isNarrowed = conditions.some(([, value]) => value !== undefined);
	const rows = isNarrowed
		? select(connection, {
				columns: snippet,
				from: 'turns_text JOIN turns ON turns.id = turns_text.rowid',
				conditions: [['turns_text MATCH ?', words], ...conditions],
				order: 'rank, turns.id',
				limit,
			})
		: // The index picks the best by itself: snippets are made of those alone.
			connection
				.statement(
					`SELECT turns.transcript_id, turns.turn, turns.speaker, turns.start_ms, best.found FROM
					(SELECT rowid AS id, rank AS place, ${snippet} FROM turns_text
						WHERE turns_text MATCH ? ORDER BY rank LIMIT ?) AS best
					JOIN turns ON turns.id = best.id
					ORDER BY best.place, best.id`,
				)
				.all(words, limit);
	return rows.map(row => toHit(row, String(row['found'])));
}

/** Newest first: without the index nothing says which find is better. */
function scan(
	connection: Connection,
	words: readonly string[],
	conditions: readonly Condition[],
	limit: number,
): readonly SearchHit[] {
	return select(connection, {
		columns: 'turns.text AS found',
		from: 'turns',
		conditions: [
			...words.map(
				(word): Condition => [
					"turns.text LIKE ? ESCAPE '\\'",
					`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`,
				],
			),
			...conditions,
		],
		order: 'transcripts.completed_at DESC, turns.id',
		limit,
	}).map(row => toHit(row, markWords(String(row['found']), words)));
}

function select(
	{statement}: Connection,
	{
		columns,
		from,
		conditions,
		order,
		limit,
	}: {
		readonly columns: string;
		readonly from: string;
		readonly conditions: readonly Condition[];
		readonly order: string;
		readonly limit: number;
	},
): readonly Row[] {
	const used = conditions.flatMap(([sql, value]) => (value === undefined ? [] : [{sql, value}]));
	return statement(
		`SELECT turns.transcript_id, turns.turn, turns.speaker, turns.start_ms, ${columns}
		FROM ${from} JOIN transcripts ON transcripts.id = turns.transcript_id
		WHERE ${used.map(({sql}) => sql).join(' AND ')} ORDER BY ${order} LIMIT ?`,
	).all(...used.map(({value}) => value), limit);
}

/** Transcripts with the labels of those in them whose words are wanted, as JSON; undefined: anybody's. */
function findSpeakers(
	query: SearchQuery,
	list: () => ReadonlyMap<string, readonly Speaker[]>,
): string | undefined {
	const isWanted = speakerTest(query);
	if (isWanted === undefined) {
		return undefined;
	}

	const wanted: [transcriptId: string, label: string][] = [];
	for (const [id, speakers] of list()) {
		for (const speaker of speakers.filter(isWanted)) {
			wanted.push([id, speaker.label]);
		}
	}

	return JSON.stringify(wanted);
}

function toHit(row: Row, marked: string): SearchHit {
	const {speaker} = row;
	return {
		transcriptId: String(row['transcript_id']),
		turn: Number(row['turn']),
		speaker: typeof speaker === 'string' ? safeText(speaker) : undefined,
		startMs: Number(row['start_ms']),
		snippet: toParts(marked),
	};
}
