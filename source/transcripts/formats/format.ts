import type {SafeText} from '../../safe-text.ts';
import type {PassageUnit} from '../passages.ts';
import type {Transcript} from '../transcript.ts';

export type FormatName =
	| 'text'
	| 'markdown'
	| 'srt'
	| 'vtt'
	| 'json'
	| 'raw'
	| 'csv'
	| 'docx'
	| 'html';

/** The meeting that a transcript is of, as far as an export says so. */
export type ExportMeeting = {
	readonly uuid: string | undefined;
	/** The meeting number. */
	readonly number: string | undefined;
	readonly topic: SafeText;
	readonly start: Date | undefined;
	readonly hostEmail: SafeText | undefined;
	readonly participants: readonly SafeText[];
	/** Where the recording can be seen in a browser. */
	readonly shareUrl: string | undefined;
};

/** Everything that an export is made of. */
export type ExportDocument = {
	readonly transcript: Transcript;
	/** AssemblyAI's id; undefined where AssemblyAI did not make it, or nobody knows. */
	readonly transcriptId: string | undefined;
	readonly meeting: ExportMeeting;
	readonly exportedAt: Date;
};

export type ExportOptions = {
	readonly timestamps: boolean;
	readonly speakers: boolean;
	/** One line, paragraph or row for each. */
	readonly unit: PassageUnit;
	/** Say at the top which meeting it was: title, date, participants, model. */
	readonly header: boolean;
	/** The words as they were heard, without corrections. */
	readonly original: boolean;
};

type FormatDescription = {
	readonly name: FormatName;
	/** What a person calls it: "Word document". */
	readonly title: string;
	/** Without a dot. */
	readonly fileExtension: string;
	readonly mediaType: string;
	/** The options that make a difference to this format; the others are ignored. */
	readonly choices: ReadonlyArray<keyof ExportOptions>;
	/** The units to choose from, if `unit` is a choice. */
	readonly units: readonly PassageUnit[];
	readonly defaults: ExportOptions;
};

/** A format of text: made piece by piece, so that a preview need not wait for the end of it. */
export type TextFormat = FormatDescription & {
	readonly kind: 'text';
	render(document: ExportDocument, options: ExportOptions): Iterable<string>;
};

/** A format of bytes, whose preview is the text in it. */
export type BinaryFormat = FormatDescription & {
	readonly kind: 'binary';
	render(document: ExportDocument, options: ExportOptions): Promise<Uint8Array>;
	preview(document: ExportDocument, options: ExportOptions): Iterable<string>;
};

/** A format that is not made at all: it is kept as it came, and copied. */
export type StoredFormat = FormatDescription & {readonly kind: 'stored'};

export type TranscriptFormat = TextFormat | BinaryFormat | StoredFormat;

/** The default of options in most formats. */
export const commonOptions: ExportOptions = {
	timestamps: true,
	speakers: true,
	unit: 'turn',
	header: true,
	original: false,
};
