import {UserError} from '../errors.ts';
import {byteLength, cutToBytes, defaultMaxBytes, safeFileName} from './file-name.ts';
import {formatLocalMoment} from './formats/document-facts.ts';
import type {ExportDocument} from './formats/format.ts';
import {speakerLabels, speakerName} from './speaker-names.ts';
import {formatTime} from './time.ts';

export const defaultFileNameTemplate = '{date} {topic}';

const fields = new Map<string, (document: ExportDocument) => string>(
	Object.entries<(document: ExportDocument) => string>({
		date: ({meeting}) => formatLocalMoment(meeting.start).slice(0, 10),
		time: ({meeting}) => formatLocalMoment(meeting.start).slice(11),
		topic: ({meeting}) => meeting.topic,
		host: ({meeting}) => meeting.hostEmail ?? '',
		meeting: ({meeting}) => meeting.number,
		uuid: ({meeting}) => meeting.uuid,
		transcript: ({transcriptId}) => transcriptId ?? '',
		speakers: ({transcript}) =>
			speakerLabels(transcript)
				.map(label => speakerName(transcript, label))
				.join(', '),
		'speaker-count': ({transcript}) => String(speakerLabels(transcript).length),
		duration: ({transcript}) => formatTime(transcript.durationMs),
		language: ({transcript}) => transcript.language ?? '',
		model: ({transcript}) => transcript.model ?? '',
	}),
);

/** What may stand in braces in a template. */
export const fileNameFields: readonly string[] = [...fields.keys()];

// These may be long: they are what is cut when the name gets too long, never the date.
const longFields: readonly string[] = ['topic', 'speakers'];

const placeholder = /\{([^{}]*)\}/g;

/**
 * The file name that a template such as `{date} {topic}` gives a document: safe on every platform,
 * with its extension (without a dot). Throws `UserError` for a field that there is not.
 */
export function expandFileName(
	template: string,
	document: ExportDocument,
	{extension, maxBytes = defaultMaxBytes}: {readonly extension: string; readonly maxBytes?: number},
): string {
	const full = expand(template, document, Number.POSITIVE_INFINITY);
	const budget = maxBytes - byteLength(`.${extension}`);
	const excess = byteLength(full) - budget;
	const longFieldCount = [...template.matchAll(placeholder)].filter(([, name = '']) =>
		longFields.includes(name),
	).length;
	if (excess <= 0 || longFieldCount === 0) {
		return safeFileName(full, {extension, maxBytes});
	}
	const fixed = byteLength(expand(template, document, 0));
	const perField = Math.max(0, Math.floor((budget - fixed) / longFieldCount));
	return safeFileName(expand(template, document, perField), {extension, maxBytes});
}

function expand(template: string, document: ExportDocument, maxFieldBytes: number): string {
	return template.replace(placeholder, (_, name: string) => {
		const field = fields.get(name);
		if (field === undefined) {
			throw new UserError(`A file name can't have {${name}} in it: there is no such field.`, {
				code: 'usage',
				hint: `Use ${fileNameFields.map(known => `{${known}}`).join(', ')}.`,
			});
		}
		const value = field(document);
		return longFields.includes(name) ? cutToBytes(value, maxFieldBytes) : value;
	});
}
