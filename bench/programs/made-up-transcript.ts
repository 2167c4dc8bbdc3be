import {type SafeText, safeText} from '../../source/safe-text.ts';
import type {Transcript, Turn, Word} from '../../source/transcripts/transcript.ts';

const wordsPerHour = 9000;
const millisecondsPerWord = (60 * 60 * 1000) / wordsPerHour;
const vocabulary: readonly SafeText[] = (
	'the quarterly budget needs another look before we ship it to customers in spring ' +
	'and I would rather measure that twice than explain a wrong number später 会議 naïve'
)
	.split(' ')
	.map(safeText);

/** Numbers that look random and are the same each time (a linear congruential generator). */
function createNumbers(): (below: number) => number {
	let state = 1;
	return below => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

function makeWord(position: number, numberBelow: (below: number) => number): Word {
	const startMs = Math.round(position * millisecondsPerWord);
	return {
		text: vocabulary[numberBelow(vocabulary.length)] ?? safeText('well'),
		startMs,
		endMs: startMs + Math.round(millisecondsPerWord * 0.8),
		confidence: 0.9,
	};
}

/** A conversation of four, of so many hours, 9,000 words in each. */
export function makeTranscript(hours: number): Transcript {
	const numberBelow = createNumbers();
	const wordCount = hours * wordsPerHour;
	const turns: Turn[] = [];
	let position = 0;
	while (position < wordCount) {
		const length = Math.min(wordCount - position, 4 + numberBelow(90));
		const words: Word[] = [];
		for (let index = 0; index < length; index++) {
			words.push(makeWord(position + index, numberBelow));
		}

		position += length;
		turns.push({
			speaker: safeText('ABCD'.charAt(turns.length % 4)),
			startMs: words[0]?.startMs ?? 0,
			endMs: words.at(-1)?.endMs ?? 0,
			text: safeText(words.map(({text}) => text).join(' ')),
			words,
		});
	}

	return {
		source: 'assemblyai',
		turns,
		durationMs: hours * 60 * 60 * 1000,
		language: 'en',
		model: 'universal',
		speakerNames: new Map(),
	};
}
