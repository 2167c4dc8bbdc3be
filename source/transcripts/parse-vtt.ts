import {UserError} from '../errors.ts';
import {type SafeText, safeText} from '../safe-text.ts';
import {nameInText, namesInTexts} from './spoken-names.ts';
import type {Transcript, Turn, Word} from './transcript.ts';

type ParsedCue = {
	readonly startMs: number;
	readonly endMs: number;
	/** From a voice tag. */
	readonly voice: SafeText | undefined;
	readonly text: SafeText;
};

type SpokenCue = ParsedCue & {readonly speaker: SafeText | undefined};

const cueTimes = /^\s*((?:\d+:)?\d+:\d+[.,]\d+)\s*-->\s*((?:\d+:)?\d+:\d+[.,]\d+)/;
const voiceTag = /<v(?:\.[^\s<>]*)?\s+([^<>]*)>/u;
const anyTag = /<\/?[a-z\d][^<>]*>/giu;

// A turn of one speaker becomes paragraphs: at a pause, or at the end of a sentence when it is long.
const paragraphPauseMs = 4000;
const paragraphLength = 600;

/**
 * The transcript in a WebVTT file as Zoom makes them. The speaker of a cue is the name before its
 * words ("Ada: So …") or in its voice tag; a cue without one goes on with the speaker before it.
 * Words get their times from the cue they are in. Throws `UserError` when it is not WebVTT.
 */
export function parseVtt(vtt: string): Transcript {
	const cues = vtt
		.replace(/^\uFEFF/, '')
		.split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+|\r\r+/)
		.flatMap(parseBlock);
	if (cues.length === 0 && !/^\uFEFF?WEBVTT/.test(vtt)) {
		throw new UserError('Zoom’s transcript can’t be read: it is not a WebVTT file.', {
			code: 'service',
			hint: 'Open the recording in Zoom to see whether its transcript is there.',
		});
	}
	const turns = joinCues(withSpeakers(cues));
	return {
		source: 'zoom',
		turns,
		durationMs: turns.reduce((latest, {endMs}) => Math.max(latest, endMs), 0),
		language: undefined,
		model: undefined,
		speakerNames: new Map(),
	};
}

function parseBlock(block: string): readonly ParsedCue[] {
	const lines = block.split(/\r\n|\r|\n/);
	const timesAt = lines.findIndex(line => cueTimes.test(line));
	const [, start, end] = cueTimes.exec(lines[timesAt] ?? '') ?? [];
	if (start === undefined || end === undefined) {
		return [];
	}
	const payload = lines.slice(timesAt + 1).join(' ');
	const text = safeText(decodeEntities(payload.replace(anyTag, '')));
	if (text === '') {
		return [];
	}
	const voice = safeText(decodeEntities(voiceTag.exec(payload)?.[1] ?? ''));
	const startMs = parseCueTime(start);
	return [
		{
			startMs,
			endMs: Math.max(startMs, parseCueTime(end)),
			voice: voice === '' ? undefined : voice,
			text,
		},
	];
}

function parseCueTime(time: string): number {
	const [clock = '', fraction = ''] = time.split(/[.,]/);
	const seconds = clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
	return seconds * 1000 + Math.round(Number(`0.${fraction}`) * 1000);
}

const entities: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' ',
	lrm: '',
	rlm: '',
};

function decodeEntities(text: string): string {
	return text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,4});/gi, (entity, name: string) => {
		if (!name.startsWith('#')) {
			return entities[name.toLowerCase()] ?? entity;
		}
		const hex = /^#x/i.test(name);
		const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
		return code <= 0x10_ff_ff ? String.fromCodePoint(code) : entity;
	});
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
	const isLong = length >= paragraphLength && /[.!?。！？]$/u.test(previous.text);
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
		text: safeText(cues.map(({text}) => text).join(' ')),
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
