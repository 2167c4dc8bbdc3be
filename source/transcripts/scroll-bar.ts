import type {Finds} from './find.ts';
import type {Transcript} from './transcript.ts';

/** One row of a scroll bar. */
export type ScrollBarCell = {
	/** Whether what is in view lies here. */
	readonly isInView: boolean;
	/** Whether something that was looked for lies here. */
	readonly hasFind: boolean;
};

export type ScrollBarView = {
	/** When the first and the last row in view are said, in milliseconds. */
	readonly startMs: number;
	readonly endMs: number;
	readonly finds: Finds | undefined;
};

/**
 * Where one is in the whole, by time like the percentage beside it: so it costs nothing, however long
 * the transcript is. `height` is in rows.
 */
export function scrollBar(
	{turns, durationMs}: Pick<Transcript, 'turns' | 'durationMs'>,
	{startMs, endMs, finds}: ScrollBarView,
	height: number,
): readonly ScrollBarCell[] {
	const rowOf = (timeMs: number) =>
		Math.min(height - 1, Math.floor((timeMs / Math.max(1, durationMs)) * height));
	const [top, bottom] = [rowOf(startMs), rowOf(endMs)];
	const found = new Set(finds?.turns.map(({turn}) => rowOf(turns[turn]?.startMs ?? 0)));
	return Array.from({length: height}, (_, row) => ({
		isInView: row >= top && row <= bottom,
		hasFind: found.has(row),
	}));
}
