import {type OpenedTranscript, toExportSource} from '../../opened-transcript.ts';
import {choose} from '../../questions/choose.ts';
import {formatTime} from '../../transcripts/time.ts';
import {attempt} from './attempt.ts';
import {exportTranscript} from './export-transcript.ts';
import type {Plain} from './plain.ts';
import {readInPager} from './read-in-pager.ts';

type Action = 'read' | 'read from there' | 'export' | 'back';

/**
 * Offers to read a transcript, and to write it to a file.
 *
 * @param foundMs Milliseconds into it of what was searched for.
 */
export async function readOrExport(
	plain: Plain,
	opened: OpenedTranscript,
	foundMs?: number,
): Promise<void> {
	const {context, prompts} = plain;
	const source = toExportSource(opened);
	const {turns} = source.document.transcript;
	const foundTurn = turns.findIndex(({endMs}) => foundMs !== undefined && endMs > foundMs);
	for (;;) {
		const action = await choose<Action>(
			{
				message: `“${opened.record.meeting.topic}”: what now?`,
				choices: [
					...(foundMs === undefined || foundTurn <= 0
						? []
						: [{value: 'read from there', name: `Read it from ${formatTime(foundMs)}`} as const]),
					{value: 'read', name: 'Read it from the beginning'},
					{value: 'export', name: 'Write it to a file'},
					{value: 'back', name: 'Go back'},
				],
			},
			prompts,
		);
		switch (action) {
			case 'read':
			case 'read from there': {
				const fromTurn = action === 'read' ? 0 : foundTurn;
				await readInPager({...context, use: prompts.use}, source.document, fromTurn);
				break;
			}
			case 'export':
				await attempt(() => exportTranscript(plain, source), context.stderr);
				break;
			default:
				return;
		}
	}
}
