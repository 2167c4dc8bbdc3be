import type {SafeText} from '../safe-text.ts';
import {alignWords} from './align-words.ts';
import type {Transcript, Turn} from './transcript.ts';

/** Another text for a turn. */
export type Correction = {
	/** Index into the turns of the transcript as it was heard. */
	readonly turn: number;
	/** The text that it was heard to have, by which the turn is known again. */
	readonly heard: SafeText;
	/** What was said in truth; empty when nothing was. */
	readonly text: SafeText;
};

const correctedTurns = new WeakMap<Turn, Turn>();

/** The turn with another text, as it was heard kept within; the same turn for the same text. */
export function correctTurn(turn: Turn, text: SafeText): Turn {
	const {heard = {text: turn.text, words: turn.words}} = turn;
	const original: Turn = {...turn, ...heard};
	if (text === heard.text) {
		return turn.heard === undefined ? turn : withoutHeard(original);
	}
	const known = correctedTurns.get(turn);
	if (known?.text === text) {
		return known;
	}
	const corrected: Turn = {...turn, text, words: alignWords(original, text), heard};
	correctedTurns.set(turn, corrected);
	return corrected;
}

/** Corrections of turns that there are not (any more) are left out. */
export function applyCorrections(
	transcript: Transcript,
	corrections: readonly Correction[],
): Transcript {
	if (corrections.length === 0) {
		return transcript;
	}
	const turns = [...transcript.turns];
	for (const correction of corrections) {
		const index = findTurn(transcript.turns, correction);
		const turn = transcript.turns[index];
		if (turn !== undefined) {
			turns[index] = correctTurn(turn, correction.text);
		}
	}
	return {...transcript, turns};
}

/** The turn of that text where it is expected, else the nearest one: long turns may be parted anew. */
function findTurn(turns: readonly Turn[], {turn: expected, heard}: Correction): number {
	if (turns[expected]?.text === heard) {
		return expected;
	}
	let nearest = Number.POSITIVE_INFINITY;
	for (const [index, {text}] of turns.entries()) {
		if (text === heard && Math.abs(index - expected) < Math.abs(nearest - expected)) {
			nearest = index;
		}
	}
	return nearest;
}

/** Whether anything in it has been corrected. */
export function isCorrected({turns}: Pick<Transcript, 'turns'>): boolean {
	return turns.some(({heard}) => heard !== undefined);
}

/** The transcript as it was heard, without any corrections. */
export function asHeard(transcript: Transcript): Transcript {
	return {
		...transcript,
		turns: transcript.turns.map(turn =>
			turn.heard === undefined ? turn : withoutHeard({...turn, ...turn.heard}),
		),
	};
}

function withoutHeard({heard: _, ...turn}: Turn): Turn {
	return turn;
}
