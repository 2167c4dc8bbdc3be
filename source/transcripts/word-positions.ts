import type {Turn, Word} from './transcript.ts';

/** A word of a turn found in the turn's text. */
export type WordPosition = {
	/** Code-unit offsets into the turn's text. */
	readonly start: number;
	readonly end: number;
	/** Milliseconds from the start of the recording. */
	readonly startMs: number;
	readonly endMs: number;
	/** Index into the turn's words. */
	readonly word: number;
};

// How far beyond the expected place a word is looked for, in code units: far enough to get over a
// few corrected words, near enough not to take a later "the" for this one.
const lookAhead = 40;

const positionsOfTurns = new WeakMap<Turn, readonly WordPosition[]>();

/**
 * Where each of the turn's words stands in its text, in order. A word that the text does not have
 * (corrected, or spelled otherwise) is left out. Found once per turn.
 */
export function wordPositions(turn: Turn): readonly WordPosition[] {
	let positions = positionsOfTurns.get(turn);
	if (positions === undefined) {
		positions = findWords(turn);
		positionsOfTurns.set(turn, positions);
	}
	return positions;
}

function findWords({text, words}: Turn): readonly WordPosition[] {
	const positions: WordPosition[] = [];
	let cursor = 0;
	for (const [index, {text: word, startMs, endMs}] of words.entries()) {
		while (text[cursor] === ' ') {
			cursor++;
		}
		const start = word === '' ? -1 : findNear(text, word, cursor);
		if (start >= 0) {
			cursor = start + word.length;
			positions.push({start, end: cursor, startMs, endMs, word: index});
		}
	}
	return positions;
}

function findNear(text: string, word: string, cursor: number): number {
	if (text.startsWith(word, cursor)) {
		return cursor;
	}
	const found = text.slice(cursor, cursor + lookAhead + word.length).indexOf(word);
	return found < 0 ? -1 : cursor + found;
}

/** The time in milliseconds at which the text at a code-unit offset is said. */
export function timeAtOffset(turn: Turn, offset: number): number {
	const positions = wordPositions(turn);
	const next = firstIndex(positions, position => position.start > offset);
	const position = positions[next - 1];
	if (position !== undefined) {
		return position.startMs;
	}
	// Before the first known word, or with no words at all: as if spoken evenly.
	const first = positions[0];
	const endMs = first?.startMs ?? turn.endMs;
	const length = first?.start ?? turn.text.length;
	const share = length === 0 ? 0 : Math.min(Math.max(offset / length, 0), 1);
	return Math.round(turn.startMs + share * Math.max(0, endMs - turn.startMs));
}

/** The code-unit offset of what is being said at a time in milliseconds; 0 at the turn's start or before. */
export function offsetAtTime(turn: Turn, timeMs: number): number {
	const positions = wordPositions(turn);
	if (positions.length > 0) {
		const next = firstIndex(positions, position => position.startMs > timeMs);
		return positions[next - 1]?.start ?? 0;
	}
	const duration = turn.endMs - turn.startMs;
	const share = duration <= 0 ? 0 : (timeMs - turn.startMs) / duration;
	const lastOffset = Math.max(0, turn.text.length - 1);
	return Math.floor(Math.min(Math.max(share, 0), 1) * lastOffset);
}

/** When a part of the text is said, in milliseconds, and the words in it. */
export function timesOfRange(
	turn: Turn,
	start: number,
	end: number,
): {readonly startMs: number; readonly endMs: number; readonly words: readonly Word[]} {
	const positions = wordPositions(turn);
	const first = firstIndex(positions, position => position.end > start);
	const next = firstIndex(positions, position => position.start >= end);
	const inside = positions.slice(first, next);
	const [firstWord, lastWord] = [inside[0], inside.at(-1)];
	const startMs =
		firstWord === undefined ? timeAtOffset(turn, start) : timeWithin(firstWord, start);
	const endMs = lastWord === undefined ? timeAtOffset(turn, end) : timeWithin(lastWord, end);
	return {
		startMs,
		endMs: Math.max(startMs, endMs),
		words: inside.flatMap(({word}) => turn.words[word] ?? []),
	};
}

/** The time at an offset in a word or at its ends, as if its letters were spoken evenly. */
function timeWithin({start, end, startMs, endMs}: WordPosition, offset: number): number {
	const share = Math.min(Math.max((offset - start) / (end - start), 0), 1);
	return Math.round(startMs + share * (endMs - startMs));
}

/** The index of the first item that passes; the length if none does. The items that pass come last. */
export function firstIndex<Item>(items: readonly Item[], passes: (item: Item) => boolean): number {
	let low = 0;
	let high = items.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const item = items[middle];
		if (item !== undefined && passes(item)) {
			high = middle;
		} else {
			low = middle + 1;
		}
	}
	return low;
}
