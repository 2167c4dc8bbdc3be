import type {SpokenTurn} from '../speech/speech.ts';
import type {Parameters} from './parameters.ts';

/** What speech understanding was asked for, with its answer; nothing where nobody asked. */
export function understand(turns: Iterable<SpokenTurn>, parameters: Parameters): object {
	const request = readRequest(parameters);
	if (request === undefined) {
		return {};
	}

	const asked = new Set(Object.keys(request));
	const subjects = [...turns].filter(({subject}) => subject !== undefined);
	const last = subjects.at(-1)?.endMs ?? 0;
	return {
		speech_understanding: {
			request,
			response: {
				...(asked.has('summarization') && {
					summarization: {
						status: 'success',
						summary_type: 'bullets',
						summary: subjects.map(({subject, startMs}, place) => ({
							start: startMs,
							end: subjects[place + 1]?.startMs ?? last,
							headline: subject?.name ?? '',
							text: `${subject?.state ?? ''} ${subject?.choice ?? ''}`,
						})),
					},
				}),
				...(asked.has('action_items') && {
					action_items: {
						status: 'success',
						items: subjects.map(({subject, endMs, speaker}) => ({
							action_item: `${speaker.firstName} to ${subject?.next ?? ''}.`,
							quote: subject?.next ?? '',
							timestamp: endMs,
						})),
					},
				}),
			},
		},
	};
}

function readRequest({speech_understanding: asked}: Parameters): object | undefined {
	const request =
		typeof asked === 'object' && asked !== null && 'request' in asked ? asked.request : undefined;
	return typeof request === 'object' && request !== null ? request : undefined;
}
