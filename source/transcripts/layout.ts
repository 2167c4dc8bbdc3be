import {comparePlaces, type ReadingPlace} from './reading-place.ts';
import type {Transcript, Turn} from './transcript.ts';
import {placeOfRow, rowsOfTurn, type TranscriptRow} from './transcript-rows.ts';
import {firstIndex, offsetAtTime, timeAtOffset} from './word-positions.ts';

export {placeOfRow, type TranscriptRow} from './transcript-rows.ts';

/**
 * The rows of a transcript at one width. Rows of a turn are made when they are first asked for and
 * then kept, so no call depends on how long the transcript is.
 */
export type TranscriptLayout = {
	/** At most `height` rows, the first of them the one that `place` is on. */
	rowsFrom(place: ReadingPlace, height: number): readonly TranscriptRow[];
	/** The place so many rows further down (up, if negative), at most the first or the last row. */
	move(place: ReadingPlace, deltaRows: number): ReadingPlace;
	start(): ReadingPlace;
	/** The top place at which the last row is the last of `height` rows. */
	end(height: number): ReadingPlace;
	/** The place, or `end(height)` if that comes before it. */
	clamp(place: ReadingPlace, height: number): ReadingPlace;
	/** What is being said at a time in milliseconds: the heading, for the first words of a turn. */
	placeAtTime(timeMs: number): ReadingPlace;
	/** When the words at the place are said, in milliseconds. */
	timeAt(place: ReadingPlace): number;
	/** The heading of a turn; of the nearest one if there is no such turn. */
	placeOfTurn(turn: number): ReadingPlace;
};

/** Lays a transcript out for text that is `width` terminal cells wide. */
export function createLayout(
	transcript: Transcript,
	{width}: {readonly width: number},
): TranscriptLayout {
	const {turns} = transcript;
	const lastTurn = turns.length - 1;
	const rowsOfTurns = new Map<number, readonly TranscriptRow[]>();

	function rowsOf(turn: number): readonly TranscriptRow[] {
		let rows = rowsOfTurns.get(turn);
		if (rows === undefined) {
			rows = rowsOfTurn(transcript, turn, width);
			rowsOfTurns.set(turn, rows);
		}
		return rows;
	}

	function rowAt({turn, index}: RowPosition): TranscriptRow | undefined {
		return rowsOf(turn)[index];
	}

	function positionOf(place: ReadingPlace): RowPosition {
		if (place.turn < 0 || turns.length === 0) {
			return {turn: 0, index: 0};
		}
		if (place.turn > lastTurn) {
			return {turn: lastTurn, index: rowsOf(lastTurn).length - 1};
		}
		const rows = rowsOf(place.turn);
		const next = firstIndex(rows, row => comparePlaces(placeOfRow(row), place) > 0);
		return {turn: place.turn, index: Math.max(0, next - 1)};
	}

	function moveDown({turn, index}: RowPosition, rowCount: number): RowPosition {
		let remaining = rowCount;
		for (let current = turn, first = index; current <= lastTurn; current++, first = 0) {
			const below = rowsOf(current).length - 1 - first;
			if (remaining <= below) {
				return {turn: current, index: first + remaining};
			}
			remaining -= below + 1;
		}
		return positionOf({kind: 'gap', turn: lastTurn});
	}

	function moveUp({turn, index}: RowPosition, rowCount: number): RowPosition {
		let remaining = rowCount;
		for (let current = turn, above = index; current >= 0; ) {
			if (remaining <= above) {
				return {turn: current, index: above - remaining};
			}
			remaining -= above + 1;
			current--;
			above = current < 0 ? 0 : rowsOf(current).length - 1;
		}
		return {turn: 0, index: 0};
	}

	function placeAt(position: RowPosition): ReadingPlace {
		const row = rowAt(position);
		return row === undefined ? layout.start() : placeOfRow(row);
	}

	function turnAtTime(timeMs: number): number {
		return Math.max(0, firstIndex(turns, turn => turn.startMs > timeMs) - 1);
	}

	const layout: TranscriptLayout = {
		rowsFrom(place, height) {
			const rows: TranscriptRow[] = [];
			let {turn, index} = positionOf(place);
			while (rows.length < height && turn <= lastTurn) {
				rows.push(...rowsOf(turn).slice(index, index + height - rows.length));
				turn++;
				index = 0;
			}
			return rows;
		},
		move(place, deltaRows) {
			const rowCount = Math.trunc(deltaRows);
			if (rowCount === 0) {
				return place;
			}
			if (!Number.isFinite(rowCount)) {
				return rowCount < 0 ? layout.start() : layout.end(1);
			}
			const position = positionOf(place);
			return placeAt(rowCount < 0 ? moveUp(position, -rowCount) : moveDown(position, rowCount));
		},
		start() {
			return {kind: 'speaker', turn: 0};
		},
		end(height) {
			const last = positionOf({kind: 'gap', turn: Math.max(0, lastTurn)});
			return placeAt(moveUp(last, Math.max(0, Math.trunc(height) - 1)));
		},
		clamp(place, height) {
			const end = layout.end(height);
			return comparePlaces(place, end) > 0 ? end : place;
		},
		placeAtTime(timeMs) {
			const index = turnAtTime(timeMs);
			const turn = turns[index];
			const offset = turn === undefined ? 0 : offsetAtTime(turn, timeMs);
			return offset === 0 ? {kind: 'speaker', turn: index} : {kind: 'text', turn: index, offset};
		},
		timeAt(place) {
			const turn = turns[Math.min(Math.max(place.turn, 0), lastTurn)];
			return turn === undefined ? 0 : timeInTurn(turn, place);
		},
		placeOfTurn(turn) {
			return {
				kind: 'speaker',
				turn: Math.min(Math.max(Math.trunc(turn), 0), Math.max(0, lastTurn)),
			};
		},
	};
	return layout;
}

type RowPosition = {
	readonly turn: number;
	/** Index into the turn's rows. */
	readonly index: number;
};

function timeInTurn(turn: Turn, place: ReadingPlace): number {
	switch (place.kind) {
		case 'speaker':
			return turn.startMs;
		case 'text':
			return timeAtOffset(turn, place.offset);
		case 'gap':
			return turn.endMs;
	}
}
