import {findTurns} from '../../kept-transcripts/found-turns.ts';
import {describeEntry, listEntries} from '../../kept-transcripts/library-entries.ts';
import {toFullTextQuery} from '../../library/search-query.ts';
import {showMoment} from '../../measures.ts';
import {askText} from '../../questions/ask-text.ts';
import {search} from '../../questions/choose.ts';
import {formatTime} from '../../transcripts/time.ts';
import type {Plain} from './plain.ts';
import {readOrExport} from './read-or-export.ts';

/** Everything that was transcribed before; neither service is asked. */
export async function openFromLibrary(plain: Plain): Promise<void> {
	const {services, context, prompts} = plain;
	for (;;) {
		const entries = listEntries(services.library);
		if (entries.length === 0) {
			context.stderr.write('Nothing was transcribed yet.\n');
			return;
		}

		const id = await search(
			{
				message: 'Which transcript?',
				choices: entries.map(entry => ({
					value: entry.id,
					name: `${entry.topic}, ${showMoment(entry.start)}, ${describeEntry(entry)}`,
					short: entry.topic,
				})),
			},
			prompts,
		);
		if (id === undefined) {
			return;
		}

		await readOrExport(plain, await services.openTranscript(id));
	}
}

const mostFinds = 50;

/** Finds what was said in all of it, and opens it there. */
export async function searchLibrary(plain: Plain): Promise<void> {
	const {services, context, prompts} = plain;
	for (;;) {
		const text = await askText({message: 'What was said? Words to look for'}, prompts);
		if (text === undefined) {
			return;
		}

		const query = {text, speaker: undefined, from: undefined, to: undefined};
		const found =
			toFullTextQuery(query) === undefined ? [] : findTurns(services.library, query, mostFinds);
		if (found.length === 0) {
			context.stderr.write('Nothing like that was said in what was transcribed.\n');
			continue;
		}

		const chosen = await search(
			{
				message: 'Which of these?',
				choices: found.map(turn => ({
					value: turn,
					name: [
						turn.record.meeting.topic,
						formatTime(turn.startMs),
						turn.speaker,
						turn.hit.snippet.map(part => part.text).join(''),
					]
						.filter(part => part !== undefined)
						.join(', '),
					short: turn.record.meeting.topic,
				})),
			},
			prompts,
		);
		if (chosen !== undefined) {
			const opened = await services.openTranscript(chosen.record.id);
			await readOrExport(plain, opened, chosen.startMs);
		}
	}
}
