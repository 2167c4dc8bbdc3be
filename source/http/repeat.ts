import {isHTTPError, isTimeoutError, type RetryOptions, type ShouldRetryState} from 'ky';
import {UserError} from '../errors.ts';
import {explainNetworkFault} from './network-faults.ts';
import {retryAfterMs} from './retry-after.ts';

/**
 * What may be done about a request that failed:
 *
 * - `always`: it can be repeated without harm.
 * - `unless-acted`: only when the service certainly did nothing: it was never reached, it said 429,
 *   or 503 in the way of a service that takes no work now (an empty body, or with `Retry-After`).
 * - `never`.
 */
export type Repeat = 'always' | 'unless-acted' | 'never';

/** How patient a client is. Tests and benchmarks make it quicker. */
export type Patience = {
	/** Milliseconds before the first repetition, doubled for each further one, of which a random part is waited. */
	readonly backoffMs: number;
	/** Milliseconds after which one attempt without a (whole) answer is given up. */
	readonly timeoutMs: number;
	/** Milliseconds without a byte after which a body is given up. */
	readonly stallMs: number;
};

export const usualPatience: Patience = {backoffMs: 500, timeoutMs: 30_000, stallMs: 60_000};

/** A longer wait than this is said to the person instead of waited. */
export const longestWaitMs = 60_000;

const repetitions = 5;
// Somebody looks at the screen meanwhile: what never connects or is silent is said sooner.
const repetitionsWhenSilent = 2;

const passingStatuses = [408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529];

/** Ky's retry options for a kind of request. */
export function toRetryOptions(
	repeat: Repeat,
	{backoffMs}: Patience,
	isHopeless: (error: Error) => boolean,
): RetryOptions {
	if (repeat === 'never') {
		return {limit: 0};
	}
	return {
		limit: repetitions,
		methods: ['get', 'post', 'delete'],
		statusCodes: passingStatuses,
		afterStatusCodes: passingStatuses,
		delay: attempt => backoffMs * 2 ** (attempt - 1),
		backoffLimit: 30_000,
		jitter: true,
		retryOnTimeout: repeat === 'always',
		// Only ever forbids: `true` would make ky overlook `Retry-After`.
		shouldRetry: state =>
			mayRepeat(state, repeat) && !isHopeless(state.error) ? undefined : false,
	};
}

function mayRepeat({error, retryCount}: ShouldRetryState, repeat: Repeat): boolean {
	if (error instanceof UserError) {
		return false;
	}
	if (isHTTPError(error)) {
		const {status, headers} = error.response;
		return (
			(retryAfterMs(headers) ?? 0) <= longestWaitMs &&
			(repeat === 'always' || isRefusedUnread(status, headers, error.data))
		);
	}
	if (isTimeoutError(error)) {
		return repeat === 'always' && retryCount <= repetitionsWhenSilent;
	}
	const {isUnsent, isPassing} = explainNetworkFault(error);
	return (
		isPassing &&
		(repeat === 'always' || isUnsent) &&
		retryCount <= (isUnsent ? repetitionsWhenSilent : repetitions)
	);
}

/**
 * Whether an answer says that the service took nothing in. A 503 with a text of its own may come from
 * something in between that lost the service halfway.
 */
export function isRefusedUnread(status: number, headers: Headers, data: unknown): boolean {
	return (
		status === 429 ||
		(status === 503 && (data === undefined || retryAfterMs(headers) !== undefined))
	);
}
