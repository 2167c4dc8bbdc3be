import {UserError} from '../errors.ts';
import {safeLine} from '../safe-text.ts';
import type {Preferences} from './settings.ts';
import {preferencesSchema, type StoredPreferences} from './stored-settings.ts';

/** The names that can be set: as in the settings file; `prices.universal-2` is one of the prices. */
export const preferenceNames: readonly string[] = Object.keys(
	preferencesSchema.unwrap().shape,
).toSorted();

function refuseName(name: string): UserError {
	return new UserError(`There is no setting ${safeLine(name)}`, {
		code: 'usage',
		hint: `There are ${preferenceNames.join(', ')}, and prices.MODEL.`,
	});
}

/** The part of a dotted name before the dot, and behind it. Throws `UserError` `usage` for an unknown one. */
function splitName(name: string): readonly [name: string, part: string | undefined] {
	const [, own = name, part] = /^(prices)\.(.+)$/.exec(name) ?? [];
	if (!preferenceNames.includes(own)) {
		throw refuseName(name);
	}

	return [own, part];
}

/** What holds of a setting; undefined where nothing does. Throws `UserError` `usage` for an unknown name. */
export function readPreference(preferences: Preferences, name: string): unknown {
	const [own, part] = splitName(name);
	const value = new Map<string, unknown>(Object.entries(preferences)).get(own);
	return part === undefined
		? value
		: new Map<string, unknown>(Object.entries(preferences.prices)).get(part);
}

/** Whether somebody has set it. Throws `UserError` `usage` for an unknown name. */
export function hasPreference(saved: StoredPreferences, name: string): boolean {
	const [own, part] = splitName(name);
	return part === undefined
		? Object.hasOwn(saved, own)
		: saved.prices !== undefined && Object.hasOwn(saved.prices, part);
}

/**
 * The saved preferences with another value, read from what a person typed: a number, true or false, a
 * word, a list with commas, or JSON; undefined takes it away. Throws `UserError` `usage` for what does
 * not fit.
 */
export function withPreference(
	now: StoredPreferences | undefined,
	name: string,
	typed: string | undefined,
): StoredPreferences {
	const [own, part] = splitName(name);
	const problems: string[] = [];
	for (const value of typed === undefined ? [undefined] : readings(typed)) {
		const {success, data, error} = preferencesSchema.safeParse({
			...now,
			[own]: part === undefined ? value : withPart(now?.prices, part, value),
		});
		if (success) {
			return data;
		}

		problems.push(error.issues[0]?.message ?? '');
	}

	throw new UserError(`“${safeLine(typed ?? '')}” is no value for ${name}`, {
		code: 'usage',
		hint: safeLine(problems[0] ?? ''),
	});
}

/** What it may mean, the likeliest first. */
function readings(typed: string): readonly unknown[] {
	const list = typed.split(',').map(entry => entry.trim());
	try {
		return [JSON.parse(typed), list, typed];
	} catch {
		return [typed, list];
	}
}

function withPart(
	prices: Readonly<Record<string, number>> | undefined,
	part: string,
	value: unknown,
): object {
	const {[part]: _, ...others} = prices ?? {};
	return value === undefined ? others : {...others, [part]: value};
}
