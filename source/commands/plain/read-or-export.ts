import {type OpenedTranscript, toExportSource} from '../../kept-transcripts/opened-transcript.ts';
import {askText} from '../../questions/ask-text.ts';
import type {Choice} from '../../questions/choice.ts';
import {choose} from '../../questions/choose.ts';
import {say} from '../../questions/say.ts';
import {formatTime, parseTime} from '../../transcripts/time.ts';
import {attempt} from './attempt.ts';
import {correctWords} from './correct-words.ts';
import {exportTranscript} from './export-transcript.ts';
import {nameSpeakers} from './name-speakers.ts';
import type {Plain} from './plain.ts';
import {readInPager} from './read-in-pager.ts';

type Action = 'read' | 'read found' | 'read from' | 'export' | 'names' | 'words' | 'undo' | 'back';

/**
 * Offers to read a transcript, to put right who spoke and what was said, and to write it to a file.
 *
 * @param foundMs Milliseconds into it of what was searched for.
 */
export async function readOrExport(
	plain: Plain,
	before: OpenedTranscript,
	foundMs?: number,
): Promise<void> {
	const {services, context, prompts} = plain;
	let opened = before;
	const read = async (fromTurn: number) =>
		readInPager({...context, use: prompts.use}, toExportSource(opened).document, fromTurn);
	for (;;) {
		const action = await choose<Action>(
			{
				message: `“${opened.record.meeting.topic}”: what now?`,
				choices: listActions(opened, foundMs),
			},
			prompts,
		);
		switch (action) {
			case 'read':
				await read(0);
				break;
			case 'read found':
				await read(turnAt(opened, foundMs ?? 0));
				break;
			case 'read from': {
				const timeMs = await askTime(plain, opened);
				if (timeMs !== undefined) {
					await read(turnAt(opened, timeMs));
				}
				break;
			}
			case 'export':
				await attempt(() => exportTranscript(plain, toExportSource(opened)), context.stderr);
				break;
			case 'names':
				opened = await nameSpeakers(plain, opened);
				break;
			case 'words':
				opened = await correctWords(plain, opened);
				break;
			case 'undo':
				services.undoCorrection(opened);
				opened = services.reread(opened);
				say(prompts, 'The last correction is taken back.');
				break;
			default:
				return;
		}
	}
}

function listActions(
	opened: OpenedTranscript,
	foundMs: number | undefined,
): readonly Choice<Action>[] {
	const {turns} = opened.transcript;
	const isFoundLater = foundMs !== undefined && turnAt(opened, foundMs) > 0;
	const actions: ReadonlyArray<readonly [Action, string, boolean]> = [
		['read found', `Read it from ${formatTime(foundMs ?? 0)}`, isFoundLater],
		['read', 'Read it from the beginning', true],
		['read from', 'Read it from a time', turns.length > 1],
		['export', 'Write it to a file', true],
		['names', 'Name the speakers', turns.some(({speaker}) => speaker !== undefined)],
		['words', 'Correct what was heard', turns.length > 0],
		['undo', 'Take the last correction back', turns.some(({heard}) => heard !== undefined)],
		['back', 'Go back', true],
	];
	return actions.flatMap(([value, name, isThere]) => (isThere ? [{value, name}] : []));
}

/** The first turn that has not ended by then; the last one when all have. */
function turnAt({transcript: {turns}}: OpenedTranscript, timeMs: number): number {
	const index = turns.findIndex(({endMs}) => endMs > timeMs);
	return index === -1 ? Math.max(0, turns.length - 1) : index;
}

async function askTime(
	{prompts}: Plain,
	{transcript: {durationMs}}: OpenedTranscript,
): Promise<number | undefined> {
	for (;;) {
		const answer = await askText({message: 'From which time? 12:30, 1h 5m or 50%'}, prompts);
		const timeMs = answer === undefined ? undefined : parseTime(answer, durationMs);
		if (answer === undefined || timeMs !== undefined) {
			return timeMs;
		}

		say(prompts, `“${answer}” is no time.`);
	}
}
