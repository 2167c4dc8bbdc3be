import process from 'node:process';
import {styleText} from 'node:util';
import {UserError} from '../errors.ts';
import {type FoundTurn, findTurns} from '../kept-transcripts/found-turns.ts';
import {type SearchQuery, toFullTextQuery} from '../library/search-query.ts';
import {showMoment} from '../measures.ts';
import {formatTime} from '../transcripts/time.ts';
import {parseDay} from '../zoom/date-range.ts';
import type {CommandContext} from './command.ts';
import type {FoundJson} from './json-shapes.ts';
import {toRecordedMeetingJson} from './meeting-json.ts';
import {type Printing, printList} from './printing.ts';

export type SearchOptions = {
	readonly speaker: string | undefined;
	/** Days of the meetings, as a person gave them. */
	readonly from: string | undefined;
	readonly to: string | undefined;
	/** The most finds. */
	readonly limit: number;
	readonly printing: Printing;
};

/**
 * Searches what was said in everything that was transcribed, the best finds first. Throws `UserError`
 * `usage` when there is nothing to look for.
 */
export async function searchTranscripts(
	context: CommandContext,
	words: readonly string[],
	{speaker, from, to, limit, printing}: SearchOptions,
): Promise<void> {
	const query: SearchQuery = {
		text: words.join(' '),
		speaker,
		from: from === undefined ? undefined : parseDay(from),
		to: to === undefined ? undefined : parseDay(to),
	};
	if (toFullTextQuery(query) === undefined) {
		throw new UserError('There is no word to search for', {
			code: 'usage',
			hint: 'Give at least one; a speaker and days only narrow the search.',
		});
	}

	const services = context.program.openServices();
	try {
		const found = findTurns(services.library, query, limit);
		if (printing === 'text' && found.length === 0) {
			context.stderr.write('Nothing like that was said in what was transcribed.\n');
		}

		printList(context.stdout, printing, {type: 'find', toEntry: toJson, toText}, found);
	} finally {
		services.close();
	}
}

/** One entry of the document that `--json` prints: part of the interface for scripts. */
function toJson({hit, record, startMs, speaker}: FoundTurn): FoundJson {
	return {
		transcriptId: record.id,
		meeting: toRecordedMeetingJson(record.meeting),
		utterance: hit.turn,
		speaker: hit.speaker ?? null,
		name: speaker ?? null,
		start: startMs,
		snippet: hit.snippet.map(({text}) => text).join(''),
		snippetParts: hit.snippet,
	};
}

/** The finds of a transcript stand together, where the best of them stands. */
function toText(found: readonly FoundTurn[]): string {
	const blocks = [...Map.groupBy(found, ({record}) => record.id).values()];
	return blocks.map(toBlock).join('\n');
}

function toBlock(found: readonly FoundTurn[]): string {
	const [first] = found;
	if (first === undefined) {
		return '';
	}

	const {id, meeting} = first.record;
	const title = `${showMoment(new Date(meeting.start))}  ${meeting.topic}  ${id.slice(0, 8)}\n`;
	const lines = found.map(({hit, startMs, speaker}) => {
		const who = speaker === undefined ? '' : `${speaker}: `;
		const snippet = hit.snippet.map(({text, isMatch}) =>
			isMatch ? styleText('bold', text, {stream: process.stdout}) : text,
		);
		return `  ${formatTime(startMs).padStart(7)}  ${who}${snippet.join('')}\n`;
	});
	return title + lines.join('');
}
