/** A line of text being edited. The cursor stands between graphemes, as a code-unit offset. */
export type TextFieldState = {readonly text: string; readonly cursor: number};

export type TextFieldAction =
	| {readonly type: 'insert'; readonly text: string}
	| {readonly type: 'erase before'}
	| {readonly type: 'erase after'}
	| {readonly type: 'erase all before'}
	/** Starts over with another text. */
	| {readonly type: 'set'; readonly text: string}
	| {readonly type: 'erase word before'}
	| {readonly type: 'move'; readonly to: TextFieldMove}
	/** Puts the cursor between two graphemes. */
	| {readonly type: 'place'; readonly cursor: number};

export type TextFieldMove = 'left' | 'right' | 'word left' | 'word right' | 'start' | 'end';

const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'});
const words = new Intl.Segmenter(undefined, {granularity: 'word'});

export function createTextField(text: string): TextFieldState {
	return {text, cursor: text.length};
}

function previousBoundary(text: string, cursor: number): number {
	return [...graphemes.segment(text.slice(0, cursor))].at(-1)?.index ?? 0;
}

function startOfWordBefore(text: string, cursor: number): number {
	const before = [...words.segment(text.slice(0, cursor))];
	return before.findLast(({isWordLike}) => isWordLike)?.index ?? 0;
}

function endOfWordAfter(text: string, cursor: number): number {
	for (const {segment, index, isWordLike} of words.segment(text.slice(cursor))) {
		if (isWordLike === true) {
			return cursor + index + segment.length;
		}
	}

	return text.length;
}

function nextBoundary(text: string, cursor: number): number {
	const [next] = graphemes.segment(text.slice(cursor));
	return cursor + (next?.segment.length ?? 0);
}

/** The field after one action; what is pasted becomes one line without control characters. */
export function editText({text, cursor}: TextFieldState, action: TextFieldAction): TextFieldState {
	switch (action.type) {
		case 'insert': {
			const inserted = action.text.replace(/\p{Cc}+/gu, ' ');
			return {
				text: text.slice(0, cursor) + inserted + text.slice(cursor),
				cursor: cursor + inserted.length,
			};
		}

		case 'erase before': {
			const start = previousBoundary(text, cursor);
			return {text: text.slice(0, start) + text.slice(cursor), cursor: start};
		}

		case 'erase word before': {
			const start = startOfWordBefore(text, cursor);
			return {text: text.slice(0, start) + text.slice(cursor), cursor: start};
		}

		case 'erase after': {
			return {text: text.slice(0, cursor) + text.slice(nextBoundary(text, cursor)), cursor};
		}

		case 'erase all before': {
			return {text: text.slice(cursor), cursor: 0};
		}

		case 'set': {
			return createTextField(action.text);
		}

		case 'move': {
			return {text, cursor: cursorAfter({text, cursor}, action.to)};
		}

		case 'place': {
			return {text, cursor: Math.min(Math.max(action.cursor, 0), text.length)};
		}
	}
}

function cursorAfter({text, cursor}: TextFieldState, to: TextFieldMove): number {
	switch (to) {
		case 'left': {
			return previousBoundary(text, cursor);
		}

		case 'right': {
			return nextBoundary(text, cursor);
		}

		case 'word left': {
			return startOfWordBefore(text, cursor);
		}

		case 'word right': {
			return endOfWordAfter(text, cursor);
		}

		case 'start': {
			return 0;
		}

		case 'end': {
			return text.length;
		}
	}
}
