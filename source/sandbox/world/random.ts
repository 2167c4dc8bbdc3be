import {hash as digest} from 'node:crypto';

/** Numbers that look random and are the same for the same seed and key. */
export type Random = {
	/** From 0 up to but without 1. */
	next(): number;
	/** A whole number from `least` to `most`, both included. */
	integer(least: number, most: number): number;
	chance(probability: number): boolean;
	pick<Item>(items: readonly Item[]): Item;
	shuffle<Item>(items: readonly Item[]): Item[];
};

export function createRandom(seed: number, key: string): Random {
	let state = hash(`${seed} ${key}`).readUInt32LE(0);
	// Mulberry32: small, fast, good enough for what is only to look alive.
	function next(): number {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}
	const integer = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
	return {
		next,
		integer,
		chance: probability => next() < probability,
		pick(items) {
			const item = items[integer(0, items.length - 1)];
			if (item === undefined) {
				throw new RangeError('There is nothing to pick from.');
			}
			return item;
		},
		shuffle(items) {
			const shuffled = [...items];
			for (let last = shuffled.length - 1; last > 0; last--) {
				const other = integer(0, last);
				const [atLast, atOther] = [shuffled[last], shuffled[other]];
				if (atLast !== undefined && atOther !== undefined) {
					shuffled[last] = atOther;
					shuffled[other] = atLast;
				}
			}
			return shuffled;
		},
	};
}

/** 32 bytes that are the same for the same text. */
export function hash(text: string): Buffer {
	return digest('sha256', text, 'buffer');
}
