import type {Outline} from '../outline.ts';
import {speakerLabels, speakerName} from '../speaker-names.ts';
import type {Transcript, Turn} from '../transcript.ts';
import {commonOptions, type ExportDocument, type TextFormat} from './format.ts';

/** Changes when a reader of the JSON would have to. */
const shapeVersion = 1;

/**
 * Everything, for programs. Names are AssemblyAI's and Zoom's in camelCase; times are milliseconds
 * from the start of the recording; what is not known is null. One utterance stands on each line.
 *
 * ```
 * {version: 1, exportedAt,
 *  meeting: {uuid, id, topic, startTime, hostEmail, participants: [name], shareUrl},
 *  transcript: {id, source, model, languageCode, durationMs},
 *  outline: {overview, sections: [{headline, text, start}], actionItems: [{text, timestamp}]} or null,
 *  speakers: [{speaker, name}],
 *  utterances: [{speaker, name, start, end, text, words: [{text, start, end, confidence}]}]}
 * ```
 */
export const json: TextFormat = {
	kind: 'text',
	name: 'json',
	title: 'JSON',
	fileExtension: 'json',
	mediaType: 'application/json',
	choices: ['original'],
	units: [],
	defaults: commonOptions,
	render,
};

function* render(document: ExportDocument): Generator<string, void, void> {
	const {meeting, transcript} = document;
	const facts = {
		version: shapeVersion,
		exportedAt: document.exportedAt.toISOString(),
		meeting: {
			uuid: meeting.uuid ?? null,
			id: meeting.number ?? null,
			topic: meeting.topic,
			startTime: meeting.start?.toISOString() ?? null,
			hostEmail: meeting.hostEmail ?? null,
			participants: meeting.participants,
			shareUrl: meeting.shareUrl ?? null,
		},
		transcript: {
			id: document.transcriptId ?? null,
			source: transcript.source ?? null,
			model: transcript.model ?? null,
			languageCode: transcript.language ?? null,
			durationMs: transcript.durationMs,
		},
		outline: outlineToJson(transcript.outline),
		speakers: speakerLabels(transcript).map(speaker => ({
			speaker,
			name: speakerName(transcript, speaker),
		})),
	};
	yield JSON.stringify(facts, null, 2).replace(/\n\}$/, ',\n  "utterances": [');
	let separator = '\n';
	for (const turn of transcript.turns) {
		yield `${separator}    ${JSON.stringify(utterance(transcript, turn))}`;
		separator = ',\n';
	}
	yield transcript.turns.length === 0 ? ']\n}\n' : '\n  ]\n}\n';
}

/** As in the whole document; null where nobody asked for one. */
export function outlineToJson(outline: Outline | undefined): object | null {
	return outline === undefined
		? null
		: {
				overview: outline.overview,
				sections: outline.sections.map(({headline, text, startMs}) => ({
					headline,
					text,
					start: startMs ?? null,
				})),
				actionItems: outline.steps.map(({text, timeMs}) => ({text, timestamp: timeMs ?? null})),
			};
}

function utterance(transcript: Transcript, {speaker, startMs, endMs, text, words}: Turn) {
	return {
		speaker: speaker ?? null,
		name: speaker === undefined ? null : speakerName(transcript, speaker),
		start: startMs,
		end: endMs,
		text,
		words: words.map(word => ({
			text: word.text,
			start: word.startMs,
			end: word.endMs,
			confidence: word.confidence ?? null,
		})),
	};
}
