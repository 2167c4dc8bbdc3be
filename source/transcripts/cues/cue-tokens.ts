import {forEachPart} from '../grapheme-widths.ts';
import {createBreakFinder} from '../line-breaks.ts';
import type {Turn} from '../transcript.ts';
import {timesOfRange} from '../word-positions.ts';

/** A part of a text that a row does not break: a word with the space behind it. */
export type Chunk = {
	/** Code units of the text. */
	readonly start: number;
	readonly end: number;
	/** Terminal cells, without the space behind it. */
	readonly cells: number;
	/** Terminal cells of the space behind it. */
	readonly spaceCells: number;
};

/** A text and where it may be broken. */
export type ChunkedText = {
	readonly text: string;
	readonly chunks: readonly Chunk[];
};

/** A chunk of a turn and when it is said. */
export type CueToken = Chunk & {
	/** Milliseconds; never before the token before. */
	readonly startMs: number;
	readonly endMs: number;
};

/** Cuts a turn into tokens of at most `maxCells` terminal cells. */
export function cueTokens(turn: Turn, maxCells: number): readonly CueToken[] {
	const tokens: CueToken[] = [];
	let earliest = turn.startMs;
	for (const chunk of cutIntoChunks(turn.text, maxCells)) {
		const times = timesOfRange(turn, chunk.start, chunk.end);
		const startMs = Math.max(earliest, times.startMs);
		tokens.push({...chunk, startMs, endMs: Math.max(startMs, times.endMs)});
		earliest = startMs;
	}
	return tokens;
}

/** Cuts a text wherever a row may begin, and wherever a chunk would get wider than `maxCells`. */
function cutIntoChunks(text: string, maxCells: number): readonly Chunk[] {
	const chunks: Chunk[] = [];
	const mayBegin = createBreakFinder(text);
	let [start, cells, spaceCells] = [0, 0, 0];
	forEachPart(text, maxCells, (clusterStart, clusterEnd, width) => {
		const cluster = text.slice(clusterStart, clusterEnd);
		const isBreak = mayBegin(cluster, clusterStart);
		if (cluster === ' ') {
			spaceCells += width;
			return;
		}
		if (clusterStart > start && (isBreak || cells + width > maxCells)) {
			chunks.push({start, end: clusterStart, cells, spaceCells});
			[start, cells, spaceCells] = [clusterStart, 0, 0];
		}
		cells += width;
	});
	return text === '' ? [] : [...chunks, {start, end: text.length, cells, spaceCells}];
}
