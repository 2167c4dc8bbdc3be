import {createFinds, type FindHit, type Finds, type TurnWithHits} from './find.ts';
import type {Transcript, Turn} from './transcript.ts';
import {wordPositions} from './word-positions.ts';

/**
 * The words that were heard with less confidence than `below` (0 to 1), as finds: to be marked and
 * stepped through like any other. A word whose confidence is not known is taken to be right.
 */
export function findDoubtfulWords({turns}: Pick<Transcript, 'turns'>, below: number): Finds {
	const found: TurnWithHits[] = [];
	let first = 0;
	for (const [turn, spoken] of turns.entries()) {
		const count = locate(spoken, turn, below).length;
		if (count > 0) {
			found.push({turn, first, count});
			first += count;
		}
	}
	return createFinds(found, turn => {
		const spoken = turns[turn];
		return spoken === undefined ? [] : locate(spoken, turn, below);
	});
}

function locate(spoken: Turn, turn: number, below: number): readonly FindHit[] {
	const isDoubtful = (word: number) => (spoken.words[word]?.confidence ?? 1) < below;
	// Most turns have none: they need not be looked through for where their words stand.
	return spoken.words.some((_, word) => isDoubtful(word))
		? wordPositions(spoken)
				.filter(({word}) => isDoubtful(word))
				.map(({start, end}) => ({turn, start, end}))
		: [];
}
