import {foldText} from './fold-text.ts';

/** Code-unit offsets of something found in a folded text. */
export type FoldedHit = readonly [start: number, end: number];

/** What to look for, ready to be looked for in folded text. */
export type FindQuery = {
	/** How the text is to be folded. */
	readonly ignoreCase: boolean;
	/** Every hit, in order, none empty. */
	hitsIn(folded: string): Iterable<FoldedHit>;
};

export type ParsedQuery =
	| {readonly kind: 'query'; readonly query: FindQuery}
	/** Nothing to look for. */
	| {readonly kind: 'empty'}
	/** Not a regular expression (yet). */
	| {readonly kind: 'invalid'; readonly reason: string};

/**
 * Makes a query of what was typed. Case matters if there is a capital letter in it; diacritics never
 * do.
 */
export function parseQuery(
	text: string,
	{isRegularExpression}: {readonly isRegularExpression: boolean},
): ParsedQuery {
	if (text.trim() === '') {
		return {kind: 'empty'};
	}
	return isRegularExpression ? parsePattern(text) : parseWords(text);
}

function parseWords(text: string): ParsedQuery {
	const ignoreCase = !hasCapital(text);
	const wanted = foldText(text.replace(/\s+/gu, ' '), {ignoreCase});
	// Nothing is left of a lone accent: it would be found everywhere.
	return wanted.trim() === ''
		? {kind: 'empty'}
		: {kind: 'query', query: {ignoreCase, hitsIn: folded => occurrences(folded, wanted)}};
}

function occurrences(folded: string, wanted: string): readonly FoldedHit[] {
	const hits: FoldedHit[] = [];
	let start = folded.indexOf(wanted);
	while (start >= 0) {
		const end = start + wanted.length;
		hits.push([start, end]);
		start = folded.indexOf(wanted, end);
	}
	return hits;
}

function parsePattern(text: string): ParsedQuery {
	// `\S` is no capital letter, but `\p{Lu}` asks for some.
	const ignoreCase = !hasCapital(text.replace(/\\./gu, ''));
	try {
		// Folded like the text, but for its case: `\S` is not `\s`.
		const pattern = new RegExp(foldText(text, {ignoreCase: false}), ignoreCase ? 'giu' : 'gu');
		const hitsIn = (folded: string) => matches(folded, pattern);
		return {kind: 'query', query: {ignoreCase: false, hitsIn}};
	} catch (error) {
		return {kind: 'invalid', reason: error instanceof Error ? error.message : String(error)};
	}
}

function matches(folded: string, pattern: RegExp): readonly FoldedHit[] {
	const hits: FoldedHit[] = [];
	for (const {0: match, index} of folded.matchAll(pattern)) {
		if (match !== '') {
			hits.push([index, index + match.length]);
		}
	}
	return hits;
}

function hasCapital(text: string): boolean {
	return /\p{Lu}/u.test(text);
}
