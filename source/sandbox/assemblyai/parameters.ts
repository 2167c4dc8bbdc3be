import {checkUnderstanding} from './understanding.ts';

/** A request's body as it was sent, once it has been found acceptable. */
export type Parameters = Readonly<Record<string, unknown>> & {readonly audio_url: string};

export type ParameterCheck =
	| {readonly isGood: true; readonly parameters: Parameters}
	| {readonly isGood: false; readonly error: string};

type Kind = 'Boolean' | 'String' | 'Integer' | 'Number' | 'List' | 'Object';

/** Everything that `POST /v2/transcript` takes; anything else is refused. */
const kinds: Readonly<Record<string, Kind>> = {
	audio_url: 'String',
	audio_start_from: 'Integer',
	audio_end_at: 'Integer',
	auto_highlights: 'Boolean',
	content_safety: 'Boolean',
	content_safety_confidence: 'Integer',
	custom_spelling: 'List',
	disfluencies: 'Boolean',
	domain: 'String',
	entity_detection: 'Boolean',
	filter_profanity: 'Boolean',
	format_text: 'Boolean',
	iab_categories: 'Boolean',
	keyterms_prompt: 'List',
	language_code: 'String',
	language_codes: 'List',
	language_confidence_threshold: 'Number',
	language_detection: 'Boolean',
	language_detection_options: 'Object',
	multichannel: 'Boolean',
	prompt: 'String',
	punctuate: 'Boolean',
	redact_pii: 'Boolean',
	redact_pii_audio: 'Boolean',
	redact_pii_audio_options: 'Object',
	redact_pii_audio_quality: 'String',
	redact_pii_policies: 'List',
	redact_pii_return_unredacted: 'Boolean',
	redact_pii_sub: 'String',
	redact_static_entities: 'Object',
	remove_audio_tags: 'String',
	sentiment_analysis: 'Boolean',
	speaker_labels: 'Boolean',
	speaker_options: 'Object',
	speakers_expected: 'Integer',
	speech_models: 'List',
	speech_threshold: 'Number',
	speech_understanding: 'Object',
	temperature: 'Number',
	webhook_auth_header_name: 'String',
	webhook_auth_header_value: 'String',
	webhook_url: 'String',
};

/** What has been taken away, and what is said about it. */
const retired: Readonly<Record<string, string>> = {
	speech_model: "speech_model is deprecated. Use 'speech_models' instead",
	word_boost: "word_boost is deprecated. Use 'keyterms_prompt' instead",
	boost_param: "boost_param is deprecated. Use 'keyterms_prompt' instead",
	dual_channel: "dual_channel is deprecated. Use 'multichannel' instead",
};

const tooLongKeyterms = 6;

/** Checks the body of a submission as strictly as AssemblyAI does, in its own words where they are known. */
export function checkParameters(body: unknown, acceptedModels: readonly string[]): ParameterCheck {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) {
		return bad('Invalid endpoint schema, please refer to documentation for examples.');
	}
	const given = Object.entries(body).filter(([, value]) => value !== null);
	const values: Readonly<Record<string, unknown>> = Object.fromEntries(given);
	const audioUrl = values['audio_url'];
	const error =
		given.map(([name, value]) => checkKind(name, value)).find(found => found !== undefined) ??
		checkAudioUrl(audioUrl) ??
		checkModels(values['speech_models'], acceptedModels) ??
		checkLanguage(values) ??
		checkNumbers(values) ??
		checkKeyterms(values['keyterms_prompt']) ??
		checkSpeakers(values) ??
		checkSpeechUnderstanding(values['speech_understanding']);
	return error === undefined
		? {isGood: true, parameters: {...values, audio_url: String(audioUrl)}}
		: bad(error);
}

function checkSpeechUnderstanding(value: unknown): string | undefined {
	return typeof value === 'object' && value !== null && 'request' in value
		? checkUnderstanding(value.request)
		: undefined;
}

function bad(error: string): ParameterCheck {
	return {isGood: false, error};
}

function checkKind(name: string, value: unknown): string | undefined {
	if (Object.hasOwn(retired, name)) {
		return retired[name];
	}
	const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
	if (kind === undefined) {
		return 'Invalid endpoint schema, please refer to documentation for examples.';
	}
	const article = /^[AEIOU]/.test(kind) ? 'an' : 'a';
	return isKind(value, kind) ? undefined : `${name} must be ${article} ${kind}`;
}

function isKind(value: unknown, kind: Kind): boolean {
	switch (kind) {
		case 'Boolean':
			return typeof value === 'boolean';
		case 'String':
			return typeof value === 'string';
		case 'Integer':
			return Number.isInteger(value);
		case 'Number':
			return typeof value === 'number';
		case 'List':
			return Array.isArray(value);
		case 'Object':
			return typeof value === 'object' && !Array.isArray(value);
	}
}

function checkAudioUrl(value: unknown): string | undefined {
	return typeof value === 'string' && /^https?:\/\/./.test(value)
		? undefined
		: 'Transcript creation error, audio_url should start with http';
}

function checkModels(value: unknown, accepted: readonly string[]): string | undefined {
	if (value === undefined) {
		return undefined;
	}
	const models: readonly unknown[] = Array.isArray(value) ? value : [];
	if (models.includes('universal-3-pro')) {
		return 'The "universal-3-pro" speech model(s) have been deprecated. Use speech_models: ["universal-3-5-pro", "universal-2"] instead.';
	}
	const isGood = models.every(model => typeof model === 'string' && accepted.includes(model));
	return isGood && models.length > 0
		? undefined
		: `"speech_models" must be a non-empty list containing one or more of: ${accepted.map(model => `"${model}"`).join(', ')}`;
}

function checkLanguage(values: Readonly<Record<string, unknown>>): string | undefined {
	const {language_code: code, language_detection: isDetected} = values;
	if (code !== undefined && isDetected === true) {
		return 'language_code and language_detection can not both be set';
	}
	if (values['language_confidence_threshold'] !== undefined && isDetected !== true) {
		return 'language_confidence_threshold requires language_detection to be set';
	}
	return code === undefined || /^[a-z]{2,3}(_[a-z]{2,4})?$/.test(String(code))
		? undefined
		: 'language_code is not supported, please refer to documentation for the supported languages.';
}

const bounds: Readonly<Record<string, readonly [number, number]>> = {
	language_confidence_threshold: [0, 1],
	speech_threshold: [0, 1],
	temperature: [0, 1],
	audio_start_from: [0, Number.MAX_SAFE_INTEGER],
	audio_end_at: [0, Number.MAX_SAFE_INTEGER],
	speakers_expected: [1, 100],
};

function checkNumbers(values: Readonly<Record<string, unknown>>): string | undefined {
	for (const [name, [least, most]] of Object.entries(bounds)) {
		const value = values[name];
		if (typeof value === 'number' && (value < least || value > most)) {
			return `${name} must be between ${least} and ${most}`;
		}
	}
	return undefined;
}

function checkKeyterms(value: unknown): string | undefined {
	if (!Array.isArray(value)) {
		return undefined;
	}
	if (value.length > 1000) {
		return 'keyterms_prompt must contain at most 1000 terms';
	}
	const isGood = value.every(
		term => typeof term === 'string' && term.trim().split(/\s+/).length <= tooLongKeyterms,
	);
	return isGood ? undefined : 'keyterms_prompt must be a list of terms of at most 6 words each';
}

function checkSpeakers(values: Readonly<Record<string, unknown>>): string | undefined {
	const {speakers_expected: expected, speaker_options: options, speaker_labels: isOn} = values;
	if ((expected !== undefined || options !== undefined) && isOn !== true) {
		return 'speakers_expected requires speaker_labels to be set to true';
	}
	return expected !== undefined && options !== undefined
		? 'speakers_expected and speaker_options can not both be set'
		: undefined;
}
