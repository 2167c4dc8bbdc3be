/** What a person has done to a list; the items come from elsewhere and may still be arriving. */
export type ListState = {
	/** Key of the item under the cursor; undefined until one has moved: then it is the first. */
	readonly cursor: string | undefined;
	readonly filter: string;
	/** Whether typed characters go to the filter. */
	readonly isFiltering: boolean;
	readonly marked: ReadonlySet<string>;
};

export type ListAction =
	| {readonly type: 'move'; readonly by: number}
	| {readonly type: 'toggle mark'}
	| {readonly type: 'mark all'}
	| {readonly type: 'clear marks'}
	| {readonly type: 'open filter'}
	| {readonly type: 'close filter'}
	| {readonly type: 'clear filter'}
	| {readonly type: 'type'; readonly text: string}
	| {readonly type: 'erase'};

export const initialListState: ListState = {
	cursor: undefined,
	filter: '',
	isFiltering: false,
	marked: new Set(),
};

/** The list as it is shown: what a step of the cursor depends on. */
export type ShownList = {
	/** Keys of the items that pass the filter, in their order. */
	readonly keys: readonly string[];
	/** Where the cursor stands before it was moved; the first item without it. */
	readonly initialCursor: string | undefined;
};

/** The cursor's place among the shown items. */
export function cursorIndex({cursor}: ListState, {keys, initialCursor}: ShownList): number {
	return Math.max(0, keys.indexOf(cursor ?? initialCursor ?? ''));
}

/** The state after one action. A step that would leave the list stays at its end. */
export function reduceList(state: ListState, action: ListAction, list: ShownList): ListState {
	switch (action.type) {
		case 'move': {
			const index = cursorIndex(state, list) + action.by;
			return {...state, cursor: list.keys[Math.min(list.keys.length - 1, Math.max(0, index))]};
		}

		case 'toggle mark': {
			return toggleMark(state, list);
		}

		case 'mark all': {
			return {...state, marked: new Set([...state.marked, ...list.keys])};
		}

		case 'clear marks': {
			return {...state, marked: new Set()};
		}

		case 'open filter': {
			return {...state, isFiltering: true};
		}

		case 'close filter': {
			return {...state, isFiltering: false};
		}

		case 'clear filter': {
			return {...state, isFiltering: false, filter: ''};
		}

		case 'type': {
			return {...state, filter: state.filter + action.text, cursor: undefined};
		}

		case 'erase': {
			return {...state, filter: withoutLastGrapheme(state.filter), cursor: undefined};
		}
	}
}

function toggleMark(state: ListState, list: ShownList): ListState {
	const index = cursorIndex(state, list);
	const key = list.keys[index];
	if (key === undefined) {
		return state;
	}

	const marked = new Set(state.marked);
	if (!marked.delete(key)) {
		marked.add(key);
	}

	return {...state, marked, cursor: list.keys[index + 1] ?? key};
}

const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

export function withoutLastGrapheme(text: string): string {
	const last = [...graphemes.segment(text)].at(-1);
	return last === undefined ? '' : text.slice(0, last.index);
}

function fold(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{Mark}/gu, '')
		.toLowerCase();
}

/** Whether every word of the filter stands somewhere in the text, case and accents aside. */
export function matchesFilter(text: string, filter: string): boolean {
	const folded = fold(text);
	return fold(filter)
		.split(/\s+/)
		.every(word => folded.includes(word));
}

/** First of the `height` rows that are shown: the cursor stays in the middle where it can. */
export function firstVisibleRow(cursor: number, height: number, count: number): number {
	return Math.max(0, Math.min(cursor - Math.floor(height / 2), count - height));
}
