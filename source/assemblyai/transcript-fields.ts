import {type SafeText, safeLine, safeText} from '../safe-text.ts';
import type {Word} from '../transcripts/transcript.ts';

/** Reads times in the order in which they come, so that none goes back behind an earlier start. */
export type Clock = {
	/** Milliseconds; the last start where the value is none. */
	readonly start: (value: unknown) => number;
	/** Milliseconds, at least `startMs`. */
	readonly end: (value: unknown, startMs: number) => number;
};

/** No recording is longer than a thousand hours. */
const mostMs = 3_600_000_000;

export function createClock(fromMs = 0): Clock {
	let lastStartMs = fromMs;
	return {
		start(value) {
			lastStartMs = Math.max(lastStartMs, toMs(value) ?? lastStartMs);
			return lastStartMs;
		},
		end: (value, startMs) => Math.max(startMs, toMs(value) ?? startMs),
	};
}

/** The words that have a text, each made safe. */
export function readWords(words: readonly unknown[], clock: Clock): readonly Word[] {
	const read: Word[] = [];
	for (const word of words) {
		if (!isRecord(word) || typeof word['text'] !== 'string') {
			continue;
		}
		const text = safeText(word['text']);
		if (text !== '') {
			const startMs = clock.start(word['start']);
			const endMs = clock.end(word['end'], startMs);
			read.push({text, startMs, endMs, confidence: toConfidence(word['confidence'])});
		}
	}
	return read;
}

export function readSpeaker(value: unknown): SafeText | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') {
		return undefined;
	}
	const speaker = safeLine(String(value));
	return speaker === '' ? undefined : speaker;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}

/** Whole milliseconds, also from a string; undefined for what no recording can hold. */
export function toMs(value: unknown): number | undefined {
	const number = typeof value === 'string' && value !== '' ? Number(value) : value;
	return typeof number === 'number' && number >= 0 && number <= mostMs
		? Math.round(number)
		: undefined;
}

function toConfidence(value: unknown): number | undefined {
	return typeof value === 'number' && value >= 0 && value <= 1 ? value : undefined;
}
