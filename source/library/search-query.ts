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

const term = /(speaker:)?(?:"([^"]*)"?|([^\s"]+))/giu;

/**
 * What a person typed as a query of SQLite's. Nothing of it can be taken for an operator. Undefined
 * when there is nothing to look for.
 */
export function toFullTextQuery({
	text,
	isUnfinished = false,
}: Pick<SearchQuery, 'text' | 'isUnfinished'>): string | undefined {
	const terms: string[] = [];
	let lastIsWord = false;
	for (const [whole, prefix, phrase, word] of text.matchAll(term)) {
		const isSpeaker = prefix !== undefined;
		const typed = phrase ?? word ?? '';
		const isBeginning = phrase === undefined && typed.endsWith('*');
		const bare = isBeginning ? typed.replace(/\*+$/, '') : typed;
		if (!isSpeaker && /[\p{L}\p{N}]/u.test(bare)) {
			terms.push(`"${bare.replaceAll('"', '""').replaceAll('\0', '')}"${isBeginning ? '*' : ''}`);
			lastIsWord = phrase === undefined && !isBeginning && text.endsWith(whole);
		}
	}

	if (terms.length === 0) {
		return undefined;
	}

	return `${terms.join(' ')}${isUnfinished && lastIsWord ? '*' : ''}`;
}

/** Everybody whose words are wanted; empty for anybody's. */
function wantedSpeakers({text, speaker}: SearchQuery): readonly string[] {
	const typed = Array.from(text.matchAll(term), ([, prefix, phrase, word]) =>
		prefix === undefined ? '' : (phrase ?? word ?? ''),
	);
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
