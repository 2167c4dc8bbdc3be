import * as z from 'zod';
import {encodePathPart, joinUrl} from '../http/addresses.ts';
import {
	optionalDate,
	optionalSafeText,
	optionalText,
	requiredText,
	unshownText,
} from '../http/lenient.ts';
import type {Repeat} from '../http/repeat.ts';
import type {Http} from '../http.ts';
import {wordLimits} from '../parse-json.ts';
import {safeText} from '../safe-text.ts';
import type {ListedTranscript, TranscriptStatus} from './assemblyai.ts';
import type {Base} from './base.ts';

/** A hundred hours with every word twice are about 160 MB. */
const limitBytes = 256 * 2 ** 20;
const longAnswerMs = 10 * 60_000;
/** The most that AssemblyAI lists at once. */
const pageSize = '200';
const mostPages = 5000;

const statusAnswer = z.object({
	status: requiredText,
	error: optionalSafeText,
});

const listAnswer = z.object({
	page_details: z.object({prev_url: unshownText}).nullish(),
	transcripts: z.array(
		z
			.object({
				id: requiredText,
				status: requiredText,
				created: optionalDate,
				audio_url: optionalText,
			})
			.transform(
				({id, status, created, audio_url: audioUrl}): ListedTranscript => ({
					id,
					status,
					created: created ?? new Date(0),
					audioUrl: audioUrl ?? '',
				}),
			),
	),
});

/** One question for a transcript; see `AssemblyAI.getTranscript`. */
export async function getTranscript(
	http: Http,
	base: Base,
	id: string,
	options: {readonly signal: AbortSignal; readonly repeat: Repeat},
): Promise<TranscriptStatus> {
	const answer = await http.read({
		url: joinUrl(base.url, `v2/transcript/${encodePathPart(id)}`),
		headers: base.headers,
		limitBytes,
		longAnswerMs,
		...options,
	});
	const {status, error} = http.parse(statusAnswer, http.parseJson(answer, wordLimits));
	switch (status) {
		case 'completed':
			return {status: 'completed', id, rawJson: answer.text};
		case 'error':
			return {status: 'error', id, message: error ?? safeText('it gives no reason')};
		case 'queued':
			return {status: 'queued', id};
		default:
			return {status: 'processing', id};
	}
}

/** Asks for the shortest list there is: whoever may see it has a good key. */
export async function checkKey(http: Http, base: Base, signal: AbortSignal): Promise<void> {
	const url = joinUrl(base.url, 'v2/transcript', {limit: '1'});
	http.parseJson(await http.read({url, headers: base.headers, signal}));
}

/** Everything AssemblyAI lists, newest first; see `AssemblyAI.listTranscripts`. */
export async function* listTranscripts(
	http: Http,
	base: Base,
	signal: AbortSignal,
): AsyncGenerator<readonly ListedTranscript[], void, void> {
	const seen = new Set<string>();
	let query: Record<string, string> = {limit: pageSize};
	for (let count = 0; count < mostPages; count++) {
		const url = joinUrl(base.url, 'v2/transcript', query);
		const answer = await http.read({url, headers: base.headers, signal});
		const page = http.parse(listAnswer, http.parseJson(answer));
		const fresh = page.transcripts.filter(({id}) => isNew(id, seen));
		if (fresh.length === 0) {
			return;
		}
		yield fresh;
		// AssemblyAI calls the page of older ones the previous one.
		const olderUrl = page.page_details?.prev_url;
		if (olderUrl === undefined || !URL.canParse(olderUrl, base.url.href)) {
			return;
		}
		// Only its query is taken: the key goes to the configured host alone.
		query = {...Object.fromEntries(new URL(olderUrl, base.url).searchParams), limit: pageSize};
	}
}

function isNew(id: string, seen: Set<string>): boolean {
	const isFirst = !seen.has(id);
	seen.add(id);
	return isFirst;
}

export async function deleteTranscript(
	http: Http,
	base: Base,
	id: string,
	signal: AbortSignal,
): Promise<void> {
	await http.read({
		url: joinUrl(base.url, `v2/transcript/${encodePathPart(id)}`),
		method: 'DELETE',
		headers: base.headers,
		repeat: 'always',
		limitBytes,
		signal,
	});
}
