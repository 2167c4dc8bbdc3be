import type {FindQuery, FoldedHit} from './find-query.ts';
import {createFoldMap, foldText} from './fold-text.ts';
import type {ReadingPlace} from './reading-place.ts';
import type {Transcript, Turn} from './transcript.ts';
import {firstIndex} from './word-positions.ts';

/** A place in the text of one turn at which something was found: whole characters. */
export type FindHit = {
	/** Index into the transcript's turns. */
	readonly turn: number;
	/** Code units of the turn's text. */
	readonly start: number;
	readonly end: number;
};

export type TurnWithHits = {
	readonly turn: number;
	/** The index of the turn's first hit among all hits. */
	readonly first: number;
	readonly count: number;
};

/** What was found. Hits are numbered from 0, in the order of the text, and never overlap. */
export type Finds = {
	readonly count: number;
	/** Where there are any, in order: for marks on a scroll bar. */
	readonly turns: readonly TurnWithHits[];
	hitAt(index: number): FindHit | undefined;
	/** The hits that touch a part of a turn's text: for marks on a row. */
	hitsBetween(turn: number, start: number, end: number): readonly FindHit[];
	/** The index of the first hit at or after a place; `count` if there is none. */
	indexFrom(place: ReadingPlace): number;
};

// So many turns take well under a millisecond.
const turnsPerStep = 250;

/** Looks through the whole transcript at once. */
export function find(transcript: Pick<Transcript, 'turns'>, query: FindQuery): Finds {
	const steps = findInSteps(transcript, query);
	let step = steps.next();
	while (step.done !== true) {
		step = steps.next();
	}
	return step.value;
}

/**
 * Looks through the transcript in steps of about a millisecond, so that a screen can stop when the
 * next key comes; gives back what was found at the end.
 */
export function* findInSteps(
	{turns}: Pick<Transcript, 'turns'>,
	query: FindQuery,
): Generator<undefined, Finds, void> {
	const found: TurnWithHits[] = [];
	let count = 0;
	for (const [index, turn] of turns.entries()) {
		const hits = Array.from(query.hitsIn(foldedText(turn, query)));
		if (hits.length > 0) {
			found.push({turn: index, first: count, count: hits.length});
			count += hits.length;
		}
		if (index % turnsPerStep === turnsPerStep - 1) {
			yield;
		}
	}
	return createFinds(found, index => {
		const turn = turns[index];
		return turn === undefined ? [] : locate(turn, index, query);
	});
}

/**
 * Finds of any kind, from the turns that have some, in order. `locateIn` gives a turn's hits in order:
 * as many as were counted.
 */
export function createFinds(
	found: readonly TurnWithHits[],
	locateIn: (turn: number) => readonly FindHit[],
): Finds {
	const last = found.at(-1);
	const count = last === undefined ? 0 : last.first + last.count;
	// Places in the text are worked out for the turns that are looked at, not for all.
	const located = new Map<number, readonly FindHit[]>();

	function hitsOf(index: number): readonly FindHit[] {
		let hits = located.get(index);
		if (hits === undefined) {
			hits = locateIn(index);
			located.set(index, hits);
		}
		return hits;
	}

	return {
		count,
		turns: found,
		hitAt(index) {
			const next = firstIndex(found, ({first}) => first > index);
			const entry = found[next - 1];
			return entry === undefined ? undefined : hitsOf(entry.turn)[index - entry.first];
		},
		hitsBetween(turn, start, end) {
			const entry = found[firstIndex(found, ({turn: other}) => other >= turn)];
			if (entry?.turn !== turn) {
				return [];
			}
			const hits = hitsOf(turn);
			const first = firstIndex(hits, hit => hit.end > start);
			return hits.slice(
				first,
				firstIndex(hits, hit => hit.start >= end),
			);
		},
		indexFrom(place) {
			const entry = found[firstIndex(found, ({turn}) => turn >= place.turn)];
			if (entry === undefined || entry.turn > place.turn || place.kind === 'speaker') {
				return entry?.first ?? count;
			}
			const offset = place.kind === 'text' ? place.offset : Number.POSITIVE_INFINITY;
			return entry.first + firstIndex(hitsOf(entry.turn), hit => hit.start >= offset);
		},
	};
}

function locate(turn: Turn, index: number, query: FindQuery): readonly FindHit[] {
	const map = createFoldMap(turn.text, query);
	let previousEnd = 0;
	return Array.from(
		query.hitsIn(foldedText(turn, query)),
		([foldedStart, foldedEnd]: FoldedHit) => {
			// Two hits in one character ("ﬀ" has two f's): the second has nothing left to mark.
			const start = Math.max(previousEnd, map.startAt(foldedStart));
			const end = Math.max(start, map.endAt(foldedEnd));
			previousEnd = end;
			return {turn: index, start, end};
		},
	);
}

type FoldedTurn = {caseless?: string; withCase?: string};
const foldedTurns = new WeakMap<Turn, FoldedTurn>();

function foldedText(turn: Turn, {ignoreCase}: FindQuery): string {
	let folded = foldedTurns.get(turn);
	if (folded === undefined) {
		folded = {};
		foldedTurns.set(turn, folded);
	}
	if (ignoreCase) {
		folded.caseless ??= foldText(turn.text, {ignoreCase});
		return folded.caseless;
	}
	folded.withCase ??= foldText(turn.text, {ignoreCase});
	return folded.withCase;
}
