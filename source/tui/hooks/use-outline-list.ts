import type {Outline} from '../../transcripts/outline.ts';
import type {Binding} from '../keymap.ts';
import {listEntries, type OutlineEntry} from '../outline-entries.ts';
import {type List, useList} from './use-list.ts';

/** From so many cells on, the outline stands beside the text. It needs less than what stands beside a list. */
const wideEnough = 110;
export const outlineWidth = 44;
/** Rows under the list: the chosen entry in full. */
export const outlineTextHeight = 7;

export type OutlineListOptions = {
	/** Of the list, to find its cursor again. */
	readonly name: string;
	readonly isOpen: boolean;
	readonly setOpen: (isOpen: boolean) => void;
	/** Undefined where there is none, or none yet. */
	readonly outline: Outline | undefined;
	readonly width: number;
	readonly height: number;
	readonly onTime: (timeMs: number) => void;
};

export type OutlineList = {
	readonly list: List<OutlineEntry>;
	/** Cells that it takes from the text; 0 where it takes its place. */
	readonly besideWidth: number;
	/** Opens it, for the bindings of the text. */
	readonly binding: Binding;
	/** To go to what is chosen, and about. */
	readonly moving: readonly Binding[];
	readonly close: Binding;
};

const keyOf = ({key}: OutlineEntry) => key;
const textOf = ({title}: OutlineEntry) => title;

/** An outline beside the text that it is of, or in its place. */
export function useOutlineList(options: OutlineListOptions): OutlineList {
	const {name, isOpen, setOpen, outline, width, height, onTime} = options;
	const list = useList({
		name,
		items: outline === undefined ? [] : listEntries(outline),
		keyOf,
		textOf,
		height: Math.max(1, height - outlineTextHeight),
		canFilter: false,
	});
	const isBeside = isOpen && width >= wideEnough;
	const {current} = list;
	const jump: Binding = {
		keys: ['enter', 'right', 'l'],
		label: 'read on from there',
		hint: 'go there',
		run() {
			if (current?.timeMs !== undefined) {
				onTime(current.timeMs);
				setOpen(isBeside);
			}
		},
	};
	return {
		list,
		besideWidth: isBeside ? outlineWidth : 0,
		binding: {
			keys: ['i'],
			label: 'outline: headlines to jump by, and what is to be done',
			run: () => setOpen(true),
		},
		moving: [jump, ...list.bindings],
		close: {
			keys: ['escape', 'i', 'q'],
			label: 'close the outline',
			hint: 'close',
			run: () => setOpen(false),
		},
	};
}
