import type {SafeText} from '../safe-text.ts';
import type {ReadingPlace} from './reading-place.ts';
import {speakerName} from './speaker-names.ts';
import type {Transcript} from './transcript.ts';
import {wrapText} from './wrap-text.ts';

export type TranscriptRow =
	| {
			readonly kind: 'speaker';
			readonly turn: number;
			/** The label; undefined without speakers. */
			readonly speaker: SafeText | undefined;
			/** What to show; undefined when the same speaker goes on, and without speakers. */
			readonly name: SafeText | undefined;
			readonly startMs: number;
			/** Whether the turn says something else than what was heard. */
			readonly isCorrected: boolean;
	  }
	| {
			readonly kind: 'text';
			readonly turn: number;
			/** Code units of the turn's text that belong to this row: the next one starts at `end`. */
			readonly start: number;
			readonly end: number;
			/** What to show: the text from `start`, without the spaces at the row's end. */
			readonly text: string;
	  }
	/** A blank row between two speakers. */
	| {readonly kind: 'gap'; readonly turn: number};

/** The place that a row begins at. */
export function placeOfRow(row: TranscriptRow): ReadingPlace {
	return row.kind === 'text'
		? {kind: 'text', turn: row.turn, offset: row.start}
		: {kind: row.kind, turn: row.turn};
}

/** The rows of one turn, for text that is `width` terminal cells wide: its heading, its text, its gap. */
export function rowsOfTurn(
	transcript: Transcript,
	index: number,
	width: number,
): readonly TranscriptRow[] {
	const turn = transcript.turns[index];
	if (turn === undefined) {
		return [];
	}
	const {speaker, startMs, text, heard} = turn;
	const isContinuation = index > 0 && transcript.turns[index - 1]?.speaker === speaker;
	const starts = wrapText(text, width);
	const heading: TranscriptRow = {
		kind: 'speaker',
		turn: index,
		speaker,
		name: isContinuation || speaker === undefined ? undefined : speakerName(transcript, speaker),
		startMs,
		isCorrected: heard !== undefined,
	};
	const textRows = starts.map((start, row): TranscriptRow => {
		const end = starts[row + 1] ?? text.length;
		return {kind: 'text', turn: index, start, end, text: text.slice(start, end).trimEnd()};
	});
	const next = transcript.turns[index + 1];
	// A paragraph of the same speaker is set off by its time alone; only a new voice gets a blank row.
	const hasGap = next !== undefined && next.speaker !== speaker;
	return hasGap ? [heading, ...textRows, {kind: 'gap', turn: index}] : [heading, ...textRows];
}
