import * as z from 'zod';
import {optionalNumber, optionalSafeText, safeTextOrEmpty} from '../http/lenient.ts';
import {safeText} from '../safe-text.ts';
import type {Outline} from '../transcripts/outline.ts';
import {toMs} from './transcript-fields.ts';

function listOf<Item extends z.ZodType>(item: Item) {
	return z
		.unknown()
		.optional()
		.transform(value => (Array.isArray(value) ? value : []))
		.transform((values: readonly unknown[]) =>
			values.flatMap(value => {
				const {success, data} = item.safeParse(value);
				return success ? [data] : [];
			}),
		);
}

const section = z.object({
	headline: safeTextOrEmpty,
	text: safeTextOrEmpty,
	start: optionalNumber,
});

const item = z.object({action_item: optionalSafeText, timestamp: optionalNumber});

const understanding = z.object({
	speech_understanding: z.object({
		response: z.object({
			summarization: z
				.object({summary: listOf(section)})
				.optional()
				.catch(undefined),
			action_items: z
				.object({items: listOf(item)})
				.optional()
				.catch(undefined),
		}),
	}),
});

/**
 * What speech understanding made of a recording; undefined where it was not asked for, or made nothing.
 *
 * @param answer AssemblyAI's response, as JSON gave it.
 */
export function parseOutline(answer: unknown): Outline | undefined {
	const {data} = understanding.safeParse(answer);
	const response = data?.speech_understanding.response;
	const sections = (response?.summarization?.summary ?? [])
		.filter(({headline, text}) => headline !== '' || text !== '')
		.map(({headline, text, start}) => ({headline, text, startMs: toMs(start)}));
	const steps = (response?.action_items?.items ?? []).flatMap(({action_item: text, timestamp}) =>
		text === undefined ? [] : [{text, timeMs: toMs(timestamp)}],
	);
	return sections.length === 0 && steps.length === 0
		? undefined
		: {overview: safeText(''), sections, steps};
}
