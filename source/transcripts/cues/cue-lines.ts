import {cueLimits} from './cue-limits.ts';
import type {Chunk, ChunkedText} from './cue-tokens.ts';

const endOfClause = /[.!?…,;:)\]。！？、，；：」』）]["'”’»]*$/u;
// How many cells of unevenness a break behind punctuation is worth.
const clauseBonus = 24;

/** Whether the chunks have room in one cue behind a prefix of so many cells. */
export function createFitting(prefixCells: number): (chunk: Chunk) => boolean {
	let rowCells = prefixCells;
	let row = 1;
	return ({cells, spaceCells}) => {
		if (rowCells > 0 && rowCells + cells > cueLimits.lineCells) {
			row++;
			rowCells = 0;
		}
		rowCells += cells + spaceCells;
		return row <= cueLimits.lines;
	};
}

/**
 * The lines of a cue: one where it fits, else two of about the same length, broken behind
 * punctuation where there is any near the middle. More only where the text has no room in a cue.
 */
export function splitCueLines({text, chunks}: ChunkedText): readonly string[] {
	const total = chunks.reduce((sum, {cells, spaceCells}) => sum + cells + spaceCells, 0);
	const last = chunks.at(-1);
	if (last === undefined || total - last.spaceCells <= cueLimits.lineCells) {
		return [text];
	}
	const breakAt = bestBreak(text, chunks, total - last.spaceCells);
	return breakAt === undefined
		? fillRows(text, chunks)
		: [text.slice(0, breakAt).trimEnd(), text.slice(breakAt)];
}

/** The offset to break at so that both rows are short enough; undefined if there is none. */
function bestBreak(text: string, chunks: readonly Chunk[], total: number): number | undefined {
	let best: number | undefined;
	let lowestCost = Number.POSITIVE_INFINITY;
	let before = 0;
	for (const {end, cells, spaceCells} of chunks.slice(0, -1)) {
		const upper = before + cells;
		before = upper + spaceCells;
		const lower = total - before;
		const bonus = endOfClause.test(text.slice(0, end).trimEnd()) ? clauseBonus : 0;
		const cost = Math.abs(upper - lower) - bonus;
		if (Math.max(upper, lower) <= cueLimits.lineCells && cost < lowestCost) {
			best = end;
			lowestCost = cost;
		}
	}
	return best;
}

function fillRows(text: string, chunks: readonly Chunk[]): readonly string[] {
	const rows: string[] = [];
	let [start, rowCells] = [0, 0];
	for (const chunk of chunks) {
		if (rowCells > 0 && rowCells + chunk.cells > cueLimits.lineCells) {
			rows.push(text.slice(start, chunk.start).trimEnd());
			[start, rowCells] = [chunk.start, 0];
		}
		rowCells += chunk.cells + chunk.spaceCells;
	}
	return [...rows, text.slice(start)];
}
