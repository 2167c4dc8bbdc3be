import stringWidth from 'string-width';
import {wrapText} from '../../transcripts/wrap-text.ts';
import type {TextFieldState} from './text-field-state.ts';

/** A row of a text that is being edited: code units of the text. */
export type TextAreaRow = {readonly start: number; readonly end: number};

export type TextArea = {
	/** At least one. */
	readonly rows: readonly TextAreaRow[];
	/** Index of the row that the cursor is on. */
	readonly cursorRow: number;
};

const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** A field of text over as many rows as it takes; there is room for the cursor behind each of them. */
export function layOutField({text, cursor}: TextFieldState, width: number): TextArea {
	const starts = text === '' ? [0] : wrapText(text, width - 1);
	return {
		rows: starts.map((start, row) => ({start, end: starts[row + 1] ?? text.length})),
		cursorRow: Math.max(
			0,
			starts.findLastIndex(start => start <= cursor),
		),
	};
}

/** Where the cursor is so many rows further down: at the same cell, as far as the row goes. */
export function moveByRows(field: TextFieldState, by: number, width: number): number {
	const {rows, cursorRow} = layOutField(field, width);
	const target = rows[cursorRow + by];
	if (target === undefined) {
		return by < 0 ? 0 : field.text.length;
	}

	const cell = stringWidth(field.text.slice(rows[cursorRow]?.start, field.cursor));
	return toBoundary(field.text, offsetAtCell(field.text, target, cell));
}

/** A character that is wider than a row stands on several; the cursor stands before all of it. */
function toBoundary(text: string, offset: number): number {
	return graphemes.segment(text).containing(offset)?.index ?? offset;
}

function offsetAtCell(text: string, {start, end}: TextAreaRow, cell: number): number {
	let cells = 0;
	let last = start;
	for (const {segment, index} of graphemes.segment(text.slice(start, end))) {
		last = start + index;
		cells += stringWidth(segment);
		if (cells > cell) {
			return last;
		}
	}

	// Behind the last character only where no other row begins there.
	return end === text.length ? end : last;
}

/** The start or the end of the row that the cursor is on. */
export function endOfRow(field: TextFieldState, side: 'start' | 'end', width: number): number {
	const {rows, cursorRow} = layOutField(field, width);
	const row = rows[cursorRow] ?? {start: 0, end: 0};
	const offset =
		side === 'start' ? row.start : offsetAtCell(field.text, row, Number.POSITIVE_INFINITY);
	return toBoundary(field.text, offset);
}

/** The first of `height` rows in view, so that the cursor is among them. */
export function firstRowInView({rows, cursorRow}: TextArea, height: number): number {
	return Math.max(0, Math.min(cursorRow - height + 2, rows.length - height));
}
