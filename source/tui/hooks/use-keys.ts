import {useInput, usePaste} from 'ink';
import {createContext, useContext, useEffect, useLayoutEffect, useReducer} from 'react';
import {createKeyQueue, type KeyQueue, type Keystroke} from '../key-queue.ts';
import {type Binding, isCharacter, toKeyNames} from '../keymap.ts';

export const KeyQueueContext = createContext<KeyQueue>(createKeyQueue());

export type KeyHandling = {
	readonly bindings: readonly Binding[];
	/** With a text field open: takes characters and pastes; the bindings keep the other keys. */
	readonly onText?: ((text: string) => void) | undefined;
};

/** Reads the keyboard, once for the whole app: in its outermost component, whose effects come last. */
export function useKeyboard(queue: KeyQueue): void {
	// Counted in the same update as what the key does: so the effect comes once both are drawn.
	const [handled, count] = useReducer((keys: number) => keys + 1, 0);
	useLayoutEffect(() => queue.pace(count), [queue]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: each key that was handled brings the next
	useEffect(() => queue.handOver(), [queue, handled]);
	useInput((input, key) => {
		queue.push(toKeyNames(input, key).map(name => ({type: 'key', name})));
	});
	usePaste(text => {
		queue.push([{type: 'paste', text}]);
	});
}

/** The one way in which keys reach a screen. Pasted text never acts as keys. */
export function useKeys({bindings, onText}: KeyHandling): void {
	const queue = useContext(KeyQueueContext);
	useLayoutEffect(() =>
		queue.listen((keystroke: Keystroke) => {
			if (keystroke.type === 'paste') {
				onText?.(keystroke.text);
			} else if (onText !== undefined && isCharacter(keystroke.name)) {
				onText(keystroke.name);
			} else {
				bindings.find(({keys}) => keys.includes(keystroke.name))?.run();
			}
		}),
	);
}
