import type {SearchHit} from '../library/search.ts';
import {wrapText} from '../transcripts/wrap-text.ts';

/** A piece of a snippet on one row. */
export type ShownPart = {readonly text: string; readonly isMatch: boolean};

/** A snippet on rows of at most `width` cells, each cut into its parts. */
export function wrapSnippet(
	snippet: SearchHit['snippet'],
	width: number,
): ReadonlyArray<readonly ShownPart[]> {
	const whole = snippet.map(({text}) => text).join('');
	const starts = wrapText(whole, width);
	return starts.map((start, row) => partsBetween(snippet, start, starts[row + 1] ?? whole.length));
}

function partsBetween(
	snippet: SearchHit['snippet'],
	start: number,
	end: number,
): readonly ShownPart[] {
	const parts: ShownPart[] = [];
	let offset = 0;
	for (const {text, isMatch} of snippet) {
		const shown = text.slice(Math.max(0, start - offset), Math.max(0, end - offset));
		if (shown !== '') {
			parts.push({text: shown, isMatch});
		}

		offset += text.length;
	}

	return parts;
}
