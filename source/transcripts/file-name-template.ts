import {UserError} from '../errors.ts';
import {
	byteLength,
	cutToBytes,
	defaultMaxBytes,
	numberedFileName,
	safeFileName,
} from './file-name.ts';
import {formatLocalMoment} from './formats/document-facts.ts';
import type {ExportDocument} from './formats/format.ts';
import {speakerLabels, speakerName} from './speaker-names.ts';
import {formatTime} from './time.ts';

export const defaultFileNameTemplate = '{date} {topic}';

const fields = new Map<string, (document: ExportDocument) => string>(
	Object.entries<(document: ExportDocument) => string>({
		date: ({meeting: {start}}) =>
			start === undefined ? '' : formatLocalMoment(start).slice(0, 10),
		time: ({meeting: {start}}) => (start === undefined ? '' : formatLocalMoment(start).slice(11)),
		topic: ({meeting}) => meeting.topic,
		host: ({meeting}) => meeting.hostEmail ?? '',
		meeting: ({meeting}) => meeting.number ?? '',
		uuid: ({meeting}) => meeting.uuid ?? '',
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

export type FileNameExpansion = {
	/** Without a dot. */
	readonly extension: string;
	/** From 2 on it stands behind the name, for when there are files of that name. */
	readonly number?: number;
	readonly maxBytes?: number;
};

/**
 * The file name that a template such as `{date} {topic}` gives a document: safe on every platform,
 * with its extension. Throws what `checkFileNameTemplate` throws.
 */
export function expandFileName(
	template: string,
	document: ExportDocument,
	{extension, number = 1, maxBytes = defaultMaxBytes}: FileNameExpansion,
): string {
	checkFileNameTemplate(template);
	const finish = (text: string) =>
		number > 1
			? numberedFileName(text, number, {extension, maxBytes})
			: safeFileName(text, {extension, maxBytes});
	const full = expand(template, document, Number.POSITIVE_INFINITY);
	const budget = maxBytes - byteLength(number > 1 ? ` (${number}).${extension}` : `.${extension}`);
	const excess = byteLength(full) - budget;
	const longFieldCount = [...template.matchAll(placeholder)].filter(([, name = '']) =>
		longFields.includes(name),
	).length;
	if (excess <= 0 || longFieldCount === 0) {
		return finish(full);
	}
	const fixed = byteLength(expand(template, document, 0));
	const perField = Math.max(0, Math.floor((budget - fixed) / longFieldCount));
	return finish(expand(template, document, perField));
}

/** Throws `UserError` `usage` for a field that there is not. */
export function checkFileNameTemplate(template: string): void {
	for (const [, name = ''] of template.matchAll(placeholder)) {
		if (!fields.has(name)) {
			throw new UserError(`A file name can’t have {${name}} in it: there is no such field.`, {
				code: 'usage',
				hint: `Use ${fileNameFields.map(known => `{${known}}`).join(', ')}.`,
			});
		}
	}
}

function expand(template: string, document: ExportDocument, maxFieldBytes: number): string {
	return template.replace(placeholder, (_, name: string) => {
		const value = fields.get(name)?.(document) ?? '';
		return longFields.includes(name) ? cutToBytes(value, maxFieldBytes) : value;
	});
}
