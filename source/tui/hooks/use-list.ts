import {createContext, useContext, useEffect, useMemo, useReducer} from 'react';
import {
	cursorIndex,
	initialListState,
	type ListAction,
	type ListState,
	matchesFilter,
	reduceList,
} from '../components/list-state.ts';
import type {Binding} from '../keymap.ts';
import {moveBindings} from '../move-bindings.ts';

/** Remembers each list while its screen is not shown, so that going back finds it as it was. */
export const ListMemory = createContext<Map<string, ListState>>(new Map());

export type ListOptions<Item> = {
	/** Names the list: another user's meetings are another list. */
	readonly name: string;
	readonly items: readonly Item[];
	readonly keyOf: (item: Item) => string;
	/** What the filter looks at. */
	readonly textOf: (item: Item) => string;
	/** Where the cursor stands before it was moved; the first item without it. */
	readonly initialCursor?: string | undefined;
	/** Rows that are shown at once, for paging. */
	readonly height: number;
	readonly canMark?: boolean;
	/** Default true. For a few fixed items there is nothing to filter. */
	readonly canFilter?: boolean;
};

export type List<Item> = {
	readonly items: readonly Item[];
	readonly cursor: number;
	readonly current: Item | undefined;
	readonly marked: ReadonlySet<string>;
	readonly filter: string;
	readonly isFiltering: boolean;
	readonly height: number;
	/** Moving, marking and filtering; stand before the screen's own "back", which Esc gets to last. */
	readonly bindings: readonly Binding[];
	readonly onText: ((text: string) => void) | undefined;
	readonly clearMarks: () => void;
};

/** A list that one moves in, filters and marks. `keyOf` and `textOf` are to be stable functions. */
export function useList<Item>(options: ListOptions<Item>): List<Item> {
	const {
		name,
		items,
		keyOf,
		textOf,
		initialCursor,
		height,
		canMark = false,
		canFilter = true,
	} = options;
	const memory = useContext(ListMemory);
	const [state, act] = useReducer(
		(current: ListState, action: ListAction): ListState =>
			reduceList(current, action, {
				keys: filterItems(items, textOf, current.filter).map(keyOf),
				initialCursor,
			}),
		undefined,
		() => memory.get(name) ?? initialListState,
	);
	useEffect(() => {
		memory.set(name, state);
	}, [memory, name, state]);

	const shown = useMemo(
		() => filterItems(items, textOf, state.filter),
		[items, textOf, state.filter],
	);
	const keys = useMemo(() => shown.map(keyOf), [shown, keyOf]);
	const cursor = cursorIndex(state, {keys, initialCursor});
	return {
		items: shown,
		cursor,
		current: shown[cursor],
		marked: state.marked,
		filter: state.filter,
		isFiltering: state.isFiltering,
		height,
		bindings:
			items.length === 0
				? []
				: [
						...moveBindings(height, by => act({type: 'move', by})),
						...(canFilter ? filterBindings(state, act) : []),
						...(canMark && !state.isFiltering ? markBindings(act) : []),
					],
		onText: state.isFiltering ? text => act({type: 'type', text}) : undefined,
		clearMarks() {
			act({type: 'clear marks'});
			// Whoever clears the marks may leave the screen with it, and then no effect will remember.
			memory.set(name, {...state, marked: new Set()});
		},
	};
}

function filterItems<Item>(
	items: readonly Item[],
	textOf: (item: Item) => string,
	filter: string,
): readonly Item[] {
	return filter.trim() === '' ? items : items.filter(item => matchesFilter(textOf(item), filter));
}

function filterBindings(
	{filter, isFiltering}: ListState,
	act: (action: ListAction) => void,
): readonly Binding[] {
	if (isFiltering) {
		return [
			{
				keys: ['escape'],
				label: 'drop the filter',
				hint: 'drop',
				run: () => act({type: 'clear filter'}),
			},
			{keys: ['backspace', 'delete'], label: 'erase', run: () => act({type: 'erase'})},
		];
	}

	const open: Binding = {
		keys: ['/'],
		label: 'filter as you type',
		hint: 'filter',
		run: () => act({type: 'open filter'}),
	};
	const drop: Binding = {
		keys: ['escape'],
		label: 'drop the filter',
		run: () => act({type: 'clear filter'}),
	};
	return filter === '' ? [open] : [open, drop];
}

function markBindings(act: (action: ListAction) => void): readonly Binding[] {
	return [
		{keys: [' '], label: 'mark or unmark', hint: 'mark', run: () => act({type: 'toggle mark'})},
		{keys: ['a'], label: 'mark all that are shown', run: () => act({type: 'mark all'})},
		{keys: ['A'], label: 'unmark all', run: () => act({type: 'clear marks'})},
	];
}
