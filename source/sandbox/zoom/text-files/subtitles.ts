import {joinWords, type SpokenTurn} from '../../speech/speech.ts';
import type {SpokenWord} from '../../speech/words.ts';
import type {Language} from '../../world/meeting.ts';
import {formatTime, nameOnScreen} from './written.ts';

/** Zoom's own transcript: WebVTT, each cue with the speaker's name. */
export function writeTranscript(turns: readonly SpokenTurn[], language: Language): string {
	return writeCues(
		turns,
		(turn, words) => `${nameOnScreen(turn.speaker)}: ${joinWords(words, language)}`,
	);
}

/** The closed captions: the same without names. */
export function writeCaptions(turns: readonly SpokenTurn[], language: Language): string {
	return writeCues(turns, (_, words) => joinWords(words, language));
}

function writeCues(
	turns: readonly SpokenTurn[],
	write: (turn: SpokenTurn, words: readonly SpokenWord[]) => string,
): string {
	const cues = turns.flatMap(turn => splitSentences(turn.words).map(words => ({turn, words})));
	const lines = cues.map(({turn, words}, index) => {
		const start = formatTime(words[0]?.startMs ?? 0);
		const end = formatTime(words.at(-1)?.endMs ?? 0);
		return `${index + 1}\n${start} --> ${end}\n${write(turn, words)}\n`;
	});
	return ['WEBVTT\n', ...lines].join('\n');
}

/** A cue is a sentence, or two when they are short. */
function splitSentences(words: readonly SpokenWord[]): readonly (readonly SpokenWord[])[] {
	const cues: SpokenWord[][] = [[]];
	for (const word of words) {
		const cue = cues.at(-1) ?? [];
		cue.push(word);
		if (/[.?!。？！]$/.test(word.text) && cue.length > 3) {
			cues.push([]);
		}
	}
	return cues.filter(cue => cue.length > 0);
}
