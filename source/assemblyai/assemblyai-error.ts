import {UserError, type UserErrorOptions} from '../errors.ts';
import type {SafeText} from '../safe-text.ts';

/** What a refusal is about, where a program should do something about it. */
export type AssemblyAIReason =
	| 'bad-key'
	| 'no-balance'
	| 'unknown-transcript'
	| 'upload-gone'
	| 'model-refused';

export type AssemblyAIErrorOptions = UserErrorOptions & {
	readonly reason?: AssemblyAIReason | undefined;
	/** How long AssemblyAI asks to wait, in milliseconds. */
	readonly retryAfterMs?: number | undefined;
	/** Whether AssemblyAI certainly did nothing of what was asked. */
	readonly isUndone?: boolean;
	/** AssemblyAI's own words. */
	readonly words?: SafeText | undefined;
};

/** AssemblyAI refused, failed, or could not be reached. */
export class AssemblyAIError extends UserError {
	override readonly name: string = 'AssemblyAIError';
	readonly reason: AssemblyAIReason | undefined;
	readonly retryAfterMs: number | undefined;
	readonly isUndone: boolean;
	readonly words: SafeText | undefined;

	constructor(message: string, options: AssemblyAIErrorOptions = {}) {
		super(message, options);
		this.reason = options.reason;
		this.retryAfterMs = options.retryAfterMs;
		this.isUndone = options.isUndone ?? false;
		this.words = options.words;
	}
}

/**
 * Nobody knows whether AssemblyAI took the recording: the connection broke, or the answer could not be
 * read. Sending it again may be charged twice, so the list of transcripts has to be looked at first.
 */
export class DoubtfulSubmission extends AssemblyAIError {
	override readonly name = 'DoubtfulSubmission';

	constructor(cause: AssemblyAIError) {
		super(`It is not certain whether AssemblyAI took the recording: ${cause.message}`, {
			code: cause.code,
			hint: 'It may be at work on it already, and a second try be charged again: look at the transcripts on its dashboard first.',
			retryAfterMs: cause.retryAfterMs,
			cause,
		});
	}
}
