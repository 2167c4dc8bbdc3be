import {useApp} from 'ink';
import type {Binding} from '../keymap.ts';
import {quit} from '../outcome.ts';

/** `q`, as every list has it. */
export function useQuit(): Binding {
	const {exit} = useApp();
	return {keys: ['q'], label: 'quit', hint: 'quit', run: () => exit(quit)};
}
