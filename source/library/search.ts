import {type SafeText, safeText} from '../safe-text.ts';
import type {Connection, Row} from './connection.ts';

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

/**
 * What a person typed as a query of SQLite's: words that must all occur, "a phrase" in quotes, and
 * beginnings with an asterisk (`budg*`). Nothing of it can be taken for an operator. Undefined when
 * there is nothing to look for.
 */
export function toFullTextQuery(typed: string): string | undefined {
	const terms: string[] = [];
	for (const [, phrase, word] of typed.matchAll(/"([^"]*)"?|([^\s"]+)/g)) {
		const text = phrase ?? word ?? '';
		const isPrefix = phrase === undefined && text.endsWith('*');
		const bare = isPrefix ? text.replace(/\*+$/, '') : text;
		if (/[\p{L}\p{N}]/u.test(bare)) {
			terms.push(`"${bare.replaceAll('"', '""').replaceAll('\0', '')}"${isPrefix ? '*' : ''}`);
		}
	}

	return terms.length === 0 ? undefined : terms.join(' ');
}

/** Searches what was said in every transcript; the best finds first. */
export function searchTurns(
	{statement}: Connection,
	typed: string,
	limit: number,
): readonly SearchHit[] {
	const query = toFullTextQuery(typed);
	if (query === undefined) {
		return [];
	}

	return statement(
		`SELECT turns.transcript_id, turns.turn, turns.speaker, turns.start_ms,
		snippet(turns_text, 0, char(2), char(3), '…', 24) AS snippet
		FROM turns_text JOIN turns ON turns.id = turns_text.rowid
		WHERE turns_text MATCH ? ORDER BY rank, turns.id LIMIT ?`,
	)
		.all(query, limit)
		.map(toHit);
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
