import type {FindHit} from '../../transcripts/find.ts';

export type MarkedPart = {
	readonly text: string;
	/** Code units from the start of the turn's text. */
	readonly start: number;
	readonly mark: 'none' | 'hit' | 'current';
};

/**
 * A row's text cut where hits begin and end. `hits` are in order and do not overlap; one that began
 * on the row above, or goes on below, is marked as far as it is on this one.
 */
export function markRow(
	row: {readonly turn: number; readonly start: number; readonly text: string},
	hits: readonly FindHit[],
	current: FindHit | undefined,
): readonly MarkedPart[] {
	const parts: MarkedPart[] = [];
	const rowEnd = row.start + row.text.length;
	let position = row.start;

	function add(end: number, mark: MarkedPart['mark']): void {
		if (end > position) {
			const text = row.text.slice(position - row.start, end - row.start);
			parts.push({text, start: position, mark});
			position = end;
		}
	}

	for (const hit of hits) {
		const isCurrent = current?.turn === row.turn && current.start === hit.start;
		add(Math.min(rowEnd, Math.max(position, hit.start)), 'none');
		add(Math.min(rowEnd, hit.end), isCurrent ? 'current' : 'hit');
	}

	add(rowEnd, 'none');
	return parts;
}
