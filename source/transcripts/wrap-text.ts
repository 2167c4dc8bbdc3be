import {forEachPart, isPrintableAscii} from './grapheme-widths.ts';
import {createBreakFinder} from './line-breaks.ts';

// Narrower than this, a wide character would have no place to go.
const minimumWidth = 2;

/**
 * Wraps one paragraph to rows of at most `width` terminal cells: between words, between the
 * characters of scripts that write without spaces, and inside a word only if it is wider than a row.
 *
 * Gives the code-unit offset at which each row begins; a row ends where the next one begins, and the
 * spaces at its end are not part of its width. Empty text has no rows. Linear in the text's length.
 */
export function wrapText(text: string, width: number): readonly number[] {
	const cells = Math.max(minimumWidth, Math.floor(width));
	return isPrintableAscii(text) ? wrapAscii(text, cells) : wrapClusters(text, cells);
}

function wrapAscii(text: string, width: number): readonly number[] {
	const starts: number[] = [];
	let start = 0;
	while (start < text.length) {
		starts.push(start);
		start = endOfAsciiRow(text, start, width);
	}
	return starts;
}

function endOfAsciiRow(text: string, start: number, width: number): number {
	const limit = start + width;
	if (limit >= text.length) {
		return text.length;
	}
	let end = limit;
	while (text[end] === ' ') {
		end++;
	}
	if (end > limit) {
		return end;
	}
	while (end > start && text[end - 1] !== ' ') {
		end--;
	}
	return end > start ? end : limit;
}

function wrapClusters(text: string, width: number): readonly number[] {
	const rows = new RowBuilder(width);
	const mayBegin = createBreakFinder(text);
	forEachPart(text, width, (start, end, clusterWidth) => {
		const cluster = text.slice(start, end);
		if (mayBegin(cluster, start)) {
			rows.allowBreak(start);
		}
		if (cluster === ' ') {
			rows.addSpace(start);
		} else {
			rows.add(start, clusterWidth);
		}
	});
	return rows.starts;
}

/** Fills rows from left to right, and goes back to the last permitted break when one is full. */
class RowBuilder {
	readonly starts: number[] = [];
	readonly #width: number;
	#rowWidth = 0;
	#breakAt = -1;
	#widthSinceBreak = 0;

	constructor(width: number) {
		this.#width = width;
	}

	/** Spaces never begin a new row: at the end of a full one they are not seen. */
	addSpace(offset: number): void {
		if (this.starts.length === 0) {
			this.starts.push(offset);
		}
		this.#rowWidth++;
	}

	allowBreak(offset: number): void {
		this.#breakAt = offset;
		this.#widthSinceBreak = 0;
	}

	add(offset: number, width: number): void {
		if (this.starts.length === 0) {
			this.starts.push(offset);
		}
		if (this.#rowWidth + width > this.#width && this.#breakAt > this.#rowStart()) {
			this.#startRow(this.#breakAt, this.#widthSinceBreak);
		}
		if (this.#rowWidth + width > this.#width && offset > this.#rowStart()) {
			this.#startRow(offset, 0);
		}
		this.#rowWidth += width;
		this.#widthSinceBreak += width;
	}

	#rowStart(): number {
		return this.starts.at(-1) ?? 0;
	}

	#startRow(offset: number, width: number): void {
		this.starts.push(offset);
		this.#rowWidth = width;
		this.#breakAt = -1;
	}
}
