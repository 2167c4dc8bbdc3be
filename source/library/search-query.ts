import {foldText} from '../transcripts/fold-text.ts';

/** What is looked for in everything that was said. */
export type SearchQuery = {
	/** Words that must all occur, "a phrase" in quotes, beginnings (`budg*`), and `speaker:ada`. */
	readonly text: string;
	/** Whose words; as `speaker:` in the text. */
	readonly speaker?: string | undefined;
	/** First and last day of the meetings, `YYYY-MM-DD` in the person's own time zone. */
	readonly from?: string | undefined;
	readonly to?: string | undefined;
	/** The last word is still being typed: whatever begins like it is found. */
	readonly isUnfinished?: boolean;
};

type TypedTerm = {
	readonly kind: 'word' | 'beginning' | 'phrase' | 'speaker';
	readonly text: string;
	/** Nothing stands behind it. */
	readonly isLast: boolean;
};

function* readTerms(typed: string): Generator<TypedTerm, void, void> {
	for (const match of typed.matchAll(/(speaker:)?(?:"([^"]*)"?|([^\s"]+))/giu)) {
		const [whole, prefix, phrase, word = ''] = match;
		const isLast = match.index + whole.length === typed.length;
		if (prefix !== undefined) {
			yield {kind: 'speaker', text: phrase ?? word, isLast};
		} else if (phrase !== undefined) {
			yield {kind: 'phrase', text: phrase, isLast};
		} else {
			const text = word.replace(/\*+$/, '');
			yield {kind: text === word ? 'word' : 'beginning', text, isLast};
		}
	}
}

/** What was said, without who; only what has a letter or a digit in it can be found. */
function spokenTerms(typed: string): readonly TypedTerm[] {
	return [...readTerms(typed)].filter(
		({kind, text}) => kind !== 'speaker' && /[\p{L}\p{N}]/u.test(text),
	);
}

/**
 * What a person typed as a query of SQLite's. Nothing of it can be taken for an operator. Undefined
 * when there is nothing to look for.
 */
export function toFullTextQuery({
	text: typed,
	isUnfinished = false,
}: Pick<SearchQuery, 'text' | 'isUnfinished'>): string | undefined {
	const terms = spokenTerms(typed).map(({kind, text, isLast}) => {
		const isBeginning = kind === 'beginning' || (kind === 'word' && isLast && isUnfinished);
		return `"${text.replaceAll('"', '""').replaceAll('\0', '')}"${isBeginning ? '*' : ''}`;
	});
	return terms.length === 0 ? undefined : terms.join(' ');
}

// Scripts without spaces between words: for SQLite's index a whole clause of them is one word.
const unspaced =
	/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** What has to be looked for letter by letter, all of it; undefined where the index will do. */
export function toScannedWords(typed: string): readonly string[] | undefined {
	const words = spokenTerms(typed).map(({text}) => text);
	return words.some(word => unspaced.test(word)) ? words : undefined;
}

/** Everybody whose words are wanted; empty for anybody's. */
function wantedSpeakers({text, speaker}: SearchQuery): readonly string[] {
	const typed = [...readTerms(text)].flatMap(term => (term.kind === 'speaker' ? [term.text] : []));
	return [...typed, speaker ?? ''].map(fold).filter(wanted => wanted !== '');
}

/**
 * Tells by a speaker's label and name whether their words are wanted; undefined when everybody's are.
 * A part of a name will do; a label has to be the whole one: `A`, or `speaker A`.
 */
export function speakerTest(
	query: SearchQuery,
): ((speaker: {readonly label: string; readonly name: string | undefined}) => boolean) | undefined {
	const wanted = wantedSpeakers(query);
	if (wanted.length === 0) {
		return undefined;
	}

	return ({label, name}) =>
		wanted.some(
			one =>
				fold(name ?? '').includes(one) || fold(label) === one || `speaker ${fold(label)}` === one,
		);
}

function fold(text: string): string {
	return foldText(text.trim(), {ignoreCase: true});
}

/** The first and the first no longer wanted moment of days of a person's own calendar, ISO 8601. */
export function toMoments({from, to}: Pick<SearchQuery, 'from' | 'to'>): {
	readonly since: string | undefined;
	readonly before: string | undefined;
} {
	const startOf = (day: string, plus: number) => {
		const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
		return new Date(year, month - 1, date + plus).toISOString();
	};
	return {
		since: from === undefined ? undefined : startOf(from, 0),
		before: to === undefined ? undefined : startOf(to, 1),
	};
}
