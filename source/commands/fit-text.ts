import {forEachCluster} from '../transcripts/grapheme-widths.ts';

/** As much of a line as fits in so many terminal cells, with an ellipsis where it is cut off. */
export function fitText(text: string, cells: number): string {
	let width = 0;
	let keptEnd = 0;
	forEachCluster(text, (_start, end, clusterWidth) => {
		width += clusterWidth;
		if (width < cells) {
			keptEnd = end;
		}
	});
	return width <= cells ? text : `${text.slice(0, keptEnd).trimEnd()}…`;
}
