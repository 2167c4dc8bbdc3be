/** What a file may be, as a sentence that says what to do. */
export const openableKinds =
	'Open a WebVTT or SRT file, a JSON export of Recscribe’s, or AssemblyAI’s response as JSON.';

type Signature = {
	/** The first bytes as Latin-1. */
	readonly pattern: RegExp;
	readonly words: string;
};

const signatures: readonly Signature[] = [
	{pattern: /^%PDF-/, words: 'a PDF document'},
	{pattern: /^PK\x03\x04/, words: 'a ZIP archive, as Word documents are'},
	{pattern: /^\x1f\x8b|^BZh|^\xfd7zXZ|^7z\xbc\xaf|^\x28\xb5\x2f\xfd/, words: 'compressed data'},
	{
		pattern: /^(?:ID3|OggS|fLaC|\x1a\x45\xdf\xa3|\xff[\xfb\xf3\xf2]|RIFF....(?:WAVE|AVI ))|^....ftyp/s,
		words: 'sound or video',
	},
	{pattern: /^(?:\x89PNG|\xff\xd8\xff|GIF8)/, words: 'a picture'},
	{pattern: /^SQLite format 3\0/, words: 'a database'},
];

/** What bytes hold that are no text; undefined where they may be text. */
export function describeBytes(bytes: Uint8Array): string | undefined {
	const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
	return signatures.find(({pattern}) => pattern.test(start))?.words;
}

/** What a text holds in which no transcript was found. */
export function describeText(text: string): string {
	const start = text.slice(0, 1000).trimStart();
	if (start === '' && text.trim() === '') {
		return 'nothing';
	}

	if (/^<(?:!doctype html|html|head|body)\b/i.test(start)) {
		return 'a web page';
	}

	if (/^<(?:\?xml|[a-z])/i.test(start)) {
		return 'XML';
	}

	return start.includes('\0') ? 'data that is no text' : 'text without the times of subtitles';
}
