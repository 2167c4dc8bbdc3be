import type {SafeText} from '../safe-text.ts';
import type {Outline} from './outline.ts';

export type Word = {
	readonly text: SafeText;
	/** Milliseconds from the start of the recording. */
	readonly startMs: number;
	readonly endMs: number;
	/** 0 to 1; undefined where the source does not say. */
	readonly confidence: number | undefined;
};

/** What one speaker says without another one in between, or a readable part of it. */
export type Turn = {
	/** The speaker label as the source has it ("A"); undefined without speakers. */
	readonly speaker: SafeText | undefined;
	readonly startMs: number;
	readonly endMs: number;
	readonly text: SafeText;
	readonly words: readonly Word[];
	/** What was heard, where the text has been corrected since. */
	readonly heard?: Pick<Turn, 'text' | 'words'>;
};

export type TranscriptSource = 'assemblyai' | 'zoom';

/** What was said in one recording. Formats, layout and search all start from this value. */
export type Transcript = {
	/** Who wrote it down; undefined where nobody knows. */
	readonly source: TranscriptSource | undefined;
	readonly turns: readonly Turn[];
	/** Milliseconds: of the audio, or the end of the last turn where the source does not say. */
	readonly durationMs: number;
	readonly language: string | undefined;
	readonly model: string | undefined;
	/** Display name for a speaker label; a label without one is shown as "Speaker A". */
	readonly speakerNames: ReadonlyMap<string, SafeText>;
	/** Undefined where nobody asked for one. */
	readonly outline?: Outline | undefined;
	/** Who a machine takes speaker labels for: to be offered, not shown as if it were known. */
	readonly identified?: ReadonlyMap<SafeText, SafeText> | undefined;
};
