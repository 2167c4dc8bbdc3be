/**
 * What kind of thing went wrong, for scripts. Stable: part of the `--json` interface.
 *
 * `usage` ends with exit code 2, `not-set-up` and `not-allowed` with 3, every other with 1.
 */
export type ErrorCode =
	| 'usage'
	| 'not-set-up'
	| 'not-allowed'
	| 'not-found'
	| 'not-ready'
	| 'rate-limited'
	| 'network'
	| 'service'
	| 'failed';

export type UserErrorOptions = {
	readonly code?: ErrorCode;
	/** What to do next, as a sentence. */
	readonly hint?: string;
	readonly cause?: unknown;
};

/**
 * A problem that a person can act on: `message` says what happened and why, `hint` what to do next.
 * Everything else that is thrown is a bug, and is shown as one.
 */
export class UserError extends Error {
	override readonly name: string = 'UserError';
	readonly code: ErrorCode;
	readonly hint: string | undefined;

	constructor(message: string, {code = 'failed', hint, cause}: UserErrorOptions = {}) {
		super(message, cause === undefined ? undefined : {cause});
		this.code = code;
		this.hint = hint;
	}
}

/** In one line: what happened, and what to do next. */
export function describeError({message, hint}: UserError): string {
	return hint === undefined ? message : `${message}. ${hint}`;
}

// The last two are inquirer's: Ctrl+C in a prompt, and a prompt whose signal was aborted.
const abortNames: ReadonlySet<string> = new Set([
	'AbortError',
	'ExitPromptError',
	'AbortPromptError',
]);

/** Whether `error` only says that somebody aborted the work: a signal, Ctrl+C, a prompt left. */
export function isAbort(error: unknown): boolean {
	return error instanceof Error && abortNames.has(error.name);
}
