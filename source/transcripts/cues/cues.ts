import stringWidth from 'string-width';
import type {SafeText} from '../../safe-text.ts';
import type {Transcript} from '../transcript.ts';
import {cueLimits} from './cue-limits.ts';
import {splitCueLines} from './cue-lines.ts';
import {type CueText, cueTextsOf, withName} from './cue-texts.ts';

/** What stands on the screen at one time. */
export type Cue = {
	/** Milliseconds from the start of the recording. */
	readonly startMs: number;
	readonly endMs: number;
	/** Index into the transcript's turns. */
	readonly turn: number;
	readonly speaker: SafeText | undefined;
	/** One or two lines. */
	readonly lines: readonly string[];
};

export type CueOptions = {
	/** Puts the name before the words whenever the speaker changes. */
	readonly nameInText: boolean;
};

/**
 * The subtitles of a transcript: at most two lines of 42 cells for 1 to 7 seconds, broken where
 * sentences and clauses end, a new cue for each speaker. No cue begins before the one before it
 * ends: where people talk at once, or faster than a second each, cues wait for each other.
 */
export function* cuesOf(transcript: Transcript, options: CueOptions): Generator<Cue, void, void> {
	let current: Cue | undefined;
	for (const next of withLines(inOrder(transcript, options))) {
		if (current !== undefined) {
			const mended = mendEnd(current, next.startMs);
			yield mended;
			current = placeAfter(next, mended.endMs);
		} else {
			current = placeAfter(next, 0);
		}
	}
	if (current !== undefined) {
		yield mendEnd(current, Number.POSITIVE_INFINITY);
	}
}

/** Cues by start, also where turns overlap. Looks ahead no further than turns overlap. */
function* inOrder(transcript: Transcript, options: CueOptions): Generator<CueText, void, void> {
	let waiting: CueText[] = [];
	for (const [index, turn] of transcript.turns.entries()) {
		const due = waiting.filter(cue => cue.startMs < turn.startMs);
		waiting = waiting.filter(cue => cue.startMs >= turn.startMs);
		yield* due;
		waiting.push(...cueTextsOf(transcript, index, options));
		waiting.sort((a, b) => a.startMs - b.startMs);
	}
	yield* waiting;
}

function* withLines(cues: Iterable<CueText>): Generator<Cue, void, void> {
	let previous: SafeText | undefined;
	for (const cue of cues) {
		const {startMs, endMs, turn, speaker} = cue;
		const lines = splitCueLines(speaker === previous ? cue : withName(cue));
		previous = speaker;
		yield {startMs, endMs, turn, speaker, lines};
	}
}

function placeAfter(cue: Cue, earliestMs: number): Cue {
	const startMs = Math.round(Math.max(cue.startMs, earliestMs));
	return {...cue, startMs, endMs: Math.max(Math.round(cue.endMs), startMs)};
}

/** Long enough to be read, not longer than 7 s, and over before the next one or right when it begins. */
function mendEnd(cue: Cue, nextStartMs: number): Cue {
	const {shortestMs, longestMs, cellsPerSecond, smallestGapMs} = cueLimits;
	const cells = cue.lines.reduce((sum, line) => sum + stringWidth(line), 0);
	const readingMs = (cells / cellsPerSecond) * 1000;
	const wanted = Math.max(cue.endMs, cue.startMs + readingMs);
	const untilNext = nextStartMs - wanted < smallestGapMs ? nextStartMs : wanted;
	const durationMs = Math.min(Math.max(untilNext - cue.startMs, shortestMs), longestMs);
	return {...cue, endMs: Math.round(cue.startMs + durationMs)};
}
