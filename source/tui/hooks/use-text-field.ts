import {useReducer} from 'react';
import {createTextField, editText, type TextFieldState} from '../components/text-field-state.ts';
import type {Binding} from '../keymap.ts';

export type TextField = TextFieldState & {
	readonly bindings: readonly Binding[];
	readonly onText: (text: string) => void;
	readonly set: (text: string) => void;
	/** Puts the cursor between two graphemes. */
	readonly place: (cursor: number) => void;
};

/** A line of text to edit; it starts as `initial`. */
export function useTextField(initial: string): TextField {
	const [state, edit] = useReducer(editText, initial, createTextField);
	return {
		...state,
		onText: text => edit({type: 'insert', text}),
		set: text => edit({type: 'set', text}),
		place: cursor => edit({type: 'place', cursor}),
		bindings: [
			{keys: ['left', 'ctrl+b'], label: 'left', run: () => edit({type: 'move', to: 'left'})},
			{keys: ['right', 'ctrl+f'], label: 'right', run: () => edit({type: 'move', to: 'right'})},
			{
				keys: ['home', 'ctrl+a'],
				label: 'to the start',
				run: () => edit({type: 'move', to: 'start'}),
			},
			{keys: ['end', 'ctrl+e'], label: 'to the end', run: () => edit({type: 'move', to: 'end'})},
			{
				keys: ['ctrl+left'],
				label: 'a word to the left',
				run: () => edit({type: 'move', to: 'word left'}),
			},
			{
				keys: ['ctrl+right'],
				label: 'a word to the right',
				run: () => edit({type: 'move', to: 'word right'}),
			},
			{keys: ['backspace'], label: 'erase', run: () => edit({type: 'erase before'})},
			{keys: ['delete'], label: 'erase under the cursor', run: () => edit({type: 'erase after'})},
			{
				keys: ['ctrl+w'],
				label: 'erase the word before',
				run: () => edit({type: 'erase word before'}),
			},
			{keys: ['ctrl+u'], label: 'erase all before', run: () => edit({type: 'erase all before'})},
		],
	};
}
