import type {Language} from '../world/meeting.ts';
import type {Random} from '../world/random.ts';

/** One word as it was said. Milliseconds from the start of the recording. */
export type SpokenWord = {
	readonly text: string;
	readonly startMs: number;
	readonly endMs: number;
	/** How clearly it was said, from 0 to 1. */
	readonly clarity: number;
};

const japaneseSegmenter = new Intl.Segmenter('ja', {granularity: 'word'});

/** Times for the words of a sentence or several, at about 155 words a minute. */
export function pronounce(
	text: string,
	language: Language,
	startMs: number,
	random: Random,
): readonly SpokenWord[] {
	const perLetter = language === 'ja' ? 124 : 46;
	let nowMs = startMs;
	return splitWords(text, language).map(word => {
		const length = Math.round(
			80 + Math.min(word.length, 14) * perLetter * (0.8 + random.next() * 0.4),
		);
		const spoken = {
			text: word,
			startMs: nowMs,
			endMs: nowMs + length,
			clarity: chooseClarity(word, random),
		};
		nowMs = spoken.endMs + pauseAfter(word, random);
		return spoken;
	});
}

function splitWords(text: string, language: Language): readonly string[] {
	if (language !== 'ja') {
		return text.split(' ').filter(word => word !== '');
	}
	const words: string[] = [];
	for (const {segment, isWordLike} of japaneseSegmenter.segment(text)) {
		// Punctuation belongs to the word before it, as in every other language.
		if (isWordLike === true || words.length === 0) {
			words.push(segment);
		} else {
			words.push(`${words.pop()}${segment}`);
		}
	}
	return words;
}

function pauseAfter(word: string, random: Random): number {
	if (/[.?!。？！]$/.test(word)) {
		return random.integer(260, 760);
	}
	return /[,;:、–]$/.test(word) ? random.integer(90, 260) : random.integer(10, 60);
}

function chooseClarity(word: string, random: Random): number {
	const isRare = word.length > 9 || /[^\p{ASCII}]/u.test(word);
	if (random.chance(isRare ? 0.16 : 0.03)) {
		return 0.38 + random.next() * 0.45;
	}
	return 0.93 + random.next() * 0.0699;
}
