import {safeText} from '../safe-text.ts';
import {matchTokens} from './match-tokens.ts';
import type {Turn, Word} from './transcript.ts';
import {type WordPosition, wordPositions} from './word-positions.ts';

/** A word that is there before and after, and where it stands after. */
type KeptWord = {
	/** Index into the positions of the words that were heard. */
	readonly position: number;
	readonly start: number;
	readonly end: number;
};

/**
 * The words of a corrected text, with times: what was left as it was heard keeps its times and its
 * confidence; what took the place of other words takes their time; what is new fits in between, as if
 * its letters were spoken evenly. Empty for a turn whose words are not known.
 *
 * Every character of the text but the spaces belongs to one word. No word begins before the one before
 * it, as far as those that were heard do not.
 */
export function alignWords(heard: Turn, text: string): readonly Word[] {
	if (heard.words.length === 0) {
		return [];
	}
	const positions = wordPositions(heard);
	const kept = findKeptWords(heard.text, text, positions);
	const words: Word[] = [];
	let [position, offset] = [0, 0];
	for (const next of [...kept, undefined]) {
		const gap = text.slice(offset, next?.start);
		const dropped = positions.slice(position, next?.position);
		words.push(...fillGap(heard, gap, {dropped, before: words.at(-1), next, positions}));
		const word = next === undefined ? undefined : wordAt(heard, positions[next.position]);
		if (next !== undefined && word !== undefined) {
			words.push(word);
			[position, offset] = [next.position + 1, next.end];
		}
	}
	return words;
}

function wordAt({words}: Turn, position: WordPosition | undefined): Word | undefined {
	return position === undefined ? undefined : words[position.word];
}

/** The words whose every token is still there, parted from its neighbours as it was. */
function findKeptWords(
	before: string,
	after: string,
	positions: readonly WordPosition[],
): readonly KeptWord[] {
	const matches = matchTokens(before, after);
	const kept: KeptWord[] = [];
	let first = 0;
	for (const [position, {start, end}] of positions.entries()) {
		while ((matches[first]?.end ?? Number.POSITIVE_INFINITY) <= start) {
			first++;
		}
		const shift = matches[first]?.shift;
		let [next, covered] = [first, start];
		for (
			let match = matches[next];
			match !== undefined && match.start <= covered && match.shift === shift && covered < end;
			match = matches[next]
		) {
			covered = match.end;
			next++;
		}
		if (shift !== undefined && covered >= end) {
			const moved = {position, start: start + shift, end: end + shift};
			if (
				isEdge(before, start) === isEdge(after, moved.start) &&
				isEdge(before, end) === isEdge(after, moved.end)
			) {
				kept.push(moved);
			}
		}
	}
	return kept;
}

/** Whether a word may begin or end there: at an end of the text, or beside a space. */
function isEdge(text: string, offset: number): boolean {
	const [left = ' ', right = ' '] = [text[offset - 1], text[offset]];
	return left === ' ' || right === ' ';
}

type Gap = {
	/** The words that were heard there. */
	readonly dropped: readonly WordPosition[];
	/** The word before the gap. */
	readonly before: Word | undefined;
	/** The word behind it. */
	readonly next: KeptWord | undefined;
	readonly positions: readonly WordPosition[];
};

function fillGap(heard: Turn, text: string, {dropped, before, next, positions}: Gap): Word[] {
	const pieces = text.split(/\s+/u).filter(piece => piece !== '');
	const latestMs = positions[next?.position ?? positions.length]?.startMs ?? Infinity;
	const earliestMs = before?.startMs ?? -Infinity;
	const within = (timeMs: number) => Math.min(Math.max(timeMs, earliestMs), latestMs);
	if (pieces.length === dropped.length) {
		return pieces.map((piece, index) => {
			const startMs = within(dropped[index]?.startMs ?? 0);
			return newWord(piece, startMs, Math.max(startMs, dropped[index]?.endMs ?? 0));
		});
	}
	const fromMs = within(dropped[0]?.startMs ?? before?.endMs ?? heard.startMs);
	const untilMs = Math.max(
		fromMs,
		Math.min(dropped.at(-1)?.endMs ?? (next === undefined ? heard.endMs : latestMs), latestMs),
	);
	const letters = pieces.reduce((sum, piece) => sum + piece.length, 0);
	let said = 0;
	return pieces.map(piece => {
		const timeOf = (count: number) => Math.round(fromMs + (count / letters) * (untilMs - fromMs));
		const word = newWord(piece, timeOf(said), timeOf(said + piece.length));
		said += piece.length;
		return word;
	});
}

/** What a person has typed is not doubted. */
function newWord(text: string, startMs: number, endMs: number): Word {
	return {text: safeText(text), startMs, endMs, confidence: undefined};
}
