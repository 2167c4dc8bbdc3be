import {isRefusedUnread} from '../http/repeat.ts';
import {retryAfterMs} from '../http/retry-after.ts';
import type {Refusal} from '../http.ts';
import {showMinutes} from '../measures.ts';
import {type SafeText, safeText} from '../safe-text.ts';
import {AssemblyAIError, type AssemblyAIErrorOptions} from './assemblyai-error.ts';

type Meaning = AssemblyAIErrorOptions & {
	readonly matches: (status: number, words: string) => boolean;
	readonly message: string;
};

// AssemblyAI's statuses are not to be relied on: an unknown id and a negative balance are both 400.
const meanings: readonly Meaning[] = [
	{
		matches: status => status === 401,
		message: 'AssemblyAI does not accept the API key',
		code: 'not-allowed',
		reason: 'bad-key',
		hint: 'Copy it again from AssemblyAI’s dashboard and enter it with `recscribe setup`. A key of the EU region needs the EU address.',
	},
	{
		matches: (status, words) =>
			status === 402 ||
			/balance is negative|top up|insufficient (?:funds|balance|credit)/i.test(words),
		message: 'AssemblyAI’s account has no money left',
		code: 'not-allowed',
		reason: 'no-balance',
		hint: 'Top it up on AssemblyAI’s dashboard (Billing), then try again.',
	},
	{
		matches: (status, words) =>
			/transcript (?:id )?(?:was )?not found|transcript lookup error/i.test(words) ||
			status === 404,
		message: 'AssemblyAI does not know this transcript',
		code: 'not-found',
		reason: 'unknown-transcript',
		hint: 'It was deleted (AssemblyAI keeps them for 30 days), or belongs to another project or region.',
	},
	{
		matches: (_, words) => /cannot access uploaded file/i.test(words),
		message: 'AssemblyAI no longer has the uploaded audio',
		code: 'failed',
		reason: 'upload-gone',
		hint: 'Transcribe the recording again: the audio is then sent anew.',
	},
	{
		matches: (status, words) => status === 400 && isAboutModel(words),
		message: 'AssemblyAI does not accept the speech model',
		code: 'failed',
		reason: 'model-refused',
		hint: 'Choose one of the models that it names, or leave the choice to AssemblyAI.',
	},
	{
		matches: status => status === 403,
		message: 'AssemblyAI does not allow this',
		code: 'not-allowed',
		hint: 'Check the key’s project and region on AssemblyAI’s dashboard.',
	},
	{
		matches: status => status === 413,
		message: 'The recording is too large to be sent to AssemblyAI',
		code: 'failed',
		hint: 'Files up to 5 GB work when AssemblyAI fetches them itself: `--audio direct`.',
	},
];

/** Explains what AssemblyAI refused: by its words where they are known, else by the status. */
export function explainRefusal(refusal: Refusal): AssemblyAIError {
	const {status, headers, data} = refusal;
	const words = readWords(data);
	if (status === 429) {
		return explainRateLimit(headers, words);
	}
	if (status >= 500 || status === 408) {
		return new AssemblyAIError(withWords('AssemblyAI has a problem of its own', status, words), {
			code: 'service',
			hint: 'Try again in a few minutes; status.assemblyai.com says whether it knows of it.',
			retryAfterMs: retryAfterMs(headers),
			isUndone: isRefusedUnread(status, headers, data),
		});
	}
	const meaning = meanings.find(({matches}) => matches(status, words));
	const {message, ...options} = meaning ?? {
		message: 'AssemblyAI refused the request',
		code: 'failed',
		hint: 'AssemblyAI’s own words say what it did not like.',
	};
	return new AssemblyAIError(withWords(message, status, words), {
		...options,
		words,
		isUndone: true,
	});
}

function isAboutModel(words: string): boolean {
	return /speech[_ ]model/i.test(words);
}

/** AssemblyAI's own words; empty where it says nothing fit to be shown. */
export function readWords(data: unknown): SafeText {
	if (typeof data === 'string') {
		return /^\s*</.test(data) ? safeText('a web page') : shorten(data);
	}
	if (typeof data !== 'object' || data === null) {
		return safeText('');
	}
	const fields = new Map<string, unknown>(Object.entries(data));
	const words = fields.get('error') ?? fields.get('message');
	return shorten(typeof words === 'string' ? words : '');
}

function explainRateLimit(headers: Headers, words: SafeText): AssemblyAIError {
	const waitMs = retryAfterMs(headers);
	return new AssemblyAIError(withWords('AssemblyAI’s limit of requests is reached', 429, words), {
		code: 'rate-limited',
		retryAfterMs: waitMs,
		isUndone: true,
		hint:
			waitMs === undefined
				? 'Wait a little, then try again.'
				: `Try again in ${showMinutes(Math.max(1, Math.ceil(waitMs / 60_000)))}.`,
	});
}

function withWords(message: string, status: number, words: SafeText): string {
	return `${message} (${words === '' ? `HTTP status ${status}` : words})`;
}

function shorten(text: string): SafeText {
	const words = safeText(text).replace(/\.$/, '');
	return safeText(words.length > 400 ? `${words.slice(0, 400)}…` : words);
}
