import {UserError} from '../errors.ts';
import {transcriptOfCues} from './cue-turns.ts';
import {hasCueTimes, readCues} from './subtitle-cues.ts';
import type {Transcript} from './transcript.ts';

// Names, styles, and times within a cue.
const tags = /<\/?[a-z\d][^<>]*>/giu;

/** The transcript in a WebVTT file of Zoom's. Throws `UserError` when it is none. */
export function parseVtt(vtt: string): Transcript {
	if (!(isVtt(vtt) || hasCueTimes(vtt))) {
		throw new UserError('Zoom’s transcript can’t be read: it is not a WebVTT file.', {
			code: 'service',
			hint: 'Open the recording in Zoom to see whether its transcript is there.',
		});
	}
	return readVtt(vtt, 'zoom');
}

/** The transcript in WebVTT by anybody: any text is one, if perhaps without a word. */
export function readVtt(vtt: string, source: Transcript['source']): Transcript {
	const cues = readCues(vtt, {isEndedByBlank: true, tags, decode: decodeEntities});
	return transcriptOfCues(cues, source);
}

/** Whether a text begins as WebVTT does. */
export function isVtt(text: string): boolean {
	return /^\s*WEBVTT(?!\S)/.test(text);
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
