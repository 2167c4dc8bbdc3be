import type {UserError} from '../errors.ts';
import type {SafeText} from '../safe-text.ts';

/** What may be asked of a transcription. Only what is set is sent. */
export type TranscriptionOptions = {
	/** Models in order of priority; undefined or empty leaves the choice to AssemblyAI. */
	readonly speechModels?: readonly string[] | undefined;
	readonly speakerLabels?: boolean | undefined;
	/** A code such as `en`; undefined asks AssemblyAI to detect it. */
	readonly language?: string | undefined;
};

export type TranscriptStatus =
	| {readonly status: 'queued' | 'processing'; readonly id: string}
	| {
			readonly status: 'completed';
			readonly id: string;
			/** The response exactly as it came: what the library keeps. */
			readonly rawJson: string;
	  }
	| {readonly status: 'error'; readonly id: string; readonly message: SafeText};

export type ListedTranscript = {
	readonly id: string;
	readonly status: string;
	readonly created: Date;
	readonly audioUrl: string;
};

export type Submission = {
	readonly id: string;
	/** Set when the asked models were refused and AssemblyAI's own choice was taken instead: its words. */
	readonly modelRefusal: SafeText | undefined;
};

/** AssemblyAI's API, as far as Recscribe needs it. Every method throws `AssemblyAIError`, or the signal's reason. */
export type AssemblyAI = {
	/** Throws unless the key is accepted. Costs nothing. */
	checkKey(signal: AbortSignal): Promise<void>;
	/**
	 * Sends the bytes; gives back the address that only AssemblyAI can read.
	 * `onBytes` is told how many have gone out so far.
	 */
	upload(
		audio: ReadableStream<Uint8Array>,
		options: {
			readonly sizeBytes: number | undefined;
			readonly onBytes: (sentBytes: number) => void;
			readonly signal: AbortSignal;
		},
	): Promise<string>;
	/**
	 * The paid request: it is never repeated by itself after a doubtful end, which is thrown as
	 * `DoubtfulSubmission`. The signal's reason leaves it just as doubtful.
	 */
	submit(audioUrl: string, options: TranscriptionOptions, signal: AbortSignal): Promise<Submission>;
	getTranscript(id: string, signal: AbortSignal): Promise<TranscriptStatus>;
	/**
	 * Yields each answer until the transcript is completed or has failed; a passing fault does not end
	 * it, and is told to `onFault`.
	 */
	waitForTranscript(
		id: string,
		signal: AbortSignal,
		options?: {readonly onFault?: ((error: UserError) => void) | undefined},
	): AsyncGenerator<TranscriptStatus, void, void>;
	/** Newest first. */
	listTranscripts(signal: AbortSignal): AsyncGenerator<readonly ListedTranscript[], void, void>;
	/** Deletes the transcript and its upload at AssemblyAI. */
	deleteTranscript(id: string, signal: AbortSignal): Promise<void>;
};
