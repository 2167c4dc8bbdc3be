import {useState} from 'react';
import {withoutLastGrapheme} from '../components/list-state.ts';
import type {Binding} from '../keymap.ts';
import {moveBindings} from '../move-bindings.ts';
import {filterEntries, type PaletteEntry, toEntries} from '../palette.ts';
import type {KeyHandling} from './use-keys.ts';

// Whoever wants to go down does not look for that by its name.
const moves = new Set(moveBindings(1, () => undefined).map(({label}) => label));
const isNoMove = ({label}: Binding) => !moves.has(label);

type State = {readonly text: string; readonly cursor: number};

export type PaletteControl = {
	/** Undefined while it is closed. */
	readonly view: (State & {readonly entries: readonly PaletteEntry[]}) | undefined;
	/** Opens it. */
	readonly binding: Binding;
	/** While it is open. */
	readonly keys: KeyHandling;
};

/** Everything that can be done now, by its name; and where one has been. */
export function usePalette(
	bindings: readonly Binding[],
	places: () => readonly PaletteEntry[],
): PaletteControl {
	const [state, setState] = useState<State | undefined>();
	const entries =
		state === undefined
			? []
			: filterEntries([...toEntries(bindings.filter(isNoMove)), ...places()], state.text);
	const cursor = Math.min(state?.cursor ?? 0, Math.max(0, entries.length - 1));
	const text = state?.text ?? '';
	const close = () => setState(undefined);
	const move = (by: number) =>
		setState({text, cursor: Math.max(0, Math.min(entries.length - 1, cursor + by))});
	return {
		view: state === undefined ? undefined : {text, cursor, entries},
		binding: {
			keys: ['ctrl+p', ':'],
			label: 'do or go to something by its name',
			run: () => setState({text: '', cursor: 0}),
		},
		keys: {
			bindings: [
				{
					keys: ['enter'],
					label: 'do it',
					hint: 'do it',
					run() {
						close();
						entries[cursor]?.run();
					},
				},
				{keys: ['down', 'ctrl+n', 'tab'], label: 'down', hint: 'down', run: () => move(1)},
				{keys: ['up', 'shift+tab'], label: 'up', run: () => move(-1)},
				{keys: ['pagedown'], label: 'page down', run: () => move(10)},
				{keys: ['pageup'], label: 'page up', run: () => move(-10)},
				{
					keys: ['backspace'],
					label: 'erase',
					run: () => setState({text: withoutLastGrapheme(text), cursor: 0}),
				},
				{keys: ['ctrl+u'], label: 'erase all', run: () => setState({text: '', cursor: 0})},
				{keys: ['escape', 'ctrl+p'], label: 'close', hint: 'close', run: close},
			],
			onText: typed =>
				setState({text: `${text}${typed.replace(/\p{C}+/gu, ' ')}`.slice(0, 200), cursor: 0}),
		},
	};
}
