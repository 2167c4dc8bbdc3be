import {useReducer} from 'react';
import {createTextField, editText, type TextFieldState} from '../components/text-field-state.ts';
import type {Binding} from '../keymap.ts';

export type TextField = TextFieldState & {
	readonly bindings: readonly Binding[];
	readonly onText: (text: string) => void;
	readonly set: (text: string) => void;
};

/** A line of text to edit; it starts as `initial`. */
export function useTextField(initial: string): TextField {
	const [state, edit] = useReducer(editText, initial, createTextField);
	return {
		...state,
		onText: text => edit({type: 'insert', text}),
		set: text => edit({type: 'set', text}),
		bindings: [
			{keys: ['left', 'ctrl+b'], label: 'left', run: () => edit({type: 'move', to: 'left'})},
			{keys: ['right', 'ctrl+f'], label: 'right', run: () => edit({type: 'move', to: 'right'})},
			{
				keys: ['home', 'ctrl+a'],
				label: 'to the start',
				run: () => edit({type: 'move', to: 'start'}),
			},
			{keys: ['end', 'ctrl+e'], label: 'to the end', run: () => edit({type: 'move', to: 'end'})},
			{keys: ['backspace'], label: 'erase', run: () => edit({type: 'erase before'})},
			{keys: ['delete'], label: 'erase under the cursor', run: () => edit({type: 'erase after'})},
			{keys: ['ctrl+u'], label: 'erase all before', run: () => edit({type: 'erase all before'})},
		],
	};
}
