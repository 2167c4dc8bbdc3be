import {type SafeText, safeText} from '../safe-text.ts';
import {joinOutlines} from './outline.ts';
import type {Transcript, Turn, Word} from './transcript.ts';

/** The transcript of one of several recordings that belong together. */
export type TranscriptPart = {
	readonly transcript: Transcript;
	/** Where it begins in the whole, in milliseconds. */
	readonly offsetMs: number;
};

/**
 * Several transcripts as one, in order of time. Speaker letters mean something only within their own
 * part, so they get the part's number in front ("A" of the second part is "2A"); names stay names, the
 * same name everywhere the same speaker.
 */
export function joinTranscripts(parts: readonly TranscriptPart[]): Transcript {
	const [only] = parts;
	if (parts.length === 1 && only !== undefined && only.offsetMs === 0) {
		return only.transcript;
	}
	const transcripts = parts.map(({transcript}) => transcript);
	const isNumbered = parts.length > 1;
	return {
		source: only === undefined ? 'assemblyai' : only.transcript.source,
		turns: parts
			.flatMap((part, index) => toTurns(part, isNumbered ? index + 1 : undefined))
			.sort((a, b) => a.startMs - b.startMs),
		durationMs: parts.reduce(
			(latest, {transcript, offsetMs}) => Math.max(latest, offsetMs + transcript.durationMs),
			0,
		),
		language: common(transcripts.map(({language}) => language)),
		model: common(transcripts.map(({model}) => model)),
		outline: joinOutlines(
			parts.map(({transcript, offsetMs}) => ({outline: transcript.outline, offsetMs})),
		),
		identified: new Map(
			transcripts.flatMap((transcript, index) =>
				[...(transcript.identified ?? [])].map(([label, name]): [SafeText, SafeText] => [
					toLabel(transcript, label, isNumbered ? index + 1 : undefined),
					name,
				]),
			),
		),
		speakerNames: new Map(
			transcripts.flatMap((transcript, index) =>
				[...transcript.speakerNames].map(([label, name]): [string, SafeText] => [
					toLabel(transcript, safeText(label), isNumbered ? index + 1 : undefined),
					name,
				]),
			),
		),
	};
}

function toTurns(
	{transcript, offsetMs}: TranscriptPart,
	partNumber: number | undefined,
): readonly Turn[] {
	return transcript.turns.map(turn => ({
		...turn,
		speaker: turn.speaker && toLabel(transcript, turn.speaker, partNumber),
		startMs: turn.startMs + offsetMs,
		endMs: turn.endMs + offsetMs,
		words: move(turn.words, offsetMs),
		...(turn.heard !== undefined && {
			heard: {text: turn.heard.text, words: move(turn.heard.words, offsetMs)},
		}),
	}));
}

function move(words: readonly Word[], byMs: number): readonly Word[] {
	return words.map(word => ({
		...word,
		startMs: word.startMs + byMs,
		endMs: word.endMs + byMs,
	}));
}

/** Where a turn of a joined transcript comes from. */
export type TurnOrigin = {
	/** In the whole, in milliseconds. */
	readonly startMs: number;
	/** Index into the parts. */
	readonly part: number;
	/** Index into the turns of the part. */
	readonly turn: number;
};

/** Where the turns of a joined transcript come from, one after the other. */
export function turnOrigins(parts: readonly TranscriptPart[]): readonly TurnOrigin[] {
	return parts
		.flatMap(({transcript, offsetMs}, part) =>
			transcript.turns.map(({startMs}, index) => ({
				startMs: startMs + offsetMs,
				part,
				turn: index,
			})),
		)
		.sort((a, b) => a.startMs - b.startMs);
}

function toLabel({source}: Transcript, label: SafeText, partNumber: number | undefined): SafeText {
	return source === 'zoom' || partNumber === undefined ? label : safeText(`${partNumber}${label}`);
}

/** What all of them say; undefined when they differ. */
function common<Value>(values: ReadonlyArray<Value | undefined>): Value | undefined {
	return values.every(value => value === values[0]) ? values[0] : undefined;
}
