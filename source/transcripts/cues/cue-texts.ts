import stringWidth from 'string-width';
import type {SafeText} from '../../safe-text.ts';
import {speakerName} from '../speaker-names.ts';
import type {Transcript, Turn} from '../transcript.ts';
import {wrapText} from '../wrap-text.ts';
import {cueLimits} from './cue-limits.ts';
import {createFitting} from './cue-lines.ts';
import {type Chunk, type ChunkedText, type CueToken, cueTokens} from './cue-tokens.ts';

/** What belongs into one cue, before the cues around it are known. */
export type CueText = ChunkedText & {
	readonly startMs: number;
	readonly endMs: number;
	readonly turn: number;
	readonly speaker: SafeText | undefined;
	/** The name to put before the text if another speaker's cue comes before it; else empty. */
	readonly prefix: string;
};

const endOfSentence = /[.!?…。！？]["'”’»)\]」』）]*\s*$/u;
const endOfClause = /[,;:–—、，；：]["'”’»)\]」』）]*\s*$/u;
// What a good place to break is worth, against the share of the cue that is filled.
const sentenceBonus = 0.6;
const clauseBonus = 0.4;
// What a bad one costs.
const remnantMalus = 0.5;

/** Cuts a turn into the texts of its cues. */
export function* cueTextsOf(
	transcript: Transcript,
	index: number,
	{nameInText}: {readonly nameInText: boolean},
): Generator<CueText, void, void> {
	const turn = transcript.turns[index];
	if (turn === undefined) {
		return;
	}
	const name = nameInText ? namePrefix(transcript, turn) : '';
	const tokens = cueTokens(turn, cueLimits.lineCells);
	let isFirst = true;
	for (let first = 0; first < tokens.length; ) {
		const prefix = mayFollowAnother(transcript, index, isFirst) ? name : '';
		const end = endOfCue(turn, tokens, first, prefix);
		const cue = cueText(turn, tokens.slice(first, end));
		if (cue.text !== '') {
			yield {...cue, turn: index, speaker: turn.speaker, prefix};
		}
		first = end;
		isFirst = false;
	}
}

function cueText(turn: Turn, tokens: readonly CueToken[]) {
	const [first] = tokens;
	const last = tokens.at(-1);
	const start = first?.start ?? 0;
	return {
		startMs: first?.startMs ?? turn.startMs,
		endMs: last?.endMs ?? turn.endMs,
		text: turn.text.slice(start, last?.end).trimEnd(),
		chunks: moveChunks(tokens, -start),
	};
}

/** The cue with the name before its text. */
export function withName({text, chunks, prefix}: CueText): ChunkedText {
	const cells = stringWidth(prefix.trimEnd());
	const name: Chunk = {
		start: 0,
		end: prefix.length,
		cells,
		spaceCells: stringWidth(prefix) - cells,
	};
	return prefix === ''
		? {text, chunks}
		: {text: prefix + text, chunks: [name, ...moveChunks(chunks, prefix.length)]};
}

function moveChunks(chunks: readonly Chunk[], by: number): readonly Chunk[] {
	return chunks.map(({start, end, cells, spaceCells}) => ({
		start: start + by,
		end: end + by,
		cells,
		spaceCells,
	}));
}

function namePrefix(transcript: Transcript, {speaker}: Turn): string {
	if (speaker === undefined) {
		return '';
	}
	const name = speakerName(transcript, speaker);
	const [, secondRow] = wrapText(name, cueLimits.nameCells);
	return `${secondRow === undefined ? name : `${name.slice(0, secondRow).trimEnd()}…`}: `;
}

/** Whether somebody else's cue may come before this one, so that the name needs room in it. */
function mayFollowAnother({turns}: Transcript, index: number, isFirst: boolean): boolean {
	const turn = turns[index];
	const [previous, next] = [turns[index - 1], turns[index + 1]];
	const overlaps =
		(previous?.endMs ?? 0) > (turn?.startMs ?? 0) ||
		(next?.startMs ?? Number.POSITIVE_INFINITY) < (turn?.endMs ?? 0);
	return overlaps || (isFirst && previous?.speaker !== turn?.speaker);
}

/** The index behind the last token of the cue that begins with token `first`. */
function endOfCue(turn: Turn, tokens: readonly CueToken[], first: number, prefix: string): number {
	const fits = createFitting(stringWidth(prefix));
	const startMs = tokens[first]?.startMs ?? 0;
	let end = first;
	for (let token = tokens[end]; token !== undefined && fits(token); token = tokens[end]) {
		const isTooLong = token.endMs - startMs > cueLimits.longestMs;
		if (end > first && (isTooLong || isPause(tokens, end))) {
			break;
		}
		end++;
	}
	// A token wider than a row, one letter under a hundred marks, stands by itself.
	end = Math.max(end, first + 1);
	return end === tokens.length || isPause(tokens, end) ? end : bestBreak(turn, tokens, first, end);
}

function isPause(tokens: readonly CueToken[], next: number): boolean {
	const [before, after] = [tokens[next - 1], tokens[next]];
	return (
		before !== undefined &&
		after !== undefined &&
		after.startMs - before.endMs >= cueLimits.longestPauseMs
	);
}

/** Where to end a cue that could go on to `last`: rather behind a sentence than quite full. */
function bestBreak(turn: Turn, tokens: readonly CueToken[], first: number, last: number): number {
	const from = tokens[first]?.start ?? 0;
	const full = (tokens[last - 1]?.end ?? 0) - from;
	let best = last;
	let highest = 0;
	for (let end = first + 1; end <= last; end++) {
		const token = tokens[end - 1];
		if (token !== undefined) {
			const worth =
				(token.end - from) / full +
				bonus(turn.text.slice(token.start, token.end)) -
				(isRemnant(tokens, end) ? remnantMalus : 0);
			if (worth >= highest) {
				best = end;
				highest = worth;
			}
		}
	}
	return best;
}

/** Whether so little is left of a turn that it would stand in a cue like something forgotten. */
function isRemnant(tokens: readonly CueToken[], first: number): boolean {
	let cells = 0;
	for (let index = first; cells < cueLimits.remnantCells; index++) {
		const token = tokens[index];
		if (token === undefined) {
			return index > first;
		}
		cells += token.cells + token.spaceCells;
	}
	return false;
}

function bonus(token: string): number {
	if (endOfSentence.test(token)) {
		return sentenceBonus;
	}
	return endOfClause.test(token) ? clauseBonus : 0;
}
