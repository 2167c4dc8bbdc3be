import {type SafeText, safeText} from '../safe-text.ts';
import {splitSentences} from './sentences.ts';
import {speakerName} from './speaker-names.ts';
import type {Transcript, Turn, Word} from './transcript.ts';
import {timesOfRange} from './word-positions.ts';

export type PassageUnit = 'turn' | 'sentence' | 'word';

/** A piece of what was said, of the size that was asked for. */
export type Passage = {
	/** Index into the transcript's turns. */
	readonly turn: number;
	readonly speaker: SafeText | undefined;
	/** The name to show; undefined without speakers. */
	readonly name: SafeText | undefined;
	/**
	 * The name to put above it and what follows: somebody else spoke before, or nobody. Where that is not
	 * known, it is said, so that nobody is taken to have said it who did not.
	 */
	readonly heading: SafeText | undefined;
	/** Milliseconds from the start of the recording. */
	readonly startMs: number;
	readonly endMs: number;
	readonly text: string;
	/** 0 to 1: the mean over the words; undefined where the source does not say. */
	readonly confidence: number | undefined;
};

const unknownSpeaker = safeText('Unknown speaker');

type Piece = Pick<Passage, 'startMs' | 'endMs' | 'text' | 'confidence'>;

/** What was said, by turn, sentence or word, one after the other. Silent turns are left out. */
export function* passagesOf(
	transcript: Transcript,
	unit: PassageUnit,
): Generator<Passage, void, void> {
	let previous: SafeText | undefined;
	let isFirst = true;
	for (const [index, turn] of transcript.turns.entries()) {
		const {speaker} = turn;
		const name = speaker === undefined ? undefined : speakerName(transcript, speaker);
		for (const piece of piecesOf(turn, unit)) {
			const isNewSpeaker = isFirst || speaker !== previous;
			const unknown = isFirst ? undefined : unknownSpeaker;
			const heading = isNewSpeaker ? (name ?? unknown) : undefined;
			yield {turn: index, speaker, name, heading, ...piece};
			previous = speaker;
			isFirst = false;
		}
	}
}

function piecesOf(turn: Turn, unit: PassageUnit): readonly Piece[] {
	switch (unit) {
		case 'turn': {
			const {startMs, endMs, text, words} = turn;
			return text === '' ? [] : [{startMs, endMs, text, confidence: meanConfidence(words)}];
		}
		case 'sentence':
			return splitSentences(turn.text).map(({start, end}) => {
				const {startMs, endMs, words} = timesOfRange(turn, start, end);
				return {
					startMs,
					endMs,
					text: turn.text.slice(start, end),
					confidence: meanConfidence(words),
				};
			});
		case 'word':
			return turn.words;
	}
}

function meanConfidence(words: readonly Word[]): number | undefined {
	let sum = 0;
	let count = 0;
	for (const {confidence} of words) {
		if (confidence !== undefined) {
			sum += confidence;
			count++;
		}
	}
	return count === 0 ? undefined : sum / count;
}
