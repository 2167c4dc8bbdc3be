import {setTimeout as delay} from 'node:timers/promises';
import * as z from 'zod';
import {joinUrl} from '../http/addresses.ts';
import {requiredText} from '../http/lenient.ts';
import {longestWaitMs} from '../http/repeat.ts';
import type {Answer, Http} from '../http.ts';
import {safeText} from '../safe-text.ts';
import type {Submission, SubmitOptions, TranscriptionOptions} from './assemblyai.ts';
import {AssemblyAIError, DoubtfulSubmission} from './assemblyai-error.ts';
import type {Base} from './base.ts';
import {toSpeechUnderstanding} from './understanding.ts';

type Parameters = Readonly<Record<string, unknown>>;

type SendOptions = SubmitOptions & {
	/** Milliseconds before the first repetition, doubled for each further one. */
	readonly backoffMs: number;
	readonly signal: AbortSignal;
};

const submissionAnswer = z.object({id: requiredText});
const repetitions = 5;
// Somebody looks at the screen meanwhile: what can't be reached is said sooner.
const repetitionsWhenUnreached = 2;

/**
 * Asks for a transcription; see `AssemblyAI.submit`. Where the models are refused it is asked for once
 * more without any: that first answer was a clear no.
 *
 * @throws {DoubtfulSubmission} when nobody knows whether AssemblyAI accepted it.
 */
export async function submit(
	http: Http,
	base: Base,
	audioUrl: string,
	options: TranscriptionOptions,
	sendOptions: SendOptions,
): Promise<Submission> {
	const send = (parameters: Parameters) => sendUntilTaken(http, base, parameters, sendOptions);
	const parameters = toParameters(audioUrl, options);
	try {
		return {id: await send(parameters), modelRefusal: undefined};
	} catch (error) {
		const isModelRefused = error instanceof AssemblyAIError && error.reason === 'model-refused';
		if (!isModelRefused || parameters['speech_models'] === undefined) {
			throw error;
		}
		const {speech_models: _, ...rest} = parameters;
		return {id: await send(rest), modelRefusal: error.words ?? safeText(error.message)};
	}
}

/** Repeats what AssemblyAI certainly did nothing about, as long as that may pass. */
async function sendUntilTaken(
	http: Http,
	base: Base,
	parameters: Parameters,
	options: SendOptions,
): Promise<string> {
	for (let repetition = 0; ; repetition++) {
		try {
			return await sendOnce(http, base, parameters, options);
		} catch (error) {
			const waitMs =
				error instanceof AssemblyAIError ? waitBefore(error, repetition, options) : undefined;
			if (waitMs === undefined) {
				throw error;
			}
			await pause(waitMs, options.signal);
		}
	}
}

/** Milliseconds to wait before the next try; undefined where there should be none. */
function waitBefore(
	{code, isUndone, retryAfterMs}: AssemblyAIError,
	repetition: number,
	{backoffMs}: SendOptions,
): number | undefined {
	const most = code === 'network' ? repetitionsWhenUnreached : repetitions;
	const mayPass = code === 'network' || code === 'rate-limited' || code === 'service';
	if (!isUndone || !mayPass || repetition >= most || (retryAfterMs ?? 0) > longestWaitMs) {
		return undefined;
	}
	return retryAfterMs ?? backoffMs * 2 ** repetition * (0.5 + Math.random() / 2);
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
	try {
		await delay(milliseconds, undefined, {signal});
	} catch (error) {
		signal.throwIfAborted();
		throw error;
	}
}

async function sendOnce(
	http: Http,
	base: Base,
	parameters: Parameters,
	{signal, beforeSend}: SendOptions,
): Promise<string> {
	await beforeSend?.(parameters);
	try {
		const answer: Answer = await http.read({
			url: joinUrl(base.url, 'v2/transcript'),
			method: 'POST',
			headers: base.headers,
			json: parameters,
			// Not even what is safe to repeat: `beforeSend` has to be asked again.
			repeat: 'never',
			signal,
		});
		return http.parse(submissionAnswer, http.parseJson(answer)).id;
	} catch (error) {
		if (error instanceof AssemblyAIError && !error.isUndone) {
			throw new DoubtfulSubmission(error);
		}
		throw error;
	}
}

/** Only what was asked for is sent: AssemblyAI's own defaults hold for the rest. */
export function toParameters(audioUrl: string, options: TranscriptionOptions): Parameters {
	const {speechModels = [], speakerLabels, extra = {}} = options;
	const {keyterms = [], redactPii = [], audioStartFromMs, audioEndAtMs} = options;
	const understanding = toSpeechUnderstanding(options);
	return {
		...toLanguage(options, extra),
		...(speechModels.length > 0 && {speech_models: speechModels}),
		...(speakerLabels !== undefined && {speaker_labels: speakerLabels}),
		...toSpeakers(options),
		...(keyterms.length > 0 && {keyterms_prompt: keyterms}),
		...(audioStartFromMs !== undefined && {audio_start_from: audioStartFromMs}),
		...(audioEndAtMs !== undefined && {audio_end_at: audioEndAtMs}),
		...(understanding !== undefined && {speech_understanding: understanding}),
		...(redactPii.length > 0 && {redact_pii: true, redact_pii_policies: redactPii}),
		...extra,
		audio_url: audioUrl,
	};
}

function toLanguage(
	{language}: TranscriptionOptions,
	extra: Readonly<Record<string, unknown>>,
): Parameters {
	if (language !== undefined) {
		return {language_code: language};
	}
	// AssemblyAI refuses the two together.
	return extra['language_code'] === undefined ? {language_detection: true} : {};
}

function toSpeakers({speakersMin, speakersMax}: TranscriptionOptions): Parameters {
	return speakersMin === undefined && speakersMax === undefined
		? {}
		: {
				speaker_options: {
					...(speakersMin !== undefined && {min_speakers_expected: speakersMin}),
					...(speakersMax !== undefined && {max_speakers_expected: speakersMax}),
				},
			};
}
