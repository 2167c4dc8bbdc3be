import {forEachCluster, isPrintableAscii} from './grapheme-widths.ts';

// Accents, Hebrew points and Arabic vowel signs. Not the marks that make another letter of one, such
// as the vowels of Devanagari and Thai or the voicing marks of Kana.
const diacritics = new RegExp(
	[
		'[\\u0300-\\u036F]|[\\u1AB0-\\u1AFF]|[\\u1DC0-\\u1DFF]|[\\u20D0-\\u20FF]|[\\uFE20-\\uFE2F]',
		'[\\u0591-\\u05BD]|[\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7]',
		'[\\u0610-\\u061A]|[\\u064B-\\u065F]|\\u0670|[\\u06D6-\\u06DC]',
	].join('|'),
	'gu',
);

// Letters that no normalization takes apart, and punctuation that no keyboard has.
const plainForms: Readonly<Record<string, string>> = {
	ß: 'ss',
	ø: 'o',
	Ø: 'O',
	æ: 'ae',
	Æ: 'AE',
	œ: 'oe',
	Œ: 'OE',
	ł: 'l',
	Ł: 'L',
	đ: 'd',
	Đ: 'D',
	ı: 'i',
	ς: 'σ',
	'‘': "'",
	'’': "'",
	'“': '"',
	'”': '"',
	'‐': '-',
	'‑': '-',
	'–': '-',
	'—': '-',
};
const specialCharacters = new RegExp(`[${Object.keys(plainForms).join('')}]`, 'gu');

export type FoldOptions = {readonly ignoreCase: boolean};

/**
 * The text as it is compared when one searches: without diacritics and typographic variants and, if
 * asked for, without case. Folding a text is the same as folding its grapheme clusters one by one.
 */
export function foldText(text: string, {ignoreCase}: FoldOptions): string {
	if (isPrintableAscii(text)) {
		return ignoreCase ? text.toLowerCase() : text;
	}
	const decomposed = text.normalize('NFKD');
	return (ignoreCase ? decomposed.toLowerCase() : decomposed)
		.replace(diacritics, '')
		.normalize('NFC')
		.replace(specialCharacters, character => plainForms[character] ?? character);
}

// Natural text repeats its clusters; the limit keeps hostile text from filling the memory.
const maximumCachedLengths = 20_000;
const cachedLengths = {caseless: new Map<string, number>(), withCase: new Map<string, number>()};

function foldedLength(cluster: string, options: FoldOptions): number {
	const lengths = options.ignoreCase ? cachedLengths.caseless : cachedLengths.withCase;
	let length = lengths.get(cluster);
	if (length === undefined) {
		length = foldText(cluster, options).length;
		if (lengths.size >= maximumCachedLengths) {
			lengths.clear();
		}
		lengths.set(cluster, length);
	}
	return length;
}

/** From offsets in a folded text back to offsets in the text. */
export type FoldMap = {
	/** Where the cluster begins that the folded offset is in. */
	startAt(foldedOffset: number): number;
	/** Where the cluster ends that the folded character before the offset is in. */
	endAt(foldedOffset: number): number;
};

export function createFoldMap(text: string, options: FoldOptions): FoldMap {
	if (isPrintableAscii(text)) {
		return {startAt: offset => offset, endAt: offset => offset};
	}
	const starts: number[] = [];
	const ends: number[] = [];
	forEachCluster(text, (start, end) => {
		const length = foldedLength(text.slice(start, end), options);
		for (let index = 0; index < length; index++) {
			starts.push(start);
			ends.push(end);
		}
	});
	return {
		startAt: offset => starts[offset] ?? text.length,
		endAt: offset => ends[offset - 1] ?? 0,
	};
}
