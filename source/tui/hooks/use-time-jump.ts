import {useState} from 'react';
import {parseTime} from '../../transcripts/time.ts';
import type {Binding} from '../keymap.ts';
import {type TextField, useTextField} from './use-text-field.ts';

export type TimeJump = {
	/** Undefined while nobody is asked. */
	readonly field: TextField | undefined;
	/** Asks for a time, for the bindings of the text. */
	readonly binding: Binding;
	/** While a time is being typed. */
	readonly bindings: readonly Binding[];
};

/** Asks for a time (`1:02:30`, `62m`, `50%`) and goes there. `durationMs`: of the whole. */
export function useTimeJump(durationMs: number, onTime: (timeMs: number) => void): TimeJump {
	const field = useTextField('');
	const [isAsking, setAsking] = useState(false);
	return {
		field: isAsking ? field : undefined,
		binding: {
			keys: ['t'],
			label: 'go to a time: 1:02:30, 62m, 50%',
			hint: 'time',
			run() {
				field.set('');
				setAsking(true);
			},
		},
		bindings: [
			{
				keys: ['enter'],
				label: 'go there',
				hint: 'go',
				run() {
					const timeMs = parseTime(field.text, durationMs);
					if (timeMs !== undefined) {
						onTime(timeMs);
						setAsking(false);
					}
				},
			},
			{keys: ['escape'], label: 'stay', hint: 'stay', run: () => setAsking(false)},
			...field.bindings,
		],
	};
}
