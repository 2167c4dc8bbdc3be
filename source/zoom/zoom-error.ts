import {UserError, type UserErrorOptions} from '../errors.ts';
import type {SafeText} from '../safe-text.ts';

/** What the client itself can do about an error. */
export type ZoomRemedy = 'renew-token' | 'restart-paging' | 'slow-down';

export type ZoomErrorOptions = UserErrorOptions & {
	/** Zoom's own number for the error, such as 3301. */
	readonly zoomCode?: number | undefined;
	readonly missingScopes?: readonly SafeText[];
	/** How long Zoom asks to wait, in milliseconds. */
	readonly retryAfterMs?: number | undefined;
	readonly remedy?: ZoomRemedy | undefined;
};

/** Zoom refused, failed, or could not be reached. */
export class ZoomError extends UserError {
	override readonly name = 'ZoomError';
	readonly zoomCode: number | undefined;
	/** The scopes that the app lacks, as Zoom names them; empty for every other error. */
	readonly missingScopes: readonly SafeText[];
	readonly retryAfterMs: number | undefined;
	readonly remedy: ZoomRemedy | undefined;

	constructor(message: string, options: ZoomErrorOptions = {}) {
		super(message, options);
		this.zoomCode = options.zoomCode;
		this.missingScopes = options.missingScopes ?? [];
		this.retryAfterMs = options.retryAfterMs;
		this.remedy = options.remedy;
	}
}
