import * as z from 'zod';
import {joinUrl} from '../http/addresses.ts';
import {requiredId} from '../http/lenient.ts';
import type {Answer, Http} from '../http.ts';
import {safeText} from '../safe-text.ts';
import type {Submission, TranscriptionOptions} from './assemblyai.ts';
import {AssemblyAIError, DoubtfulSubmission} from './assemblyai-error.ts';
import type {Base} from './base.ts';

type Parameters = Readonly<Record<string, unknown>>;

const submissionAnswer = z.object({id: requiredId});

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
	signal: AbortSignal,
): Promise<Submission> {
	const send = (parameters: Parameters) => sendOnce(http, base, parameters, signal);
	const parameters = toParameters(audioUrl, options);
	try {
		return {id: await send(parameters), modelRefusal: undefined};
	} catch (error) {
		const isModelRefused = error instanceof AssemblyAIError && error.reason === 'model-refused';
		if (!isModelRefused || parameters['speech_models'] === undefined) {
			throw error;
		}
		const id = await send(toParameters(audioUrl, {...options, speechModels: undefined}));
		return {id, modelRefusal: error.words ?? safeText(error.message)};
	}
}

async function sendOnce(
	http: Http,
	base: Base,
	parameters: Parameters,
	signal: AbortSignal,
): Promise<string> {
	try {
		const answer: Answer = await http.read({
			url: joinUrl(base.url, 'v2/transcript'),
			method: 'POST',
			headers: base.headers,
			json: parameters,
			repeat: 'unless-acted',
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
function toParameters(
	audioUrl: string,
	{speechModels = [], speakerLabels, language}: TranscriptionOptions,
): Parameters {
	return {
		audio_url: audioUrl,
		...(speechModels.length > 0 && {speech_models: speechModels}),
		...(speakerLabels !== undefined && {speaker_labels: speakerLabels}),
		...(language === undefined ? {language_detection: true} : {language_code: language}),
	};
}
