import type {FindHit, Finds} from '../transcripts/find.ts';
import type {TranscriptLayout} from '../transcripts/layout.ts';
import {comparePlaces, type ReadingPlace} from '../transcripts/reading-place.ts';

/** What a person looks for, and how far they have got with it. */
export type FindState = {
	readonly text: string;
	readonly isRegularExpression: boolean;
	/** Instead of a text, words that were heard with less confidence than this, 0 to 1. */
	readonly doubtfulBelow: number | undefined;
	/** Whether typed characters go to the text. */
	readonly isTyping: boolean;
	/** Where reading stood when the search was opened: hits are looked for from there. */
	readonly origin: ReadingPlace;
	/** The hit one has stepped to; undefined while it is the first one from the origin. */
	readonly index: number | undefined;
};

export const noFind: FindState = {
	text: '',
	isRegularExpression: false,
	doubtfulBelow: undefined,
	isTyping: false,
	origin: {kind: 'speaker', turn: 0},
	index: undefined,
};

/** Looks for words that were found elsewhere, from a place on. */
export function findAgain(words: readonly string[], origin: ReadingPlace): FindState {
	// A word in lower case is found however it is written.
	const distinct = [...new Set(words.map(word => word.toLowerCase()))];
	const [first, ...others] = distinct;
	if (first === undefined) {
		return noFind;
	}

	return others.length === 0
		? {...noFind, text: first, origin}
		: {
				...noFind,
				text: distinct.map(word => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'),
				isRegularExpression: true,
				origin,
			};
}

const usualDoubt = 0.6;
const doubtStep = 0.1;

/** Looks for doubtful words from a place on, or no more. */
export function toggleDoubt({doubtfulBelow}: FindState, origin: ReadingPlace): FindState {
	return doubtfulBelow === undefined ? {...noFind, origin, doubtfulBelow: usualDoubt} : noFind;
}

/** Doubts more words, or fewer. */
export function changeDoubt(state: FindState, by: 1 | -1): FindState {
	const below = (state.doubtfulBelow ?? usualDoubt) + by * doubtStep;
	const rounded = Math.round(Math.min(1, Math.max(doubtStep, below)) * 10) / 10;
	return {...state, doubtfulBelow: rounded, index: undefined};
}

/** The number of the current hit among `finds`; undefined where there is none. */
export function currentHitIndex({index, origin}: FindState, finds: Finds): number | undefined {
	if (finds.count === 0) {
		return undefined;
	}

	// Behind the last hit the search starts again at the top.
	return index ?? finds.indexFrom(origin) % finds.count;
}

export function placeOfHit({turn, start}: FindHit): ReadingPlace {
	return {kind: 'text', turn, offset: start};
}

/**
 * The hit after (or before) the current one; once one has scrolled away from that, the next one from
 * the top of the screen. Both ends lead on to the other end.
 */
export function stepToHit(
	state: FindState,
	finds: Finds,
	by: 1 | -1,
	view: {readonly layout: TranscriptLayout; readonly place: ReadingPlace; readonly height: number},
): number | undefined {
	const current = currentHitIndex(state, finds);
	if (current === undefined) {
		return undefined;
	}

	const hit = finds.hitAt(current);
	const next =
		hit !== undefined && isInView(placeOfHit(hit), view)
			? current + by
			: finds.indexFrom(view.place) - (by === 1 ? 0 : 1);
	return (next + finds.count) % finds.count;
}

function isInView(
	place: ReadingPlace,
	{layout, place: top, height}: Parameters<typeof stepToHit>[3],
): boolean {
	return comparePlaces(place, top) >= 0 && comparePlaces(place, layout.move(top, height - 1)) <= 0;
}
