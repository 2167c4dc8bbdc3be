import stringWidth from 'string-width';

/** Told of every grapheme cluster in turn: its code-unit range and its width in terminal cells. */
export type ClusterVisitor = (start: number, end: number, width: number) => void;

// Ranges of code points that are a cluster by themselves whenever their neighbours are from these
// ranges too, and whose width never depends on what stands beside them: [first, last, cells].
const plainRanges: ReadonlyArray<readonly [number, number, number]> = [
	[0x20, 0x7e, 1],
	[0xa1, 0xac, 1], // Latin-1 without the soft hyphen
	[0xae, 0x02ff, 1],
	[0x0370, 0x0482, 1], // Greek, Cyrillic up to its combining marks
	[0x048a, 0x052f, 1],
	[0x05d0, 0x05ea, 1], // Hebrew letters
	[0x0620, 0x064a, 1], // Arabic letters
	[0x1e00, 0x1fff, 1], // Vietnamese and polytonic Greek
	[0x2010, 0x2027, 1], // dashes and quotation marks
	[0x20a0, 0x20bf, 1], // currencies
	[0x3001, 0x3029, 2], // CJK punctuation up to its tone marks
	[0x3041, 0x3096, 2], // Hiragana
	[0x309b, 0x30ff, 2], // Katakana
	[0x3400, 0x4dbf, 2],
	[0x4e00, 0x9fff, 2],
	[0xac00, 0xd7a3, 2], // Hangul syllables
	[0xff01, 0xff60, 2],
];

const complex = 0;
const plainWidths = new Uint8Array(0x1_0000);
for (const [first, last, width] of plainRanges) {
	plainWidths.fill(width, first, last + 1);
}

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

// Natural text repeats its clusters; the limit keeps hostile text from filling the memory.
const maximumCachedWidths = 20_000;
const cachedWidths = new Map<string, number>();

function widthOfCluster(cluster: string): number {
	const cached = cachedWidths.get(cluster);
	if (cached !== undefined) {
		return cached;
	}
	const width = stringWidth(cluster);
	if (cachedWidths.size >= maximumCachedWidths) {
		cachedWidths.clear();
	}
	if (cluster.length <= 16) {
		cachedWidths.set(cluster, width);
	}
	return width;
}

function plainWidthAt(text: string, index: number): number {
	return plainWidths[text.charCodeAt(index)] ?? complex;
}

/** The first index after `start` that stands between two plain characters: never inside a cluster. */
function endOfComplexRun(text: string, start: number): number {
	let index = start + 1;
	while (
		index < text.length &&
		(plainWidthAt(text, index - 1) === complex || plainWidthAt(text, index) === complex)
	) {
		index++;
	}
	return index;
}

/**
 * Visits the grapheme clusters of `text` from left to right, as `Intl.Segmenter` cuts them, with
 * the widths that `string-width` (and so Ink) gives them. Linear in the length of the text.
 */
export function forEachCluster(text: string, visit: ClusterVisitor): void {
	let index = 0;
	while (index < text.length) {
		const width = plainWidthAt(text, index);
		const next = index + 1;
		if (width !== complex && (next >= text.length || plainWidthAt(text, next) !== complex)) {
			visit(index, next, width);
			index = next;
			continue;
		}
		const end = endOfComplexRun(text, index);
		for (const {segment, index: offset} of segmenter.segment(text.slice(index, end))) {
			const start = index + offset;
			visit(start, start + segment.length, widthOfCluster(segment));
		}
		index = end;
	}
}

/**
 * The same, but a cluster wider than `maxCells` (a letter under a hundred spacing marks) is visited
 * code point by code point: it has to be cut somewhere.
 */
export function forEachPart(text: string, maxCells: number, visit: ClusterVisitor): void {
	forEachCluster(text, (start, end, width) => {
		if (width <= maxCells) {
			visit(start, end, width);
			return;
		}
		let offset = start;
		for (const character of text.slice(start, end)) {
			visit(offset, offset + character.length, widthOfCluster(character));
			offset += character.length;
		}
	});
}

/** Whether every character is printable ASCII: one cluster, one code unit and one cell each. */
export function isPrintableAscii(text: string): boolean {
	return /^[\u0020-\u007E]*$/.test(text);
}
