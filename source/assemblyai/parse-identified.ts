import * as z from 'zod';
import {type SafeText, safeLine} from '../safe-text.ts';

const understanding = z.object({
	speech_understanding: z.object({
		response: z.object({
			speaker_identification: z.object({mapping: z.looseObject({})}),
		}),
	}),
});

/**
 * Who each speaker label is, as AssemblyAI's speech understanding takes it: a guess. Empty where that
 * was not asked for, or nobody was known again.
 *
 * @param answer AssemblyAI's response, as JSON gave it.
 */
export function parseIdentified(answer: unknown): ReadonlyMap<SafeText, SafeText> {
	const {data} = understanding.safeParse(answer);
	const mapping = data?.speech_understanding.response.speaker_identification.mapping ?? {};
	return new Map(
		Object.entries(mapping).flatMap(([key, value]) => {
			const [label, name] = [safeLine(key), safeLine(typeof value === 'string' ? value : '')];
			return label === '' || name === '' || name === label ? [] : [[label, name] as const];
		}),
	);
}
