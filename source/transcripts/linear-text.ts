import {speakerName} from './speaker-names.ts';
import {formatTime} from './time.ts';
import type {Transcript} from './transcript.ts';
import {wrapText} from './wrap-text.ts';

/**
 * What was said from the beginning to the end, to be read aloud line by line: each piece is a turn, with
 * who speaks and when ahead of it, broken between words at `width` terminal cells.
 */
export function linearText(transcript: Transcript, width: number): readonly string[] {
	return transcript.turns.map(({speaker, startMs, text}) => {
		const name = speaker === undefined ? '' : `${speakerName(transcript, speaker)}, `;
		return [...breakRows(`${name}${formatTime(startMs)}:`, width), ...breakRows(text, width)].join(
			'\n',
		);
	});
}

function breakRows(text: string, width: number): readonly string[] {
	const starts = wrapText(text, width);
	return starts.map((start, row) => text.slice(start, starts[row + 1]).trimEnd());
}
