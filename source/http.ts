import ky, {isHTTPError, isNetworkError, isTimeoutError, TimeoutError} from 'ky';
import type {z} from 'zod';
import type {UserError, UserErrorOptions} from './errors.ts';
import {isSafeAddress} from './http/addresses.ts';
import {BodyTooLarge, readWhole, withStallTimeout} from './http/body.ts';
import {explainNetworkFault} from './http/network-faults.ts';
import {type Patience, type Repeat, toRetryOptions, usualPatience} from './http/repeat.ts';
import {retryAfterMs} from './http/retry-after.ts';
import {type RequestEvent, tellLog} from './log-events.ts';
import {type JsonLimits, JsonTooLarge, parseJson} from './parse-json.ts';
import {safeText} from './safe-text.ts';

/** An answer that says no: its status, and its body parsed if it was JSON, else as text. */
export type Refusal = {
	readonly status: number;
	readonly headers: Headers;
	/** Undefined where there was no body, or none that could be read. */
	readonly data: unknown;
};

export type FaultOptions = UserErrorOptions & {
	/** True only when the request certainly never reached the service. */
	readonly isUnsent?: boolean;
};

/** The service that a client speaks to. */
export type Service = {
	/** As a person knows it: `Zoom` */
	readonly name: string;
	/** Makes the service's own kind of error. */
	readonly createError: (message: string, options: FaultOptions) => UserError;
	/** Explains a refusal. */
	readonly explain: (refusal: Refusal) => UserError;
	/** Whether a refusal that looks like a passing one is not; default: never. */
	readonly isHopeless?: (refusal: Refusal) => boolean;
	readonly patience?: Partial<Patience> | undefined;
};

export type HttpRequest = {
	readonly url: URL;
	readonly method?: 'GET' | 'POST' | 'DELETE';
	readonly headers?: Readonly<Record<string, string>>;
	/** Sent as JSON. */
	readonly json?: unknown;
	readonly body?: URLSearchParams | ReadableStream<Uint8Array>;
	readonly signal: AbortSignal;
	/** Default: a GET always, anything else never. */
	readonly repeat?: Repeat;
	/** Awaited before it is sent once more. */
	readonly beforeRepeat?: () => Promise<void>;
	/** Milliseconds for one attempt with its whole answer, or false for as long as it takes. */
	readonly timeoutMs?: number | false;
	/** Milliseconds more for a long answer, once it has begun within the usual time. */
	readonly longAnswerMs?: number;
	/** What an answer may hold at most, in bytes. Default: 16 MiB. */
	readonly limitBytes?: number;
};

export type Answer = {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
};

/**
 * HTTP as both services need it. Secrets travel only over https or to this computer itself, and no
 * redirect is followed. Errors are the service's own (`network` when it gave no answer), or the
 * signal's reason.
 */
export type Http = {
	/** Sends a request and reads the whole answer. Throws for every status but 2xx. */
	readonly read: (request: HttpRequest) => Promise<Answer>;
	/** Sends a request and gives back the answer with its body unread. Throws for 4xx and 5xx, not for a redirect. */
	readonly open: (request: HttpRequest) => Promise<Response>;
	/** The JSON of an answer, with at most so many values; throws where it holds something else. */
	readonly parseJson: (answer: Answer, limits?: JsonLimits) => unknown;
	/** What the schema makes of an answer's data; throws, naming the first thing that does not fit. */
	readonly parse: <Schema extends z.ZodType>(schema: Schema, data: unknown) => z.output<Schema>;
};

type FetchInput = string | URL | Request;
type Fetch = (input: FetchInput, init?: RequestInit) => Promise<Response>;

const usualLimitBytes = 16 * 2 ** 20;
const refusalLimitBytes = 2 ** 20;

export function createHttp(service: Service): Http {
	const {name, createError} = service;
	const patience: Patience = {...usualPatience, ...service.patience};

	async function send(request: HttpRequest, fetchBy: Fetch): Promise<Response> {
		try {
			return await sendByKy(request, fetchBy);
		} catch (error) {
			request.signal.throwIfAborted();
			throw error;
		}
	}

	function sendByKy(request: HttpRequest, fetchBy: Fetch): Promise<Response> {
		const {url, method = 'GET', headers, json, body, signal} = request;
		let attempt = 0;
		const repeat = request.repeat ?? (method === 'GET' ? 'always' : 'never');
		return ky(url, {
			method,
			headers: {'user-agent': 'recscribe', ...headers},
			...(json !== undefined && {json}),
			...(body !== undefined && {body}),
			signal,
			// Unless a redirect is an error, Node's fetch keeps a copy of all that was sent, to send it again
			// (nodejs/undici#4058).
			redirect: body instanceof ReadableStream ? 'error' : 'manual',
			timeout: request.timeoutMs ?? patience.timeoutMs + (request.longAnswerMs ?? 0),
			retry: toRetryOptions(repeat, patience, isHopeless),
			fetch: async (input, init) => {
				if (!isSafeAddress(url)) {
					throw createError(`${name} gave an address that is not safe: ${toOrigin(url)}`, {
						code: 'service',
						hint: 'Only https is allowed, and plain http to this computer itself.',
					});
				}
				attempt++;
				return whileTelling({service: name, method, url, attempt}, () => fetchBy(input, init));
			},
			throwHttpErrors: status => status >= 400,
			// Only a refusal's body comes this way: what is not JSON after all is kept as text.
			parseJson: parseJsonOrText,
			hooks: {
				beforeRetry: [async () => request.beforeRepeat?.()],
				beforeError: [({error}) => toServiceError(error, url)],
			},
		});
	}

	function isHopeless(error: Error): boolean {
		return isHTTPError(error) && service.isHopeless?.(toRefusal(error)) === true;
	}

	function toServiceError(error: Error, url: URL): Error {
		if (isHTTPError(error)) {
			return service.explain(toRefusal(error));
		}
		if (isTimeoutError(error)) {
			return createError(`${name} (${url.host}) did not answer in time`, {
				code: 'network',
				hint: 'Check the network connection, then try again.',
			});
		}
		if (isNetworkError(error)) {
			const {reason, hint, isUnsent} = explainNetworkFault(error);
			return createError(`${name} (${url.host}) could not be reached: ${reason}`, {
				code: 'network',
				hint,
				isUnsent,
				// Not ky's error itself, which holds the request and so the secret in its headers.
				cause: error.cause,
			});
		}
		if (error instanceof BodyTooLarge) {
			return createError(
				`${name}’s answer is larger than the ${formatMebibytes(error.limitBytes)} allowed`,
				{code: 'service', hint: 'Nothing was kept of it. Try again later.'},
			);
		}
		return error;
	}

	return {
		async read(request) {
			// Kept here rather than in the response that ky sees, which would copy it several times.
			let bytes: Uint8Array = new Uint8Array();
			const {limitBytes = usualLimitBytes} = request;
			const response = await send(request, async (input, init) => {
				const answer = await (request.longAnswerMs === undefined
					? fetchAnswer(input, init)
					: fetchInTime(input, init, patience.timeoutMs));
				const createError = () => new TimeoutError(new Request(request.url));
				const body = answer.body && withStallTimeout(answer.body, patience.stallMs, createError);
				if (!answer.ok) {
					return copyOf(answer, body && (await readWhole(body, refusalLimitBytes)));
				}
				bytes = body ? await readWhole(body, limitBytes) : new Uint8Array();
				return copyOf(answer, null);
			});
			if (!response.ok) {
				throw createError(`${name} sent the request on to another address; that is not followed`, {
					code: 'service',
					hint: `Is a sign-in page of the network in between? Else check ${name}’s address in the settings.`,
				});
			}
			const {status, headers} = response;
			return {status, headers, text: new TextDecoder().decode(bytes)};
		},
		async open(request) {
			return await send(request, fetchAnswer);
		},
		parseJson({headers, text}, limits) {
			try {
				return parseJson(text, limits);
			} catch (error) {
				if (error instanceof JsonTooLarge) {
					throw createError(`${name}’s answer holds more than can be read: ${error.message}`, {
						code: 'service',
						hint: 'Nothing was kept of it. Try again later.',
					});
				}

				const type = safeText(headers.get('content-type') ?? 'no content type');
				throw createError(`${name} answered with something other than data (${type})`, {
					code: 'service',
					hint: 'Is a proxy or a sign-in page of the network in between? Try again later.',
					cause: error,
				});
			}
		},
		parse(schema, data) {
			const result = schema.safeParse(data);
			if (result.success) {
				return result.data;
			}
			const issue = result.error.issues[0];
			const path = issue?.path.join('.') ?? '';
			throw createError(
				safeText(`${name}’s answer is not as expected: ${path} ${issue?.message ?? ''}`),
				{code: 'service', hint: 'Try again later; if it stays, report it.', cause: result.error},
			);
		},
	};
}

/** Tells the log of an attempt, whatever becomes of it. */
async function whileTelling(
	about: Pick<RequestEvent, 'service' | 'method' | 'url' | 'attempt'>,
	fetch: () => Promise<Response>,
): Promise<Response> {
	const started = performance.now();
	const tell = (outcome: Pick<RequestEvent, 'status' | 'fault'>) =>
		tellLog({type: 'request', ...about, milliseconds: performance.now() - started, ...outcome});
	try {
		const response = await fetch();
		tell({status: response.status, fault: undefined});
		return response;
	} catch (error) {
		tell({status: undefined, fault: nameFault(error)});
		throw error;
	}
}

/** `ECONNREFUSED`, `AbortError`, …: never its message, which may hold an address. */
function nameFault(error: unknown): string {
	const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
	return inner instanceof Error ? ('code' in inner ? String(inner.code) : inner.name) : 'unknown';
}

function toRefusal(error: {readonly response: Response; readonly data?: unknown}): Refusal {
	const {status, headers} = error.response;
	// Some answers are JSON and say that they are plain text.
	const data = typeof error.data === 'string' ? parseJsonOrText(error.data) : error.data;
	return {status, headers, data};
}

function parseJsonOrText(text: string): unknown {
	try {
		return parseJson(text);
	} catch {
		return text;
	}
}

/** Gives up when the answer does not begin within `timeoutMs`; its body may then take longer. */
async function fetchInTime(
	input: FetchInput,
	init: RequestInit | undefined,
	timeoutMs: number,
): Promise<Response> {
	const request = new Request(input, init);
	const late = new AbortController();
	const timer = setTimeout(() => late.abort(new TimeoutError(new Request(request.url))), timeoutMs);
	try {
		return await fetchAnswer(request, {signal: AbortSignal.any([request.signal, late.signal])});
	} finally {
		clearTimeout(timer);
	}
}

async function fetchAnswer(input: FetchInput, init?: RequestInit): Promise<Response> {
	return withPlainRetryAfter(await fetch(input, init));
}

/** The same response, with `Retry-After` in the one form that ky and every reader understand. */
function withPlainRetryAfter(response: Response): Response {
	const delayMs = retryAfterMs(response.headers);
	if (delayMs === undefined) {
		return response;
	}
	const headers = new Headers(response.headers);
	headers.set('retry-after', String(Math.ceil(delayMs / 1000)));
	return copyOf(response, response.body, headers);
}

/** The same answer with another body. A status that HTTP does not have counts as a fault of the server. */
function copyOf(
	{status, statusText, headers: own}: Response,
	body: ConstructorParameters<typeof Response>[0],
	headers: Headers = own,
): Response {
	return new Response(body, {
		status: status >= 200 && status <= 599 ? status : 501,
		statusText,
		headers,
	});
}

function toOrigin(url: URL): string {
	return `${url.protocol}//${url.host}`;
}

function formatMebibytes(bytes: number): string {
	return `${Math.round(bytes / 2 ** 20)} MiB`;
}
