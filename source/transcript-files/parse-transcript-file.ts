import {readTranscript} from '../assemblyai/parse-transcript.ts';
import {isRecord} from '../assemblyai/transcript-fields.ts';
import {UserError} from '../errors.ts';
import {JsonTooLarge, parseJson, wordLimits} from '../parse-json.ts';
import {safeLine, safeText} from '../safe-text.ts';
import {parseSrt} from '../transcripts/parse-srt.ts';
import {isVtt, readVtt} from '../transcripts/parse-vtt.ts';
import {hasCueTimes, longestSubtitles} from '../transcripts/subtitle-cues.ts';
import type {Transcript} from '../transcripts/transcript.ts';
import {describeText, noTranscript} from './describe-content.ts';
import {type ParsedExport, parseExport} from './parse-export.ts';
import {tooLarge} from './read-text-file.ts';

/**
 * The transcript in a text, whichever kind it is by what stands in it. Throws `UserError` when there is
 * none.
 *
 * @param file What messages call it.
 */
export function parseTranscriptFile(text: string, file: string): ParsedExport {
	if (text.trim() === '') {
		throw noTranscript(file, undefined);
	}

	if (/^\s*[{[]/.test(text)) {
		return parseJsonFile(text, file);
	}

	if (text.length > longestSubtitles) {
		throw hasCueTimes(text)
			? tooLarge(file, longestSubtitles)
			: noTranscript(file, describeText(text));
	}

	if (isVtt(text)) {
		return withoutMeeting(readVtt(text, undefined));
	}

	if (hasCueTimes(text)) {
		return withoutMeeting(parseSrt(text));
	}

	throw noTranscript(file, describeText(text));
}

function parseJsonFile(text: string, file: string): ParsedExport {
	const value = readJson(text, file);
	const parsed = parseExport(value) ?? parseResponse(value, file);
	if (parsed === undefined) {
		throw noTranscript(file, 'JSON of another kind');
	}

	return parsed;
}

function readJson(text: string, file: string): unknown {
	try {
		return parseJson(text, wordLimits);
	} catch (error) {
		if (error instanceof JsonTooLarge) {
			throw new UserError(`${safeText(file)} holds more than a transcript does: ${error.message}`, {
				hint: 'Open another file.',
			});
		}

		if (isSeveral(text)) {
			throw new UserError(`${safeText(file)} holds the responses of several segments`, {
				hint: 'Export the transcript with --format json: that has them as one.',
			});
		}

		throw new UserError(`${safeText(file)} begins like JSON, and is damaged or breaks off`, {
			hint: 'Export or download it again.',
			cause: error,
		});
	}
}

/** Whether it is JSON line by line, as responses are exported where a recording was stopped and went on. */
function isSeveral(text: string): boolean {
	try {
		parseJson(text.slice(0, text.indexOf('\n')), wordLimits);
		return true;
	} catch {
		return false;
	}
}

/** AssemblyAI's response; undefined for anything else. */
function parseResponse(value: unknown, file: string): ParsedExport | undefined {
	if (!isRecord(value)) {
		return undefined;
	}

	const {version, exportedAt, status, id, utterances, words} = value;
	if (typeof version === 'number' && exportedAt !== undefined) {
		throw new UserError(`${safeText(file)} is an export of a newer Recscribe, or damaged`, {
			hint: 'Open it with the Recscribe that wrote it, or export it again.',
		});
	}

	if (typeof status === 'string' && status !== 'completed' && 'audio_url' in value) {
		throw new UserError(
			`${safeText(file)} is AssemblyAI’s response without a transcript: its status is “${safeLine(status)}”`,
			{hint: 'Get it again from AssemblyAI when it is completed.'},
		);
	}

	const lists = [utterances, words].filter(list => Array.isArray(list));
	// Other services have lists of these names too, with another one for the text.
	const hasText = (entry: unknown) => isRecord(entry) && typeof entry['text'] === 'string';
	const isSilent = lists.length > 0 && lists.every(({length}) => length === 0);
	return isSilent || lists.some(list => list.some(hasText))
		? {
				...withoutMeeting(readTranscript(value)),
				transcriptId: typeof id === 'string' ? safeLine(id) : undefined,
			}
		: undefined;
}

/** What a file without a word about its meeting says of it. */
function withoutMeeting(transcript: Transcript): ParsedExport {
	return {
		transcript,
		transcriptId: undefined,
		meeting: {
			uuid: undefined,
			number: undefined,
			topic: safeText(''),
			start: undefined,
			hostEmail: undefined,
			participants: [],
			shareUrl: undefined,
		},
	};
}
