/**
 * A place in a transcript that does not depend on the width: it names a heading, a character of a
 * turn's text, or the gap after a turn. Rows come and go when the terminal is resized; the word at
 * a place stays.
 */
export type ReadingPlace =
	| {readonly kind: 'speaker'; readonly turn: number}
	| {
			readonly kind: 'text';
			readonly turn: number;
			/** Code units from the start of the turn's text. */
			readonly offset: number;
	  }
	| {readonly kind: 'gap'; readonly turn: number};

const order = {speaker: 0, text: 1, gap: 2} as const;

/** Negative when `a` comes before `b`, positive when after, 0 when they are the same place. */
export function comparePlaces(a: ReadingPlace, b: ReadingPlace): number {
	const byRow = a.turn - b.turn || order[a.kind] - order[b.kind];
	return byRow !== 0 || a.kind !== 'text' || b.kind !== 'text' ? byRow : a.offset - b.offset;
}
