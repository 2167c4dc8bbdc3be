import type {SpokenTurn} from '../speech/speech.ts';
import type {Parameters} from './parameters.ts';
import {createSpeakerLabels} from './speaker-labels.ts';

const features: ReadonlySet<string> = new Set([
	'action_items',
	'custom_formatting',
	'speaker_identification',
	'summarization',
	'translation',
]);

type Asked = Readonly<Record<string, unknown>>;

/** What speech understanding was asked for, with its answer; nothing where nobody asked. */
export function understand(turns: Iterable<SpokenTurn>, parameters: Parameters): object {
	const request = readRequest(parameters);
	if (request === undefined) {
		return {};
	}

	const heard = [...turns];
	return {
		speech_understanding: {
			request,
			response: {
				...(request['summarization'] !== undefined && {summarization: summarize(heard)}),
				...(request['action_items'] !== undefined && {action_items: listActions(heard)}),
				...(request['speaker_identification'] !== undefined && {
					speaker_identification: {
						status: 'success',
						mapping: Object.fromEntries(identifySpeakers(heard, parameters)),
					},
				}),
			},
		},
	};
}

/** The name for each label that is one of the known ones; nobody else is guessed at. */
export function identifySpeakers(
	turns: Iterable<SpokenTurn>,
	parameters: Parameters,
): ReadonlyMap<string, string> {
	const asked = readRequest(parameters)?.['speaker_identification'];
	const known =
		typeof asked === 'object' && asked !== null && 'known_values' in asked
			? asked.known_values
			: [];
	const names = new Set<unknown>(Array.isArray(known) ? known : []);
	const labels = createSpeakerLabels(parameters);
	const mapping = new Map<string, string>();
	for (const turn of names.size === 0 ? [] : turns) {
		const label = labels.of(turn);
		const {displayName} = turn.speaker;
		if (label !== null && displayName !== undefined && names.has(displayName)) {
			mapping.set(label, displayName);
		}
	}
	return mapping;
}

/** Why the request is not accepted; undefined when it is. */
export function checkUnderstanding(request: unknown): string | undefined {
	if (typeof request !== 'object' || request === null || Object.keys(request).length === 0) {
		return 'speech_understanding.request must name at least one feature';
	}
	const unknown = Object.keys(request).find(feature => !features.has(feature));
	if (unknown !== undefined) {
		return `speech_understanding.request.${unknown} is not supported`;
	}
	const asked =
		'speaker_identification' in request ? request.speaker_identification : {speaker_type: 'name'};
	if (typeof asked !== 'object' || asked === null || !('speaker_type' in asked)) {
		return 'speaker_identification needs a speaker_type';
	}
	const known = 'known_values' in asked ? asked.known_values : [];
	const isGood =
		Array.isArray(known) && known.every(name => typeof name === 'string' && name.length <= 35);
	return isGood ? undefined : 'known_values must be strings of at most 35 characters';
}

function summarize(turns: readonly SpokenTurn[]): object {
	const subjects = turns.filter(({subject}) => subject !== undefined);
	const last = subjects.at(-1)?.endMs ?? 0;
	return {
		status: 'success',
		summary_type: 'bullets',
		summary: subjects.map(({subject, startMs}, place) => ({
			start: startMs,
			end: subjects[place + 1]?.startMs ?? last,
			headline: subject?.name ?? '',
			text: `${subject?.state ?? ''} ${subject?.choice ?? ''}`,
		})),
	};
}

function listActions(turns: readonly SpokenTurn[]): object {
	return {
		status: 'success',
		items: turns
			.filter(({subject}) => subject !== undefined)
			.map(({subject, endMs, speaker}) => ({
				action_item: `${speaker.firstName} to ${subject?.next ?? ''}.`,
				quote: subject?.next ?? '',
				timestamp: endMs,
			})),
	};
}

function readRequest({speech_understanding: asked}: Parameters): Asked | undefined {
	const request =
		typeof asked === 'object' && asked !== null && 'request' in asked ? asked.request : undefined;
	return typeof request === 'object' && request !== null ? {...request} : undefined;
}
