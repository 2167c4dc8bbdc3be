import {type SafeText, safeText} from '../safe-text.ts';

/** A piece of what was said around a find. */
export type SnippetPart = {readonly text: SafeText; readonly isMatch: boolean};

const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

// Characters that no safe text holds.
const [matchStart, matchEnd] = ['\u0002', '\u0003'];

/** Characters before the first find, and of the whole: about as many as SQLite's snippets have. */
const [before, most] = [30, 120];

/** The surroundings of the first find, with marks around each one as SQLite's snippets have them. */
export function markWords(text: string, words: readonly string[]): string {
	const alternatives = words.map(word => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
	const found = new RegExp(alternatives, 'giu');
	const characters = Array.from(text);
	const first = Array.from(text.slice(0, Math.max(0, text.search(found)))).length;
	const start = Math.max(0, first - before);
	const piece = characters.slice(start, start + most).join('');
	const marked = piece.replace(found, word => `${matchStart}${word}${matchEnd}`);
	return `${start > 0 ? '…' : ''}${marked}${start + most < characters.length ? '…' : ''}`;
}

/** A marked snippet in its parts. What a reader sees as one character is in one of them. */
export function toParts(marked: string): readonly SnippetPart[] {
	const {text, matches} = readMarks(marked);
	const characters = graphemes.segment(text);
	const startOf = (offset: number) => characters.containing(offset)?.index ?? offset;
	const endOf = (offset: number) => {
		const character = characters.containing(offset);
		return character === undefined || character.index === offset
			? offset
			: character.index + character.segment.length;
	};
	const parts: SnippetPart[] = [];
	let done = 0;
	const add = (end: number, isMatch: boolean) => {
		if (end > done) {
			parts.push({text: keepSpaces(text.slice(done, end)), isMatch});
			done = end;
		}
	};
	for (const {start, end} of matches) {
		add(startOf(start), false);
		add(endOf(end), true);
	}

	add(text.length, false);
	return parts;
}

/** The text without its marks, and where they were in it. */
function readMarks(marked: string): {
	readonly text: string;
	readonly matches: readonly {readonly start: number; readonly end: number}[];
} {
	const matches: {start: number; end: number}[] = [];
	const [first = '', ...others] = marked.split(matchStart);
	let text = first;
	for (const piece of others) {
		const start = text.length;
		const [match = '', ...rest] = piece.split(matchEnd);
		text += match;
		matches.push({start, end: text.length});
		text += rest.join('');
	}

	return {text, matches};
}

/** Stored turns are safe already; only spaces at the edges of a piece have to stay. */
function keepSpaces(text: string): SafeText {
	const words = safeText(text.trim());
	const before = text.startsWith(' ') ? ' ' : '';
	const after = text.endsWith(' ') && words !== '' ? ' ' : '';
	// Joined from safe text and single spaces.
	return `${before}${words}${after}` as SafeText;
}
