import {type SafeText, safeText} from '../safe-text.ts';
import {nameInText, namesInTexts} from './spoken-names.ts';
import {joinLines, type ParsedCue} from './subtitle-cues.ts';
import type {Transcript, Turn, Word} from './transcript.ts';

type SpokenCue = ParsedCue & {readonly speaker: SafeText | undefined};

// A turn of one speaker becomes paragraphs: at a pause, or at the end of a sentence when it is long.
const paragraphPauseMs = 4000;
const paragraphLength = 600;
/** Where nothing ends a sentence, as in captions that a machine made. */
const longestParagraph = 2400;

/**
 * What the cues of a subtitle file say, as a transcript. The speaker of a cue is the name before its
 * words ("Ada: So …") or in its voice tag; a cue without one goes on with the speaker before it.
 * Words get their times from the cue they are in.
 */
export function transcriptOfCues(
	cues: readonly ParsedCue[],
	source: Transcript['source'],
): Transcript {
	const turns = joinCues(withSpeakers(cues));
	return {
		source,
		turns,
		durationMs: turns.reduce((latest, {endMs}) => Math.max(latest, endMs), 0),
		language: undefined,
		model: undefined,
		speakerNames: new Map(),
	};
}

function withSpeakers(cues: readonly ParsedCue[]): readonly SpokenCue[] {
	// A file with voice tags has its names there: "Note: …" in it is nobody's.
	const hasVoices = cues.some(({voice}) => voice !== undefined);
	const names = namesInTexts(hasVoices ? [] : cues.map(({text}) => text));
	let speaker: SafeText | undefined;
	return cues.map(cue => {
		const named = cue.voice === undefined ? nameInText(cue.text, names) : undefined;
		speaker = cue.voice ?? named?.name ?? speaker;
		return {...cue, speaker, text: named?.rest ?? cue.text};
	});
}

function joinCues(cues: readonly SpokenCue[]): readonly Turn[] {
	const turns: SpokenCue[][] = [];
	let length = 0;
	for (const cue of cues) {
		const turn = turns.at(-1);
		const previous = turn?.at(-1);
		if (turn !== undefined && previous !== undefined && goesOn(previous, cue, length)) {
			turn.push(cue);
			length += cue.text.length;
		} else {
			turns.push([cue]);
			length = cue.text.length;
		}
	}
	return turns.map(toTurn);
}

function goesOn(previous: SpokenCue, next: SpokenCue, length: number): boolean {
	const isLong =
		length >= longestParagraph ||
		(length >= paragraphLength && /[.!?。！？]$/u.test(previous.text));
	return (
		previous.speaker === next.speaker && next.startMs - previous.endMs < paragraphPauseMs && !isLong
	);
}

function toTurn(cues: readonly SpokenCue[]): Turn {
	const [first] = cues;
	return {
		speaker: first?.speaker,
		startMs: first?.startMs ?? 0,
		endMs: cues.reduce((latest, {endMs}) => Math.max(latest, endMs), 0),
		text: joinLines(cues.map(({text}) => text)),
		words: cues.flatMap(wordsOfCue),
	};
}

/** Words take the cue's time by their length. */
function wordsOfCue({startMs, endMs, text}: SpokenCue): readonly Word[] {
	const words: Word[] = [];
	const msPerCharacter = (endMs - startMs) / text.length;
	let offset = 0;
	for (const word of text.split(' ')) {
		words.push({
			text: safeText(word),
			startMs: Math.round(startMs + offset * msPerCharacter),
			endMs: Math.round(startMs + (offset + word.length) * msPerCharacter),
			confidence: undefined,
		});
		offset += word.length + 1;
	}
	return words;
}
