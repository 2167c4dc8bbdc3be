/** The sandbox's time: the real one, unless a test has moved it on. */
export type Clock = {
	/** Milliseconds since 1970. */
	now(): number;
	/** Makes it so much later, for everything that expires. */
	advance(milliseconds: number): void;
};

export function createClock(): Clock {
	let offset = 0;
	return {
		now: () => Date.now() + offset,
		advance(milliseconds) {
			offset += milliseconds;
		},
	};
}
