import type {ExportDocument} from './formats/format.ts';
import {speakerLabels, speakerName} from './speaker-names.ts';
import {formatTime} from './time.ts';
import type {Transcript} from './transcript.ts';
import {wrapText} from './wrap-text.ts';

export type LinearTextOptions = {
	/** Terminal cells. */
	readonly width: number;
	/** The first turn; by default that of the beginning. */
	readonly fromTurn?: number;
};

/**
 * A transcript to be read, or read aloud, line by line from one end to the other: what it is, its turns,
 * and that it is over. Each piece stands by itself, and ends without a line break.
 */
export function linearText(
	{transcript, meeting}: Pick<ExportDocument, 'transcript' | 'meeting'>,
	{width, fromTurn = 0}: LinearTextOptions,
): readonly string[] {
	const heading = `Transcript of ${meeting.topic}, ${describeSize(transcript)}.`;
	return [
		breakRows(heading, width).join('\n'),
		...linearTurns(transcript, width).slice(fromTurn),
		'End of the transcript.',
	];
}

/**
 * Each turn with who speaks and when ahead of it, broken between words at `width` terminal cells.
 */
export function linearTurns(transcript: Transcript, width: number): readonly string[] {
	return transcript.turns.map(({speaker, startMs, text}) => {
		const name = speaker === undefined ? '' : `${speakerName(transcript, speaker)}, `;
		return [...breakRows(`${name}${formatTime(startMs)}:`, width), ...breakRows(text, width)].join(
			'\n',
		);
	});
}

function describeSize(transcript: Transcript): string {
	const {turns, durationMs} = transcript;
	const speakers = speakerLabels(transcript).length;
	return [
		formatTime(durationMs),
		...(speakers === 0 ? [] : [`${speakers} ${speakers === 1 ? 'speaker' : 'speakers'}`]),
		`${turns.length} ${turns.length === 1 ? 'turn' : 'turns'}`,
	].join(', ');
}

function breakRows(text: string, width: number): readonly string[] {
	const starts = wrapText(text, width);
	return starts.map((start, row) => text.slice(start, starts[row + 1]).trimEnd());
}
