import {joinUrl} from '../http/addresses.ts';
import type {Http} from '../http.ts';
import {wordLimits} from '../parse-json.ts';
import type {Base} from './base.ts';

/** What is to be made of a text, beside the text: at least one of them. */
export type UnderstandingRequest = {
	/** Sections with headlines, and what is to be done. */
	readonly outline?: boolean | undefined;
	/** Who may be speaking, of at most 35 characters each: which label is whom is to be found out. */
	readonly knownSpeakers?: readonly string[] | undefined;
};

const longAnswerMs = 5 * 60_000;
const limitBytes = 64 * 2 ** 20;

/** AssemblyAI's `speech_understanding`, as since August 2026; undefined where nothing is asked for. */
export function toSpeechUnderstanding({
	outline,
	knownSpeakers = [],
}: UnderstandingRequest): {readonly request: object} | undefined {
	const request = {
		...(outline === true && {summarization: {summary_type: 'bullets'}, action_items: {}}),
		...(knownSpeakers.length > 0 && {
			speaker_identification: {speaker_type: 'name', known_values: knownSpeakers},
		}),
	};
	return Object.keys(request).length === 0 ? undefined : {request};
}

/**
 * Where AssemblyAI's language models answer: beside its API in the same region. A gateway or a sandbox
 * has both at one address.
 */
export function gatewayOf(api: URL): URL {
	const gateway = new URL(api);
	gateway.hostname = api.hostname.replace(/^api\.((?:eu\.)?assemblyai\.com)$/, 'llm-gateway.$1');
	return gateway;
}

/** A paid request, sent once; see `AssemblyAI.understand`. */
export async function understand(
	http: Http,
	base: Base,
	transcriptId: string,
	{request, signal}: {readonly request: UnderstandingRequest; readonly signal: AbortSignal},
): Promise<string> {
	const answer = await http.read({
		url: joinUrl(gatewayOf(base.url), 'v1/understanding'),
		method: 'POST',
		headers: base.headers,
		json: {transcript_id: transcriptId, speech_understanding: toSpeechUnderstanding(request)},
		repeat: 'never',
		longAnswerMs,
		limitBytes,
		signal,
	});
	return JSON.stringify(http.parseJson(answer, wordLimits));
}
