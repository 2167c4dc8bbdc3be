import {parseBaseUrl} from '../http/addresses.ts';
import {type Patience, usualPatience} from '../http/repeat.ts';
import {createHttp} from '../http.ts';
import type {AssemblyAI} from './assemblyai.ts';
import {AssemblyAIError} from './assemblyai-error.ts';
import type {Base} from './base.ts';
import {explainRefusal} from './refusals.ts';
import {checkKey, deleteTranscript, getTranscript, listTranscripts} from './remote-transcripts.ts';
import {submit} from './submit.ts';
import {understand} from './understanding.ts';
import {upload} from './upload.ts';

export type AssemblyAIOptions = {
	readonly apiKey: string;
	/** `https://api.assemblyai.com` */
	readonly baseUrl: string;
	readonly patience?: Partial<Patience> | undefined;
};

/**
 * AssemblyAI's API, with retries taken care of where they cost nothing.
 *
 * @throws {UserError} when the address is neither https nor on this computer, or the key cannot be one.
 */
export function createAssemblyAI(options: AssemblyAIOptions): AssemblyAI {
	const {apiKey, patience} = options;
	if (!/^[!-~]*$/.test(apiKey)) {
		// Said here: a header's own error would repeat the key.
		throw new AssemblyAIError('AssemblyAI’s API key holds characters that no key has', {
			code: 'not-allowed',
			reason: 'bad-key',
			hint: 'Copy it again from AssemblyAI’s dashboard and enter it with `recscribe setup`.',
		});
	}
	const {stallMs, backoffMs} = {...usualPatience, ...patience};
	// The key as it is, without "Bearer".
	const base: Base = {
		url: parseBaseUrl(options.baseUrl, 'AssemblyAI'),
		headers: {authorization: apiKey},
	};
	const http = createHttp({
		name: 'AssemblyAI',
		createError: (message, {isUnsent = false, ...rest}) =>
			new AssemblyAIError(message, {...rest, isUndone: isUnsent}),
		explain: explainRefusal,
		patience,
	});
	return {
		checkKey: signal => checkKey(http, base, signal),
		upload: (audio, uploadOptions) => upload(http, base, audio, {...uploadOptions, stallMs}),
		submit: (audioUrl, transcriptionOptions, signal, submitOptions = {}) =>
			submit(http, base, audioUrl, transcriptionOptions, {...submitOptions, backoffMs, signal}),
		getTranscript: (id, signal, {isRepeated} = {isRepeated: true}) =>
			getTranscript(http, base, id, {signal, repeat: isRepeated ? 'always' : 'never'}),
		listTranscripts: signal => listTranscripts(http, base, signal),
		understand: (id, request, signal) => understand(http, base, id, {request, signal}),
		deleteTranscript: (id, signal) => deleteTranscript(http, base, id, signal),
	};
}
