import type {Random} from '../world/random.ts';

export type Deck<Item> = {draw(): Item};

/** Gives every item once, in a random order, before any comes again; never the same twice in a row. */
export function createDeck<Item>(items: readonly Item[], random: Random): Deck<Item> {
	let left: Item[] = [];
	let last: Item | undefined;
	return {
		draw() {
			if (left.length === 0) {
				left = random.shuffle(items);
				if (left.length > 1 && left.at(-1) === last) {
					left.reverse();
				}
			}
			last = left.pop();
			if (last === undefined) {
				throw new RangeError('The deck has no cards.');
			}
			return last;
		},
	};
}
