import {type SafeText, safeText} from '../safe-text.ts';

/** What a subtitle file has on the screen at one time. */
export type ParsedCue = {
	/** Milliseconds from the start of the recording. */
	readonly startMs: number;
	readonly endMs: number;
	/** From a voice tag. */
	readonly voice: SafeText | undefined;
	readonly text: SafeText;
};

/** Forty hours of subtitles, in UTF-16 units: every other one may be a word, a hundred times as large. */
export const longestSubtitles = 4 * 2 ** 20;

/** How a kind of subtitle file writes its text. */
export type CueSyntax = {
	/** Whether a blank line ends a cue, or may stand within its text. */
	readonly isEndedByBlank: boolean;
	/** What stands in the text and is none of it. */
	readonly tags: RegExp;
	/** Text without its escapes. */
	readonly decode: (text: string) => string;
};

// Fractions are missing in what people write by hand.
const cueTimes = /^\s*((?:\d+:)?\d+:\d+(?:[.,]\d+)?)\s*-->\s*((?:\d+:)?\d+:\d+(?:[.,]\d+)?)/;
const anyCueTimes = /^[ \t]*(?:\d+:)?\d+:\d+(?:[.,]\d+)?[ \t]*-->[ \t]*(?:\d+:)?\d+:\d+/m;
// What a file went through on other systems may have doubled its carriage returns.
const lineBreak = /\r{1,2}\n|\r|\n/;
const voiceTag = /<v(?:\.[^\s<>]*)?\s([^<>]*)>/u;

/** No recording is longer than a thousand hours. */
const mostMs = 3_600_000_000;

/** Whether a text has a line with the times of a cue. */
export function hasCueTimes(text: string): boolean {
	return anyCueTimes.test(text);
}

/**
 * The cues of a subtitle file that say something, by their start. It need not be well-formed: numbers
 * and blank lines may be missing, and the last cue may break off.
 */
export function readCues(file: string, syntax: CueSyntax): readonly ParsedCue[] {
	const cues: ParsedCue[] = [];
	let current: {readonly times: CueTimes; readonly lines: string[]} | undefined;
	const end = () => {
		cues.push(...(current === undefined ? [] : toCue(current.times, current.lines, syntax)));
		current = undefined;
	};
	for (const line of file.replace(/^\uFEFF/, '').split(lineBreak)) {
		const times = readTimes(line);
		if (times !== undefined) {
			dropNumber(current?.lines);
			end();
			current = {times, lines: []};
		} else if (syntax.isEndedByBlank && line.trim() === '') {
			end();
		} else {
			current?.lines.push(line);
		}
	}
	end();
	return cues.sort((a, b) => a.startMs - b.startMs);
}

type CueTimes = Pick<ParsedCue, 'startMs' | 'endMs'>;

function readTimes(line: string): CueTimes | undefined {
	const [, start, end] = cueTimes.exec(line) ?? [];
	if (start === undefined || end === undefined) {
		return undefined;
	}
	const startMs = parseCueTime(start);
	return {startMs, endMs: Math.max(startMs, parseCueTime(end))};
}

/** The number of the next cue, which stands right before its times. */
function dropNumber(lines: string[] | undefined): void {
	if (/^\s*\d+\s*$/.test(lines?.at(-1) ?? '')) {
		lines?.pop();
	}
}

function toCue(
	times: CueTimes,
	lines: readonly string[],
	{tags, decode}: CueSyntax,
): readonly ParsedCue[] {
	const payload = lines.join('\n');
	const text = joinLines(decode(payload.replace(tags, '')).split('\n'));
	const voice = safeText(decode(voiceTag.exec(payload)?.[1] ?? ''));
	return text === '' ? [] : [{...times, voice: voice === '' ? undefined : voice, text}];
}

const unspaced =
	'[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303F\\uFF01-\\uFF60]';
const unspacedStart = new RegExp(`^${unspaced}`, 'u');
const unspacedEnd = new RegExp(`${unspaced}$`, 'u');

/** What stood on lines of its own as one text: with spaces between them, where its script has some. */
export function joinLines(lines: readonly string[]): SafeText {
	const trimmed = lines.map(line => line.trim()).filter(line => line !== '');
	const isUnspaced = (line: string, previous = '') =>
		unspacedStart.test(line) && unspacedEnd.test(previous.slice(-2));
	return safeText(
		trimmed
			.map((line, index) => (isUnspaced(line, trimmed[index - 1]) ? line : ` ${line}`))
			.join(''),
	);
}

function parseCueTime(time: string): number {
	const [clock = '', fraction = '0'] = time.split(/[.,]/);
	const seconds = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
	return Math.min(seconds * 1000 + Math.round(Number(`0.${fraction}`) * 1000), mostMs);
}
