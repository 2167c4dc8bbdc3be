import {transcriptOfCues} from './cue-turns.ts';
import {readCues} from './subtitle-cues.ts';
import type {Transcript} from './transcript.ts';

// Tags as in HTML, and codes of SubStation Alpha such as `{\an8}`, which say where a subtitle stands.
const tags = /<\/?[a-z][^<>]*>|\{\\[^{}]*\}/giu;

/** The transcript in a SubRip file (SRT): any text is one, if perhaps without a word. */
export function parseSrt(srt: string): Transcript {
	// There are no escapes.
	const cues = readCues(srt, {isEndedByBlank: false, tags, decode: text => text});
	return transcriptOfCues(cues, undefined);
}
