/** What arrives from the keyboard, in its order. */
export type Keystroke =
	| {readonly type: 'key'; readonly name: string}
	| {readonly type: 'paste'; readonly text: string};

export type KeystrokeHandler = (keystroke: Keystroke) => void;

export type KeyQueue = {
	readonly push: (keystrokes: readonly Keystroke[]) => void;
	/** The newest handler gets the keys; the returned function takes it away again. */
	readonly listen: (handler: KeystrokeHandler) => () => void;
	/**
	 * `onHandled` is called after each key; `handOver` is to be called when its effect can be seen.
	 * The returned function ends that.
	 */
	readonly pace: (onHandled: () => void) => () => void;
	/** Hands over the next key, if there is one. */
	readonly handOver: () => void;
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
	let onHandled: (() => void) | undefined;
	let isBusy = false;

	function handOver(): void {
		const keystroke = waiting.shift();
		isBusy = keystroke !== undefined;
		if (keystroke !== undefined) {
			handler?.(keystroke);
			onHandled?.();
		}
	}

	return {
		push(keystrokes) {
			waiting.push(...keystrokes);
			if (!isBusy) {
				handOver();
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
		pace(next) {
			onHandled = next;
			return () => {
				onHandled = undefined;
			};
		},
		handOver,
		clear() {
			waiting.length = 0;
		},
	};
}
