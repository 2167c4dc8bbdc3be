import type {SafeText} from '../safe-text.ts';
import type {UnderstandingRequest} from './understanding.ts';

/** What may be asked of a transcription. Only what is set is sent. */
export type TranscriptionOptions = UnderstandingRequest & {
	/** Models in order of priority; undefined or empty leaves the choice to AssemblyAI. */
	readonly speechModels?: readonly string[] | undefined;
	readonly speakerLabels?: boolean | undefined;
	/** A code such as `en`; undefined asks AssemblyAI to detect it. */
	readonly language?: string | undefined;
	/** The least and the most people who may be told apart. */
	readonly speakersMin?: number | undefined;
	readonly speakersMax?: number | undefined;
	/** Names and words that are hard to hear, at most six words each. */
	readonly keyterms?: readonly string[] | undefined;
	/** The part of the recording that is wanted, in milliseconds from its start. */
	readonly audioStartFromMs?: number | undefined;
	readonly audioEndAtMs?: number | undefined;
	/** What to take out of the text: the names of AssemblyAI's PII policies. */
	readonly redactPii?: readonly string[] | undefined;
	/** Any other parameter, by AssemblyAI's own name; it goes before what is set above. */
	readonly extra?: Readonly<Record<string, unknown>> | undefined;
};

export type SubmitOptions = {
	/**
	 * Called with what is about to be sent, before each single request that could be charged for; what
	 * it throws is thrown, and nothing is sent.
	 */
	readonly beforeSend?:
		| ((parameters: Readonly<Record<string, unknown>>) => Promise<void>)
		| undefined;
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
	submit(
		audioUrl: string,
		options: TranscriptionOptions,
		signal: AbortSignal,
		submitOptions?: SubmitOptions,
	): Promise<Submission>;
	/** `isRepeated: false`: for who asks again anyway, and wants to hear of each fault. */
	getTranscript(
		id: string,
		signal: AbortSignal,
		options?: {readonly isRepeated: boolean},
	): Promise<TranscriptStatus>;
	/** Newest first. */
	listTranscripts(signal: AbortSignal): AsyncGenerator<readonly ListedTranscript[], void, void>;
	/**
	 * Has more made of a finished transcript, and gives the answer back as JSON. It is paid for, and so
	 * never repeated by itself.
	 */
	understand(
		transcriptId: string,
		request: UnderstandingRequest,
		signal: AbortSignal,
	): Promise<string>;
	/** Deletes the transcript and its upload at AssemblyAI. */
	deleteTranscript(id: string, signal: AbortSignal): Promise<void>;
};
