import * as z from 'zod';
import {type SafeText, safeLine, safeText} from '../safe-text.ts';

/**
 * Schemas for what services send in more than one form: numbers as strings, null for missing, a
 * number where a string was said.
 */

/** A count or size; 0 where it is missing or makes no sense. */
export const amount = z
	.unknown()
	.optional()
	.transform(value => toNumber(value) ?? 0)
	.transform(value => Math.max(0, value));

/** A number, also as a string; undefined where it is missing or makes no sense. */
export const optionalNumber = z.unknown().optional().transform(toNumber);

/** Text to send back to the service or to compare; undefined where it is missing, null or empty. */
export const optionalText = z
	.unknown()
	.optional()
	.transform(value =>
		typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '',
	)
	.transform(value => (value === '' ? undefined : value));

/** Text to show; undefined where it is missing, null, or nothing is left of it. */
export const optionalSafeText = optionalText.transform((value): SafeText | undefined => {
	const text = safeText(value ?? '');
	return text === '' ? undefined : text;
});

/** Text to show; empty where it is missing. */
export const safeTextOrEmpty = optionalText.transform(value => safeText(value ?? ''));

/** A name, a title or a note to show, no longer than anybody reads; undefined where it is missing. */
export const optionalSafeLine = optionalText.transform((value): SafeText | undefined => {
	const text = safeLine(value ?? '');
	return text === '' ? undefined : text;
});

/** The same; empty where it is missing. */
export const safeLineOrEmpty = optionalText.transform(value => safeLine(value ?? ''));

/** A point in time; undefined where it is missing or not one. A time without a zone is UTC. */
export const optionalDate = optionalText.transform((value): Date | undefined => {
	if (value === undefined) {
		return undefined;
	}
	const date = new Date(/T[\d:.]+$/.test(value) ? `${value}Z` : value);
	return Number.isNaN(date.getTime()) ? undefined : date;
});

/** An id that must be there: a string, or a number. */
export const requiredId = z
	.union([z.string().min(1), z.number().transform(String)])
	.transform(String);

function toNumber(value: unknown): number | undefined {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
