import {type SafeText, safeText} from '../safe-text.ts';
import type {Turn, Word} from '../transcripts/transcript.ts';

/** More than this and a turn becomes a wall of text. */
const mostWords = 120;

const sentenceEnd = /[.!?…。！？｡؟۔।][)\]"'’”»」』）]*$/;
const clauseEnd = /[,;:،、，；：—–][)\]"'’”»」』）]*$/;

/** Parts a long turn so that it can be read: at sentence ends as far as there are any. */
export function toReadableTurns(turn: Turn): readonly Turn[] {
	const breaks = findTurnBreaks(turn.words);
	if (breaks.length === 0) {
		return [turn];
	}
	const texts = partText(turn, breaks);
	const firsts = [0, ...breaks];
	return firsts.map((first, index): Turn => {
		const next = firsts[index + 1];
		const words = turn.words.slice(first, next);
		const startMs = words[0]?.startMs ?? turn.startMs;
		return {
			speaker: turn.speaker,
			startMs: index === 0 ? turn.startMs : startMs,
			endMs: next === undefined ? Math.max(startMs, turn.endMs) : lastEnd(words, startMs),
			text: texts[index] ?? joinWords(words),
			words,
		};
	});
}

export function joinWords(words: readonly Word[]): SafeText {
	return safeText(words.map(({text}) => text).join(' '));
}

export function lastEnd(words: readonly Word[], leastMs: number): number {
	return words.reduce((last, {endMs}) => Math.max(last, endMs), leastMs);
}

/**
 * Where to part a run of words into parts of much the same length.
 *
 * @returns The index of each part's first word, but for the first part's, in order.
 */
export function findTurnBreaks(words: readonly Word[]): readonly number[] {
	const breaks: number[] = [];
	let first = 0;
	while (words.length - first > mostWords) {
		const rest = words.length - first;
		const wanted = Math.round(rest / Math.ceil(rest / mostWords));
		first =
			findNearest(words, first, wanted, sentenceEnd) ??
			findNearest(words, first, wanted, clauseEnd) ??
			first + wanted;
		breaks.push(first);
	}
	return breaks;
}

/** The start of the word after the nearest one that ends so, within reach of the wanted place. */
function findNearest(
	words: readonly Word[],
	first: number,
	wanted: number,
	ending: RegExp,
): number | undefined {
	const endsAt = (length: number) => {
		const last = words[first + length - 1];
		return length <= mostWords && last !== undefined && ending.test(last.text);
	};
	for (let distance = 0; distance <= wanted / 2; distance++) {
		if (endsAt(wanted - distance)) {
			return first + wanted - distance;
		}
		if (endsAt(wanted + distance)) {
			return first + wanted + distance;
		}
	}
	return undefined;
}

/**
 * The turn's own text in parts. Its words need not be parted by spaces, so each break is looked up in
 * it; undefined from where that does not succeed.
 */
function partText(
	{text, words}: Turn,
	breaks: readonly number[],
): readonly (SafeText | undefined)[] {
	const places = findWordPlaces(text, words, breaks);
	return [0, ...places].map((place, index, all) => {
		const next = index + 1 === all.length ? text.length : all[index + 1];
		return place === undefined || next === undefined
			? undefined
			: safeText(text.slice(place, next));
	});
}

/** How far a word may be from where it is expected: white space, a mark that belongs to no word. */
const reach = 40;

function findWordPlaces(
	text: string,
	words: readonly Word[],
	wanted: readonly number[],
): readonly (number | undefined)[] {
	const places: (number | undefined)[] = [];
	let position = 0;
	words.forEach((word, index) => {
		const place = findNear(text, word.text, position);
		position = place === undefined ? position : place + word.text.length;
		if (index === wanted[places.length]) {
			places.push(place);
		}
	});
	return places;
}

function findNear(text: string, word: string, position: number): number | undefined {
	if (text.startsWith(word, position)) {
		return position;
	}
	if (text.startsWith(word, position + 1)) {
		return position + 1;
	}
	const place = text.slice(position, position + reach + word.length).indexOf(word);
	return place === -1 ? undefined : position + place;
}
