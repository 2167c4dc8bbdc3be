import {UserError} from '../errors.ts';
import {safeText} from '../safe-text.ts';

const openableKinds =
	'Open a WebVTT or SRT file, a JSON export of Recscribe’s, or AssemblyAI’s response as JSON.';

/**
 * For a file that holds something else.
 *
 * @param what It holds, as `describeBytes` and `describeText` have it; undefined: nothing.
 */
export function noTranscript(file: string, what: string | undefined): UserError {
	const name = safeText(file);
	return what === undefined
		? new UserError(`${name} is empty`, {hint: openableKinds})
		: new UserError(`${name} holds ${what}, and no transcript`, {hint: openableKinds});
}

type Signature = {
	readonly words: string;
	/** Any of these, as Latin-1. */
	readonly beginnings: readonly string[];
	/** Bytes ahead of them; 0 by default. */
	readonly offset?: number;
};

const signatures: readonly Signature[] = [
	{words: 'a PDF document', beginnings: ['%PDF-']},
	{words: 'a ZIP archive, as Word documents are', beginnings: ['PK\u0003\u0004']},
	{words: 'compressed data', beginnings: ['\u001F\u008B', 'BZh', '\u00FD7zXZ', '7z\u00BC\u00AF']},
	{words: 'a picture', beginnings: ['\u0089PNG', '\u00FF\u00D8\u00FF', 'GIF8']},
	{words: 'a database', beginnings: ['SQLite format 3\0']},
	{words: 'sound or video', beginnings: ['ftyp'], offset: 4},
	{
		words: 'sound or video',
		beginnings: ['ID3', 'OggS', 'fLaC', 'RIFF', '\u001AE\u00DF\u00A3', '\u00FF\u00FB'],
	},
];

/** What bytes hold that are no text; undefined where they may be text. */
export function describeBytes(bytes: Uint8Array): string | undefined {
	const start = Buffer.from(bytes.subarray(0, 24)).toString('latin1');
	return signatures.find(({beginnings, offset = 0}) =>
		beginnings.some(beginning => start.startsWith(beginning, offset)),
	)?.words;
}

/** What a text holds in which no transcript was found. */
export function describeText(text: string): string {
	const start = text.slice(0, 1000).trimStart();
	if (/^<(?:!doctype html|html|head|body)\b/i.test(start)) {
		return 'a web page';
	}

	if (/^<(?:\?xml|[a-z])/i.test(start)) {
		return 'XML';
	}

	return start.includes('\0') ? 'data that is no text' : 'text without the times of subtitles';
}
