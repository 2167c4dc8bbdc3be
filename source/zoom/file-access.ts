import {readStart} from '../http/body.ts';
import {createHttp, type Http, type Refusal, type Service} from '../http.ts';
import {safeText} from '../safe-text.ts';
import type {MeetingDetail, RecordingFile} from './recordings.ts';
import {readWords, withWords} from './refusals.ts';
import {mayHoldRecordings, mayReceiveToken} from './trusted-hosts.ts';
import type {ZoomApi} from './zoom-api.ts';
import {ZoomError} from './zoom-error.ts';

/** A file's answer, with its body unread. */
export type OpenedFile = {
	readonly response: Response;
	readonly body: ReadableStream<Uint8Array>;
	/** Where the bytes come from, after every redirect. */
	readonly url: URL;
	/** Whether the address alone opens the file: no token was sent to it, and none is in it. */
	readonly isSelfContained: boolean;
};

export type FileAccess = {
	/** Opens the file, by the meeting's own token if there is one, else or then by the account's. */
	readonly open: (
		meeting: MeetingDetail,
		file: RecordingFile,
		signal: AbortSignal,
	) => Promise<OpenedFile>;
};

const mostRedirects = 5;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);

export function createFileAccess(
	api: ZoomApi,
	apiUrl: URL,
	patience: Service['patience'],
): FileAccess {
	const http = createHttp({
		name: 'Zoom',
		createError: (message, options) => new ZoomError(message, options),
		explain: explainFileRefusal,
		patience,
	});
	return {
		async open(meeting, file, signal) {
			const address = parseDownloadUrl(file);
			const openBy = async (token: string) => {
				const opened = await follow(http, address, token, apiUrl, signal);
				await rejectDocument(opened, file);
				return opened;
			};
			if (meeting.downloadAccessToken !== undefined) {
				try {
					return await openBy(meeting.downloadAccessToken);
				} catch (error) {
					if (!(error instanceof ZoomError && error.remedy === 'renew-token')) {
						throw error;
					}
				}
			}
			return api.withToken(signal, openBy);
		},
	};
}

/**
 * Follows redirects by hand: never from https to http, and the token goes only to hosts that may have
 * it, and to none any more once another origin has been named.
 */
async function follow(
	http: Http,
	address: URL,
	token: string,
	apiUrl: URL,
	signal: AbortSignal,
): Promise<OpenedFile> {
	let url = address;
	let isTokenSent = mayReceiveToken(url, apiUrl);
	for (let count = 0; count <= mostRedirects; count++) {
		if (!mayHoldRecordings(url, apiUrl)) {
			throw refuseAddress(url);
		}
		const response = await http.open({
			url,
			headers: {
				// A recording is compressed already, and its length is wanted as it is.
				'accept-encoding': 'identity',
				...(isTokenSent && {authorization: `Bearer ${token}`}),
			},
			signal,
		});
		const next = readRedirect(response, url);
		if (next === undefined) {
			return toOpenedFile(response, url, !isTokenSent && !holdsToken(url, token));
		}
		await response.body?.cancel();
		if (url.protocol === 'https:' && next.protocol !== 'https:') {
			throw refuseAddress(next);
		}
		isTokenSent &&= next.origin === url.origin;
		url = next;
	}
	throw new ZoomError(`Zoom redirected the download more than ${mostRedirects} times`, {
		code: 'service',
		hint: 'Try again later.',
	});
}

/** Whether a redirect has written the token into the address itself. */
function holdsToken(url: URL, token: string): boolean {
	return url.href.includes(token) || [...url.searchParams.values()].includes(token);
}

function readRedirect(response: Response, url: URL): URL | undefined {
	const location = response.headers.get('location');
	const isRedirect = redirectStatuses.has(response.status) && location !== null;
	return isRedirect && URL.canParse(location, url.href) ? new URL(location, url) : undefined;
}

function toOpenedFile(response: Response, url: URL, isSelfContained: boolean): OpenedFile {
	if (!response.ok || response.body === null) {
		throw new ZoomError(`Zoom sent no file (HTTP status ${response.status})`, {
			code: 'service',
			hint: 'Try again later.',
		});
	}
	return {response, body: response.body, url, isSelfContained};
}

/** Zoom answers a download that it refuses with status 200 and a web page or a small JSON document. */
async function rejectDocument({response, body}: OpenedFile, file: RecordingFile): Promise<void> {
	const type = (response.headers.get('content-type') ?? '').split(';', 1)[0]?.trim() ?? '';
	const isPage = /^(?:text\/html|application\/xhtml\+xml)$/i.test(type);
	const isMedia = /^(?:M4A|MP4)$/i.test(file.fileExtension || file.fileType);
	const isDocument = /^text\/|^application\/(?:.*\+)?(?:json|xml)$/i.test(type);
	if (isPage || (isMedia && isDocument)) {
		const words = toPlainWords(await readStart(body, 16_384));
		throw new ZoomError(
			`Zoom sent a ${isPage ? 'web page' : 'message'} instead of the recording${words}`,
			{
				code: 'not-allowed',
				remedy: 'renew-token',
				hint: 'The app’s owner needs the right to view and download this recording.',
			},
		);
	}
}

function toPlainWords(document: string): string {
	const withoutMarkup = document
		.replace(/<(script|style|head)\b[\s\S]*?<\/\1>/gi, ' ')
		.replace(/<[^>]*>/g, ' ');
	const {words} = readWords(parseOrText(withoutMarkup));
	const start = safeText(words).slice(0, 200).trim();
	return start === '' ? '' : `: “${start}”`;
}

function parseOrText(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

function parseDownloadUrl({downloadUrl, isReady}: RecordingFile): URL {
	if (downloadUrl === undefined || !URL.canParse(downloadUrl)) {
		throw new ZoomError('Zoom gives no download address for this file', {
			code: isReady ? 'not-found' : 'not-ready',
			hint: isReady ? 'Choose another file.' : 'Zoom is still processing it. Try again later.',
		});
	}
	return new URL(downloadUrl);
}

function refuseAddress(url: URL): ZoomError {
	return new ZoomError(
		`Zoom gave a download address that is not safe: ${url.protocol}//${url.host}`,
		{code: 'service', hint: 'Recordings are fetched over https only.'},
	);
}

function explainFileRefusal({status, data}: Refusal): ZoomError {
	const details = {code: status, words: readWords(data).words};
	if (status === 404 || status === 410) {
		return new ZoomError(withWords('Zoom does not have this file any more', details), {
			code: 'not-found',
			hint: 'It may have been deleted. `recscribe meetings` lists what is there.',
		});
	}
	if (status < 500 && status !== 429) {
		return new ZoomError(withWords('Zoom refused the download', details), {
			code: 'not-allowed',
			remedy: 'renew-token',
			hint: 'The app’s owner needs the right to view and download this recording.',
		});
	}
	return new ZoomError(withWords('Zoom could not deliver the file', details), {
		code: status === 429 ? 'rate-limited' : 'service',
		hint: 'Try again in a few minutes.',
	});
}
