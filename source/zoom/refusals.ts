import type {ErrorCode} from '../errors.ts';
import {longestWaitMs} from '../http/repeat.ts';
import {retryAfterMs} from '../http/retry-after.ts';
import type {Refusal} from '../http.ts';
import {showMinutes, showMoment} from '../measures.ts';
import {type SafeText, safeText} from '../safe-text.ts';
import {ZoomError, type ZoomErrorOptions} from './zoom-error.ts';

/** What Zoom itself says about a refusal. */
export type ZoomWords = {
	readonly code: number | undefined;
	/** Empty where it says nothing fit to be shown. */
	readonly words: SafeText;
};

type Meaning = {readonly message: string; readonly code: ErrorCode; readonly hint: string};

const meanings: ReadonlyMap<number, Meaning> = new Map([
	[
		200,
		{
			message: 'Zoom does not allow this',
			code: 'not-allowed',
			hint: 'The account needs a paid plan with cloud recording, and the role of the app’s owner the right to view recordings.',
		},
	],
	...[1001, 1010].map((number): [number, Meaning] => [
		number,
		{
			message: 'Zoom does not know this user in this account',
			code: 'not-found',
			hint: '`recscribe users` lists those it knows.',
		},
	]),
	[
		2001,
		{message: 'Zoom does not know this account', code: 'not-found', hint: 'Check the account ID.'},
	],
	[
		2305,
		{
			message: 'Zoom does not let this app see the summary',
			code: 'not-allowed',
			hint: 'It was deleted, is shared with some people only, or may be opened from some networks only. Transcribe the recording instead.',
		},
	],
	[
		3001,
		{
			message: 'Zoom does not know this meeting',
			code: 'not-found',
			hint: '`recscribe meetings` lists the recorded ones.',
		},
	],
	[
		3301,
		{
			message: 'Zoom has no recording of this meeting',
			code: 'not-found',
			hint: 'It may have been deleted, or is not there yet. `recscribe meetings` lists what is.',
		},
	],
	[
		3303,
		{
			message: 'Zoom is still deleting this recording',
			code: 'not-found',
			hint: 'Whoever deleted it can bring it back from Zoom’s trash for 30 days.',
		},
	],
	[
		3309,
		{
			message: 'The cloud storage of this Zoom account is used up',
			code: 'not-allowed',
			hint: 'Make room under Recordings on Zoom’s own pages, or ask an administrator for more.',
		},
	],
	[
		3310,
		{
			message: 'Zoom does not give out the recording of a simulive webinar',
			code: 'not-allowed',
			hint: 'Look for the recording that the webinar was made from: `recscribe meetings` lists it.',
		},
	],
	[
		3322,
		{
			message: 'Zoom has no transcript of this meeting',
			code: 'not-found',
			hint: 'Transcribe its recording instead.',
		},
	],
]);

const scopeCodes = new Set([4700, 4711]);
const scopeHint =
	'Add it to the app in Zoom’s App Marketplace (Manage › the app › Scopes), then try again. Of a pair with and without “:admin”, a Server-to-Server app needs the one with it; whoever signed in as themselves needs the other, and has to sign in again with `recscribe setup`.';
const patienceHint = 'Wait a little, then try again.';

/** Explains what Zoom's API refused, by Zoom's code or else by the HTTP status. */
export function explainRefusal(refusal: Refusal): ZoomError {
	const {status} = refusal;
	const {code, words} = readWords(refusal.data);
	const options = {zoomCode: code};
	const missingScopes = readMissingScopes(words);
	if ((code !== undefined && scopeCodes.has(code)) || missingScopes.length > 0) {
		return explainMissingScopes(missingScopes, words, options);
	}
	if (code === 124 || (status === 401 && code === undefined)) {
		return new ZoomError(withWords('Zoom does not accept the sign-in any more', {code, words}), {
			...options,
			code: 'not-allowed',
			remedy: 'renew-token',
			hint: 'Check the credentials with `recscribe setup`.',
		});
	}
	if (status === 429 || code === 429) {
		return explainRateLimit(refusal, {code, words});
	}
	const meaning = code === undefined ? undefined : meanings.get(code);
	if (meaning !== undefined) {
		const {message, hint} = meaning;
		return new ZoomError(withWords(message, {code, words}), {...options, code: meaning.code, hint});
	}
	return explainStatus(status, {code, words});
}

/** An error that came with status 200; undefined when the data is no error. */
export function findHiddenRefusal(data: unknown, headers: Headers): ZoomError | undefined {
	const isError =
		typeof data === 'object' &&
		data !== null &&
		'code' in data &&
		'message' in data &&
		readWords(data).code !== undefined;
	return isError ? explainRefusal({status: 200, headers, data}) : undefined;
}

export function readWords(data: unknown): ZoomWords {
	if (typeof data === 'string') {
		return {code: undefined, words: /^\s*</.test(data) ? safeText('a web page') : shorten(data)};
	}
	if (typeof data !== 'object' || data === null) {
		return {code: undefined, words: safeText('')};
	}
	const fields = new Map<string, unknown>(Object.entries(data));
	const code = Number(fields.get('code') ?? fields.get('errorCode') ?? Number.NaN);
	const words = ['message', 'reason', 'errorMessage', 'error_description', 'error']
		.map(name => fields.get(name))
		.find(value => typeof value === 'string' && value !== '');
	return {
		code: Number.isInteger(code) ? code : undefined,
		words: shorten(typeof words === 'string' ? words : ''),
	};
}

/** A message with Zoom's number and words behind it. */
export function withWords(message: string, {code, words}: ZoomWords): string {
	const details = [code, words].filter(detail => detail !== undefined && detail !== '').join(': ');
	return details === '' ? message : `${message} (${details})`;
}

function explainMissingScopes(
	missingScopes: readonly SafeText[],
	words: SafeText,
	options: ZoomErrorOptions,
): ZoomError {
	const names = missingScopes.length === 0 ? words : missingScopes.join(', ');
	return new ZoomError(`The Zoom app lacks a permission (scope): ${names}`, {
		...options,
		code: 'not-allowed',
		missingScopes,
		hint: scopeHint,
	});
}

function explainRateLimit({headers}: Refusal, words: ZoomWords): ZoomError {
	const waitMs = retryAfterMs(headers);
	const options = {zoomCode: words.code, code: 'rate-limited', retryAfterMs: waitMs} as const;
	const isDaily =
		/\bdaily\b/i.test(words.words) || /daily/i.test(headers.get('x-ratelimit-type') ?? '');
	if (isDaily) {
		return new ZoomError(withWords('Zoom’s limit of requests for today is reached', words), {
			...options,
			hint: `${waitMs === undefined ? 'It ends within a day.' : `It ends in ${showWait(waitMs)}.`} Until then every program that uses this Zoom account is refused.`,
		});
	}
	const isShort = waitMs === undefined || waitMs <= longestWaitMs;
	return new ZoomError(withWords('Zoom’s limit of requests is reached', words), {
		...options,
		remedy: isShort ? 'slow-down' : undefined,
		hint: waitMs === undefined ? patienceHint : `Try again in ${showWait(waitMs)}.`,
	});
}

/** `25 min, at Tue 24 Nov 2026 14:00` */
function showWait(waitMs: number): string {
	const minutes = Math.max(1, Math.ceil(waitMs / 60_000));
	const end = new Date(Date.now() + waitMs);
	return minutes < 60 ? showMinutes(minutes) : `${showMinutes(minutes)}, on ${showMoment(end)}`;
}

function explainStatus(status: number, {code, words}: ZoomWords): ZoomError {
	const details = {code: code ?? status, words};
	if (code === 300 && /page token/i.test(words)) {
		return new ZoomError(withWords('Zoom’s list changed while it was being read', details), {
			zoomCode: code,
			code: 'service',
			remedy: 'restart-paging',
			hint: 'Try again.',
		});
	}
	if (status >= 500) {
		return new ZoomError(withWords('Zoom has a problem of its own', details), {
			zoomCode: code,
			code: 'service',
			hint: 'Try again in a few minutes; status.zoom.us says whether Zoom knows of it.',
		});
	}
	if (status === 401 || status === 403) {
		return new ZoomError(withWords('Zoom does not allow this', details), {
			zoomCode: code,
			code: 'not-allowed',
			hint: 'Check the app’s scopes and the role of its owner in Zoom.',
		});
	}
	if (code === 300) {
		return new ZoomError(withWords('Zoom does not understand what was asked for', details), {
			zoomCode: code,
			code: 'service',
			hint: 'Check the meeting and the dates; `recscribe meetings` lists what there is.',
		});
	}
	return new ZoomError(withWords('Zoom refused the request', details), {
		zoomCode: code,
		code: status === 404 ? 'not-found' : 'service',
		hint: 'Check what was asked for; `recscribe users` and `recscribe meetings` list what there is.',
	});
}

function readMissingScopes(words: string): readonly SafeText[] {
	const list = /scopes?\s*:?\s*\[([^\]]*)\]/i.exec(words)?.[1] ?? '';
	return list
		.split(',')
		.map(scope => safeText(scope))
		.filter(scope => scope !== '');
}

function shorten(text: string): SafeText {
	const words = safeText(text).replace(/\.$/, '');
	return safeText(words.length > 400 ? `${words.slice(0, 400)}…` : words);
}
