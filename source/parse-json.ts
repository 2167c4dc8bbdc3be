import {getHeapStatistics} from 'node:v8';

/** It is JSON perhaps, and would take more memory or time than any honest text of its kind. */
export class JsonTooLarge extends Error {
	override readonly name = 'JsonTooLarge';
}

export type JsonLimits = {
	/** The most values there may be: members, items, and the whole itself. */
	readonly mostValues: number;
	/** A text no longer than this, in UTF-16 units, is not counted; 0 where it is left out. */
	readonly uncountedLength?: number;
};

/** Zoom's 300 meetings of ten files each are a tenth of it; half a gigabyte if each were wrong. */
const usualLimits: JsonLimits = {mostValues: 500_000};

/**
 * For what holds the words of a recording: a hundred hours with every word twice are 13 million values.
 * On small computers less, so that the worst of them, at about a hundred bytes for each value, is never
 * more than V8 allows itself: beyond that, it ends the program on the spot.
 */
export const wordLimits: JsonLimits = {
	mostValues: Math.min(16_000_000, Math.floor(getHeapStatistics().heap_size_limit / 128)),
};

/**
 * The same for what was counted when it came, and kept: again only where it would end the program, should
 * another one have written it. Sixteen megabytes of brackets take 650 MB and six seconds, at the worst.
 */
export const keptWordLimits: JsonLimits = {...wordLimits, uncountedLength: 16 * 2 ** 20};

/** Lists and objects cost V8 about four times as much as what stands in them. */
const valuesForEachContainer = 4;
const deepest = 100;
/** From some millions of names on, V8 takes minutes for an object. */
const mostNames = 100_000;

// Codes of UTF-16: compared as strings, they would take three times as long.
const quotationMark = 0x22;
const comma = 0x2c;
const openingBracket = 0x5b;
const backslash = 0x5c;
const closingBracket = 0x5d;
const openingBrace = 0x7b;
const closingBrace = 0x7d;

/**
 * What a text of somebody else's holds, as `JSON.parse` reads it, with limits to how much that is:
 * 256 megabytes of brackets would take more memory than V8 has.
 *
 * @throws {SyntaxError} when it is no JSON.
 * @throws {JsonTooLarge} when it goes beyond a limit, before anything is made of it.
 */
export function parseJson(text: string, limits: JsonLimits = usualLimits): unknown {
	if (text.length > (limits.uncountedLength ?? 0)) {
		rejectLarge(text, limits);
	}
	return JSON.parse(text);
}

/** Counts the signs between values. What is no JSON is counted somehow, and refused afterwards. */
function rejectLarge(text: string, {mostValues}: JsonLimits): void {
	/** How many names the object at each level has so far; a list has none, however long it is. */
	const names = new Float64Array(deepest + 1);
	let depth = 0;
	let values = 1;
	let containers = 0;
	for (let index = 0; index < text.length; index++) {
		const sign = text.charCodeAt(index);
		switch (sign) {
			case quotationMark:
				index = findEndOfString(text, index);
				continue;
			case comma:
				values++;
				names[depth] = (names[depth] ?? 0) + 1;
				break;
			case openingBracket:
			case openingBrace:
				values++;
				containers++;
				depth++;
				names[depth] = sign === openingBrace ? 1 : Number.NEGATIVE_INFINITY;
				break;
			case closingBracket:
			case closingBrace:
				depth = Math.max(0, depth - 1);
				continue;
			default:
				continue;
		}
		if (depth > deepest) {
			throw new JsonTooLarge(`more than ${deepest} levels`);
		}
		if ((names[depth] ?? 0) > mostNames) {
			throw new JsonTooLarge(`an object of more than ${mostNames} names`);
		}
		if (values > mostValues || containers * valuesForEachContainer > mostValues) {
			throw new JsonTooLarge(`more than ${mostValues} values`);
		}
	}
}

/** Where the quotation mark is that ends the string begun at `start`; the end of the text without one. */
function findEndOfString(text: string, start: number): number {
	let index = start + 1;
	while (index < text.length) {
		const sign = text.charCodeAt(index);
		if (sign === quotationMark) {
			return index;
		}
		index += sign === backslash ? 2 : 1;
	}
	return index;
}
