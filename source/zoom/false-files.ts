import {setTimeout as wait} from 'node:timers/promises';
import {readStart} from '../http/body.ts';
import {parseJson} from '../parse-json.ts';
import {safeText} from '../safe-text.ts';
import type {OpenedFile} from './file-access.ts';
import type {RecordingFile} from './recordings.ts';
import {readWords} from './refusals.ts';
import {ZoomError} from './zoom-error.ts';

/** No recording is as small as this; what Zoom says instead of one is. */
const smallBytes = 2048;

const page = /^(?:text\/html|application\/xhtml\+xml)$/i;
const message = /^application\/(?:.*\+)?(?:json|xml)$/i;
const text = /^text\//i;

/**
 * The file, if it is what was asked for. Zoom answers a download that it refuses with status 200 and a
 * web page or a small JSON document, and not always with the content type of one.
 *
 * @throws {ZoomError} `not-allowed`, with what the document says.
 */
export async function rejectDocument(
	opened: OpenedFile,
	file: RecordingFile,
	stallMs: number,
): Promise<OpenedFile> {
	const {response, body} = opened;
	const type = (response.headers.get('content-type') ?? '').split(';', 1)[0]?.trim() ?? '';
	if (page.test(type)) {
		throw refuseDocument('web page', await readStart(body, 16_384));
	}
	if (isUnexpected(type, toFormat(file))) {
		throw refuseDocument('message', await readStart(body, 16_384));
	}
	const length = Number(response.headers.get('content-length') ?? Number.NaN);
	if (length > smallBytes || Number.isNaN(length)) {
		return opened;
	}
	const {beginning, whole} = await lookInto(body, stallMs);
	if (isRefusal(beginning, toFormat(file))) {
		await whole.cancel();
		throw refuseDocument(/^\s*</.test(beginning) ? 'web page' : 'message', beginning);
	}
	return {...opened, body: whole};
}

/** The first bytes that come within a while, and all of them. Who reads `whole` hears of a failure. */
async function lookInto(
	body: ReadableStream<Uint8Array>,
	stallMs: number,
): Promise<{readonly beginning: string; readonly whole: ReadableStream<Uint8Array>}> {
	const [look, whole] = body.tee();
	const reader = look.getReader();
	const hasLooked = new AbortController();
	const first = await Promise.race([
		reader.read().catch(() => undefined),
		wait(stallMs, undefined, {signal: hasLooked.signal}).catch(() => undefined),
	]);
	hasLooked.abort();
	// Settles only when `whole` has ended too.
	void reader.cancel().catch(() => undefined);
	return {beginning: Buffer.from(first?.value ?? []).toString(), whole};
}

type Format = 'media' | 'json' | 'text';

function toFormat({fileExtension, fileType}: RecordingFile): Format {
	const format = fileExtension === '' ? fileType : fileExtension;
	if (/^(?:M4A|MP4)$/i.test(format)) {
		return 'media';
	}
	return /^(?:JSON|TIMELINE|SUMMARY)$/i.test(format) ? 'json' : 'text';
}

function isUnexpected(type: string, format: Format): boolean {
	switch (format) {
		case 'media':
			return message.test(type) || text.test(type);
		case 'text':
			return message.test(type);
		case 'json':
			return false;
	}
}

/** Whether a small file says itself that it is none. */
function isRefusal(content: string, format: Format): boolean {
	if (/^\s*<(?:!doctype html|html)\b/i.test(content)) {
		return true;
	}
	if (!/^\s*\{/.test(content)) {
		return false;
	}
	const data = parseOrText(content);
	const isError =
		typeof data === 'object' && data !== null && ('errorCode' in data || 'errorMessage' in data);
	return isError || (format !== 'json' && typeof data === 'object');
}

function refuseDocument(kind: 'web page' | 'message', document: string): ZoomError {
	return new ZoomError(`Zoom sent a ${kind} instead of the recording${toPlainWords(document)}`, {
		code: 'not-allowed',
		remedy: 'renew-token',
		hint: 'The app’s owner needs the right to view and download this recording.',
	});
}

function toPlainWords(document: string): string {
	const withoutMarkup = document
		.replace(/<(script|style|head)\b[\s\S]*?<\/\1>/gi, ' ')
		.replace(/<[^>]*>/g, ' ');
	const {words} = readWords(parseOrText(withoutMarkup));
	const start = safeText(words).slice(0, 200).trim();
	return start === '' ? '' : `: “${start}”`;
}

function parseOrText(document: string): unknown {
	try {
		return parseJson(document);
	} catch {
		return document;
	}
}
