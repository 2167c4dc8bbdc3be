import type {SpokenTurn} from '../speech/speech.ts';
import type {SpokenWord} from '../speech/words.ts';
import type {AssemblyAIAccount} from './account.ts';
import {languageOf, listen, spokenLanguage} from './heard.ts';
import {type Job, type Sound, soundOf} from './job.ts';
import {describeModel} from './models.ts';
import type {Parameters} from './parameters.ts';
import {createSpeakerLabels} from './speaker-labels.ts';
import {identifySpeakers, understand} from './understanding.ts';

/** A job as `GET /v2/transcript/{id}` gives it, as JSON. Built as text: ten hours of words are many. */
export function writeTranscript(job: Job, account: AssemblyAIAccount): string {
	const head = {...describeRequest(job.parameters), id: job.id, status: job.progress.status};
	if (job.isDeleted) {
		return JSON.stringify({...head, ...scrubbed(job)});
	}
	switch (job.progress.status) {
		case 'queued':
		case 'processing':
			return JSON.stringify({...head, ...nothingYet});
		case 'error':
			return JSON.stringify({
				...head,
				...nothingYet,
				audio_duration: seconds(job.progress.sound),
				error: job.progress.error,
			});
		case 'completed':
			return writeCompleted(head, job.parameters, job.progress.sound, account);
	}
}

const nothingYet = {
	text: null,
	words: null,
	utterances: null,
	confidence: null,
	audio_duration: null,
	language_confidence: null,
};

function writeCompleted(
	head: object,
	parameters: Parameters,
	sound: Sound,
	account: AssemblyAIAccount,
): string {
	const {text, words, utterances, confidence} = writeWords(sound, parameters, account.world.seed);
	const language = languageOf(sound, parameters);
	const document = JSON.stringify({
		...head,
		audio_duration: seconds(sound),
		audio_channels: 1,
		language_code: language.code,
		language_confidence: language.confidence,
		...describeModel(parameters, spokenLanguage(sound), account.speechModels),
		...understand(listen(sound, account.world.seed), parameters),
		confidence,
		text,
	});
	const turns = utterances === undefined ? 'null' : `[${utterances.join(',')}]`;
	return `${document.slice(0, -1)},"words":[${words.join(',')}],"utterances":${turns}}`;
}

type Written = {
	readonly text: string;
	readonly words: readonly string[];
	readonly utterances: readonly string[] | undefined;
	readonly confidence: number;
};

function writeWords(sound: Sound, parameters: Parameters, seed: number): Written {
	const between = spokenLanguage(sound) === 'ja' ? '' : ' ';
	const labels = createSpeakerLabels(parameters);
	const names = identifySpeakers(listen(sound, seed), parameters);
	const labelOf = (turn: SpokenTurn) => {
		const label = labels.of(turn);
		// Who was known again has the name in place of the letter.
		return label === null ? null : (names.get(label) ?? label);
	};
	const words: string[] = [];
	const texts: string[] = [];
	const utterances: string[] = [];
	let clarity = 0;
	for (const {speaker, turn} of mergeTurns(listen(sound, seed), labelOf)) {
		const heard = hear(turn, parameters);
		const written = heard.map(word => writeWord(word, speaker));
		const sum = heard.reduce((total, word) => total + word.clarity, 0);
		const text = heard.map(word => word.text).join(between);
		const [first] = heard;
		if (first === undefined) {
			continue;
		}
		clarity += sum;
		words.push(...written);
		texts.push(text);
		utterances.push(
			`{"speaker":${JSON.stringify(speaker)},"text":${JSON.stringify(text)},"confidence":${round(sum / heard.length)},"start":${first.startMs},"end":${heard.at(-1)?.endMs ?? first.endMs},"words":[${written.join(',')}]}`,
		);
	}
	return {
		text: texts.join(between),
		words,
		utterances: labels.areOn ? utterances : undefined,
		confidence: words.length === 0 ? 0 : round(clarity / words.length),
	};
}

/** What one speaker says until another does is one utterance. */
function* mergeTurns(
	turns: Iterable<SpokenTurn>,
	labelOf: (turn: SpokenTurn) => string | null,
): Generator<{readonly speaker: string | null; readonly turn: readonly SpokenWord[]}> {
	let speaker: string | null = null;
	let turn: SpokenWord[] = [];
	for (const spoken of turns) {
		const next = labelOf(spoken);
		if (next !== speaker && turn.length > 0) {
			yield {speaker, turn};
			turn = [];
		}
		speaker = next;
		turn.push(...spoken.words);
	}
	if (turn.length > 0) {
		yield {speaker, turn};
	}
}

/** What the parameters leave of what was said. */
function hear(words: readonly SpokenWord[], parameters: Parameters): readonly SpokenWord[] {
	const {audio_start_from: from, audio_end_at: until, punctuate, format_text: format} = parameters;
	let heard = words;
	if (typeof from === 'number') {
		heard = heard.filter(({startMs}) => startMs >= from);
	}
	if (typeof until === 'number') {
		heard = heard.filter(({endMs}) => endMs <= until);
	}
	if (punctuate === false) {
		heard = heard.map(word => ({...word, text: word.text.replace(/[.,;:?!。、？！]+$/u, '')}));
	}
	if (format === false) {
		heard = heard.map(word => ({...word, text: word.text.toLowerCase()}));
	}
	return heard;
}

function writeWord({text, startMs, endMs, clarity}: SpokenWord, speaker: string | null): string {
	return `{"text":${JSON.stringify(text)},"start":${startMs},"end":${endMs},"confidence":${round(clarity)},"speaker":${JSON.stringify(speaker)}}`;
}

function round(value: number): number {
	return Math.round(value * 100_000) / 100_000;
}

function seconds(sound: Sound | undefined): number | null {
	return sound === undefined ? null : Math.round(sound.durationSeconds);
}

/** Every parameter comes back; what was not set, as null or as its default. */
function describeRequest(parameters: Parameters): object {
	return {
		language_model: 'assemblyai_default',
		acoustic_model: 'assemblyai_default',
		language_code: 'en_us',
		language_detection: false,
		language_confidence_threshold: null,
		punctuate: true,
		format_text: true,
		multichannel: false,
		webhook_url: null,
		webhook_status_code: null,
		webhook_auth: false,
		webhook_auth_header_name: null,
		speed_boost: false,
		auto_highlights_result: null,
		auto_highlights: false,
		audio_start_from: null,
		audio_end_at: null,
		keyterms_prompt: [],
		filter_profanity: false,
		redact_pii: false,
		redact_pii_audio: false,
		redact_pii_audio_quality: null,
		redact_pii_policies: null,
		redact_pii_sub: null,
		speaker_labels: false,
		speaker_options: null,
		speakers_expected: null,
		content_safety: false,
		iab_categories: false,
		speech_threshold: null,
		disfluencies: false,
		entity_detection: false,
		sentiment_analysis: false,
		throttled: null,
		speech_model: null,
		speech_models: null,
		...(parameters['language_detection'] === true ? {language_code: null} : {}),
		...parameters,
	};
}

function scrubbed({parameters, progress}: Job): object {
	const gone = Object.keys(parameters).map(name => [name, null]);
	return {
		...Object.fromEntries(gone),
		...nothingYet,
		status: progress.status === 'error' ? 'error' : 'completed',
		audio_url: 'http://deleted_by_user',
		text: 'Deleted by user.',
		webhook_url: 'http://deleted_by_user',
		audio_duration: seconds(soundOf(progress)),
	};
}
