import * as z from 'zod';
import {type SafeText, safeLine, safeText} from '../safe-text.ts';

/**
 * Schemas for what services send in more than one form: numbers as strings, null for missing, a
 * number where a string was said. No other part declares a string of a service's: so all of them are
 * fit to be shown, but for `unshownText`.
 */

/** A count or size; 0 where it is missing or makes no sense. */
export const amount = z
	.unknown()
	.optional()
	.transform(value => toNumber(value) ?? 0)
	.transform(value => Math.min(Math.max(0, value), Number.MAX_SAFE_INTEGER));

/** A number, also as a string; undefined where it is missing or makes no sense. */
export const optionalNumber = z.unknown().optional().transform(toNumber);

const anyText = z
	.unknown()
	.optional()
	.transform(value =>
		typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '',
	);

/** Text that is sent back or read on, and never shown as it is; undefined where it is missing, null or empty. */
export const unshownText = anyText.transform(value => (value === '' ? undefined : value));

/** What an address or an id has at most, in UTF-16 units. */
const longestId = 8192;

/**
 * An id, an address or a word to compare: taken to the letter, or not at all. Undefined where it is
 * missing, null, empty, or not fit to be shown.
 */
export const optionalText = anyText.transform((value): SafeText | undefined => {
	const text = value.length <= longestId ? safeText(value) : undefined;
	return text === '' || text !== value ? undefined : text;
});

/** The same for what must be there. */
export const requiredText = optionalText.transform(orIssue);

/** What may stand in a header. */
export const optionalHeaderText = optionalText.transform(value =>
	value !== undefined && /^[!-~]+$/.test(value) ? value : undefined,
);

export const requiredHeaderText = optionalHeaderText.transform(orIssue);

/** Text to show, however long; undefined where it is missing, null, or nothing is left of it. */
export const optionalSafeText = anyText.transform(value => orUndefined(safeText(value)));

/** The same for what must be there. */
export const requiredSafeText = optionalSafeText.transform(orIssue);

/** Text to show, however long; empty where it is missing. */
export const safeTextOrEmpty = anyText.transform(safeText);

/** A name or a topic, cut where it is too long for one; undefined where it is missing or empty. */
export const optionalSafeLine = anyText.transform(value => orUndefined(safeLine(value)));

/** A name or a topic, cut where it is too long for one; empty where it is missing. */
export const safeLineOrEmpty = anyText.transform(safeLine);

/**
 * A point in time; undefined where it is missing, not one, or in no year that ISO 8601 writes with four
 * digits. A time without a zone is UTC.
 */
export const optionalDate = anyText.transform((value): Date | undefined => {
	if (value === '') {
		return undefined;
	}
	const date = new Date(/T[\d:.]+$/.test(value) ? `${value}Z` : value);
	const year = date.getUTCFullYear();
	return year >= 1970 && year <= 9999 ? date : undefined;
});

function orUndefined(text: SafeText): SafeText | undefined {
	return text === '' ? undefined : text;
}

function orIssue(text: SafeText | undefined, context: z.core.$RefinementCtx): SafeText {
	if (text === undefined) {
		context.addIssue({code: 'custom', message: 'is missing or not fit to be shown'});
		return z.NEVER;
	}
	return text;
}

function toNumber(value: unknown): number | undefined {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
