import * as z from 'zod';
import {isRecord, readSpeaker, readWords, toMs} from '../assemblyai/transcript-fields.ts';
import {
	optionalDate,
	optionalNumber,
	optionalSafeLine,
	optionalText,
	safeLineOrEmpty,
	safeTextOrEmpty,
} from '../http/lenient.ts';
import {type SafeText, safeText} from '../safe-text.ts';
import type {ExportDocument} from '../transcripts/formats/format.ts';
import type {Outline} from '../transcripts/outline.ts';
import {speakerName} from '../transcripts/speaker-names.ts';
import type {Transcript, Turn} from '../transcripts/transcript.ts';

const list = z
	.unknown()
	.optional()
	.transform((value): readonly unknown[] => (Array.isArray(value) ? value : []));

const meeting = z.object({
	uuid: optionalText,
	id: optionalText,
	topic: safeLineOrEmpty,
	startTime: optionalDate,
	hostEmail: optionalSafeLine,
	participants: list,
	shareUrl: optionalText,
});

const facts = z.object({
	id: optionalText,
	source: z.enum(['assemblyai', 'zoom']).optional().catch(undefined),
	model: optionalSafeLine,
	languageCode: optionalSafeLine,
	durationMs: optionalNumber,
});

const outline = z.object({
	overview: safeTextOrEmpty,
	sections: z.array(
		z.object({headline: safeTextOrEmpty, text: safeTextOrEmpty, start: optionalNumber}),
	),
	actionItems: z.array(z.object({text: safeTextOrEmpty, timestamp: optionalNumber})),
});

// The turns and their words themselves are not zod's: there may be a million of them.
const exported = z.object({
	version: z.literal(1),
	meeting,
	transcript: facts,
	outline: outline.nullish().catch(undefined),
	speakers: list,
	utterances: z.array(z.unknown()),
});

/** What an export of ours says of a transcript and its meeting. */
export type ParsedExport = Pick<ExportDocument, 'transcript' | 'transcriptId' | 'meeting'>;

/**
 * A JSON export of Recscribe's, for which see `formats/json.ts`; undefined for anything else.
 *
 * @param value As JSON gave it.
 */
export function parseExport(value: unknown): ParsedExport | undefined {
	const {data} = exported.safeParse(value);
	if (data === undefined) {
		return undefined;
	}

	const {id: number, topic, startTime, participants, shareUrl, ...named} = data.meeting;
	const turns = data.utterances.flatMap(toTurn).sort((a, b) => a.startMs - b.startMs);
	const {source, model, languageCode, durationMs} = data.transcript;
	return {
		transcriptId: data.transcript.id,
		meeting: {
			uuid: named.uuid,
			hostEmail: named.hostEmail,
			number,
			topic,
			start: startTime,
			participants: participants.flatMap(name => readSpeaker(name) ?? []),
			shareUrl,
		},
		transcript: {
			source,
			turns,
			durationMs: turns.reduce((last, {endMs}) => Math.max(last, endMs), toMs(durationMs) ?? 0),
			language: languageCode,
			model,
			speakerNames: readNames(data.speakers, source),
			...(data.outline && {outline: toOutline(data.outline)}),
		},
	};
}

function toTurn(utterance: unknown): readonly Turn[] {
	if (!isRecord(utterance)) {
		return [];
	}

	const {speaker, start, end, text, words} = utterance;
	const startMs = toMs(start) ?? 0;
	const endOf = (value: unknown, leastMs: number) => Math.max(leastMs, toMs(value) ?? leastMs);
	return [
		{
			speaker: readSpeaker(speaker),
			startMs,
			endMs: endOf(end, startMs),
			text: safeText(typeof text === 'string' ? text : ''),
			words: readWords(Array.isArray(words) ? words : [], {
				start: value => toMs(value) ?? startMs,
				end: endOf,
			}),
		},
	];
}

/** Every speaker is named in an export: whoever has no name of their own as the screen has it. */
function readNames(
	speakers: readonly unknown[],
	source: Transcript['source'],
): ReadonlyMap<string, SafeText> {
	const names = new Map<string, SafeText>();
	for (const speaker of speakers.filter(isRecord)) {
		const label = readSpeaker(speaker['speaker']);
		const name = readSpeaker(speaker['name']);
		const isOwn = name !== undefined && label !== undefined;
		if (isOwn && name !== speakerName({source, speakerNames: names}, label)) {
			names.set(label, name);
		}
	}

	return names;
}

function toOutline({overview, sections, actionItems}: z.output<typeof outline>): Outline {
	return {
		overview,
		sections: sections.map(({headline, text, start}) => ({headline, text, startMs: toMs(start)})),
		steps: actionItems.map(({text, timestamp}) => ({text, timeMs: toMs(timestamp)})),
	};
}
