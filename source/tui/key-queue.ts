/** What arrives from the keyboard, in its order. */
export type Keystroke =
	| {readonly type: 'key'; readonly name: string}
	| {readonly type: 'paste'; readonly text: string};

export type KeystrokeHandler = (keystroke: Keystroke) => void;

export type KeyQueue = {
	readonly push: (keystrokes: readonly Keystroke[]) => void;
	/** The newest handler gets the keys; the returned function takes it away again. */
	readonly listen: (handler: KeystrokeHandler) => () => void;
	/** Forgets what was typed ahead, for when somebody else gets the keyboard. */
	readonly clear: () => void;
};

/**
 * Hands keys to the screen one at a time. A terminal that was busy delivers several at once, and
 * each of them is meant for the screen that the one before has led to: so the next one waits until
 * React has drawn it.
 */
export function createKeyQueue(): KeyQueue {
	const waiting: Keystroke[] = [];
	let handler: KeystrokeHandler | undefined;
	let isDraining = false;

	function drain(): void {
		const keystroke = waiting.shift();
		if (keystroke === undefined) {
			isDraining = false;
			return;
		}

		isDraining = true;
		setImmediate(drain);
		handler?.(keystroke);
	}

	return {
		push(keystrokes) {
			waiting.push(...keystrokes);
			if (!isDraining) {
				drain();
			}
		},
		listen(next) {
			handler = next;
			return () => {
				if (handler === next) {
					handler = undefined;
				}
			};
		},
		clear() {
			waiting.length = 0;
		},
	};
}
