/** Code-unit offsets of a part of a text. */
export type TextRange = {readonly start: number; readonly end: number};

const segmenter = new Intl.Segmenter(undefined, {granularity: 'sentence'});

// A full stop behind these does not end a sentence, nor does one behind an initial.
const abbreviation =
	/(?:^|[\s("'“‘])(?:\p{Lu}|Dr|Mr|Mrs|Ms|Prof|St|Sr|Jr|No|vs|cf|approx|e\.g|i\.e|z\.\s?B|d\.\s?h|p\.\s?ex)\.\s*$/u;

/** Where the sentences of a text begin and end, without the spaces between them. */
export function splitSentences(text: string): readonly TextRange[] {
	const sentences: TextRange[] = [];
	let start = 0;
	for (const {segment, index} of segmenter.segment(text)) {
		const end = index + segment.length;
		const isLast = end === text.length;
		if (!isLast && abbreviation.test(segment.slice(-20))) {
			continue;
		}
		const trimmedEnd = index + segment.trimEnd().length;
		if (trimmedEnd > start) {
			sentences.push({start, end: trimmedEnd});
		}
		start = end;
	}
	return sentences;
}
