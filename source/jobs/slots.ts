/** So many may be at it at once; the others wait in line. */
export type Slots = {
	/** A slot that is free now; undefined when there is none. */
	readonly tryTake: () => Slot | undefined;
	/** One that is not held yet. */
	readonly reserve: () => Slot;
};

export type Slot = {
	/** Resolves when this one may go on; at once while it holds its slot. Rejects with the signal's reason. */
	readonly hold: (signal: AbortSignal) => Promise<void>;
	/** Lets the next one in; does nothing when it is not held. */
	readonly free: () => void;
	/** The same for one that nothing was done with: nobody has to be told. */
	readonly putBack: () => void;
};

/** @param onFree Told when a slot is free that nobody waits for. */
export function createSlots(count: number, onFree: () => void): Slots {
	let free = count;
	const line: (() => void)[] = [];

	function giveBack(): boolean {
		const next = line.shift();
		if (next === undefined) {
			free++;
			return true;
		}

		next();
		return false;
	}

	async function take(signal: AbortSignal): Promise<void> {
		signal.throwIfAborted();
		if (free > 0) {
			free--;
			return;
		}

		const {promise, resolve, reject} = Promise.withResolvers<void>();
		const abort = () => {
			const place = line.indexOf(resolve);
			// Who was let in a moment ago is in line no more.
			if (place !== -1) {
				line.splice(place, 1);
			}
			reject(signal.reason);
		};
		line.push(resolve);
		signal.addEventListener('abort', abort, {once: true});
		try {
			await promise;
		} finally {
			signal.removeEventListener('abort', abort);
		}
	}

	function createSlot(isHeldFirst: boolean): Slot {
		let isHeld = isHeldFirst;
		return {
			async hold(signal) {
				if (!isHeld) {
					await take(signal);
					isHeld = true;
				}
			},
			free() {
				const wasHeld = isHeld;
				isHeld = false;
				if (wasHeld && giveBack()) {
					onFree();
				}
			},
			putBack() {
				if (isHeld) {
					isHeld = false;
					giveBack();
				}
			},
		};
	}

	return {
		tryTake() {
			if (free === 0) {
				return undefined;
			}

			free--;
			return createSlot(true);
		},
		reserve: () => createSlot(false),
	};
}
