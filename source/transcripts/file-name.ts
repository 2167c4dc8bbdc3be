import {safeText} from '../safe-text.ts';

export type FileNameOptions = {
	/** UTF-8 bytes of the whole name with its extension. Every file system takes 255. */
	readonly maxBytes?: number;
	/** Kept whole behind the name, without its dot: `txt`. */
	readonly extension?: string;
	/** What a text that leaves nothing behind is called. */
	readonly fallback?: string;
};

// Leaves room in 255 bytes for a number, and for the suffix of the file that is written first.
export const defaultMaxBytes = 200;

// What separates folders somewhere, and what looks as if it did.
const separators =
	/[/\\|:\u2044\u2215\u2216\u2236\u2571\u2572\u29F5\u29F8\u29F9\uA789\uFE68\uFF0F\uFF3C]+/gu;
// What Windows does not take, apart from those.
const forbidden = /[<>*?"]/gu;
// Invisible characters. Joiners and emoji presentation stay: scripts and emoji need them.
const invisible = /(?!\u200C|\u200D|\uFE0E|\uFE0F)\p{Default_Ignorable_Code_Point}/gu;
// Windows takes `REPORT~1` for the short name of another file.
const shortName = /~(?=\d)/gu;
const visible = /[\p{Letter}\p{Number}\p{Punctuation}\p{Symbol}]/u;
// Device names on Windows, with any extension.
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³])(?= *(?:\.|$))/i;

const encoder = new TextEncoder();
const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/**
 * A name that every platform takes for one file in the folder that it is put in, made of any text:
 * no separators or what looks like them, no dot names or device names, no invisible or
 * direction-changing characters, no dots or spaces at its ends, no longer than `maxBytes`.
 */
export function safeFileName(
	text: string,
	{maxBytes = defaultMaxBytes, extension = '', fallback = 'untitled'}: FileNameOptions = {},
): string {
	const suffix = extension === '' ? '' : `.${cleanName(extension)}`;
	const budget = maxBytes - byteLength(suffix);
	const clean = cleanName(text.normalize('NFC'));
	const stem = avoidReserved(trimEnds(cutToBytes(clean, budget)), budget);
	return `${visible.test(stem) ? stem : fallback}${suffix}`;
}

/** The same name with a number behind it, for when there is a file of that name: `talk (2).txt`. */
export function numberedFileName(
	text: string,
	number: number,
	options: FileNameOptions = {},
): string {
	const ending = ` (${number})`;
	const {maxBytes = defaultMaxBytes, extension = ''} = options;
	const stem = safeFileName(text, {
		...options,
		extension: '',
		maxBytes: maxBytes - byteLength(ending) - (extension === '' ? 0 : byteLength(extension) + 1),
	});
	return safeFileName(stem + ending, options);
}

/** The start of the text that fits into so many UTF-8 bytes, without half a character at its end. */
export function cutToBytes(text: string, maxBytes: number): string {
	if (byteLength(text) <= maxBytes) {
		return text;
	}
	let bytes = 0;
	for (const {segment, index} of segmenter.segment(text)) {
		bytes += byteLength(segment);
		if (bytes > maxBytes) {
			return text.slice(0, index);
		}
	}
	return text;
}

export function byteLength(text: string): number {
	return encoder.encode(text).length;
}

function cleanName(text: string): string {
	const oneLine = safeText(text)
		.replace(/\s*:\s+/gu, ' - ')
		.replace(separators, '-')
		.replace(forbidden, '')
		.replace(shortName, '-')
		.replace(invisible, '');
	return trimEnds(oneLine.replace(/\s+/gu, ' '));
}

/** Dots at the start hide a file, hyphens make it an option, a tilde is a home folder; Windows drops dots and spaces at the end. */
function trimEnds(name: string): string {
	return name.replace(/^[.\s~-]+/u, '').replace(/[.\s]+$/u, '');
}

function avoidReserved(stem: string, budget: number): string {
	if (!reserved.test(stem)) {
		return stem;
	}
	return trimEnds(cutToBytes(stem, budget - 1)).replace(reserved, '$&_');
}
