import {type SafeText, safeText} from '../safe-text.ts';

/** A piece of what was said around a find. */
export type SnippetPart = {readonly text: SafeText; readonly isMatch: boolean};

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

/** A marked snippet in its parts. */
export function toParts(marked: string): readonly SnippetPart[] {
	const parts: SnippetPart[] = [];
	for (const piece of marked.split(matchStart)) {
		const end = piece.indexOf(matchEnd);
		if (end !== -1) {
			parts.push({text: keepSpaces(piece.slice(0, end)), isMatch: true});
		}

		const rest = piece.slice(end + 1);
		if (rest !== '') {
			parts.push({text: keepSpaces(rest), isMatch: false});
		}
	}

	return parts;
}

/** Stored turns are safe already; only spaces at the edges of a piece have to stay. */
function keepSpaces(text: string): SafeText {
	const words = safeText(text.trim());
	const before = text.startsWith(' ') ? ' ' : '';
	const after = text.endsWith(' ') && words !== '' ? ' ' : '';
	// Joined from safe text and single spaces.
	return `${before}${words}${after}` as SafeText;
}
