import {isSendable} from '../settings/pasted-value.ts';

/**
 * Why a value can't be the `name` that was asked for, as a sentence; undefined when it may be.
 * `others` are values that were given for something else, by what they were given for.
 */
export function findProblem(
	value: string,
	name: string,
	others: Readonly<Record<string, string>> = {},
): string | undefined {
	if (!isSendable(value)) {
		return `It holds characters that no ${name} has. Copy it once more.`;
	}
	if (/^https?:/i.test(value)) {
		return `That is a web address, not the ${name}.`;
	}
	if (value.includes('@')) {
		return `That is an email address, not the ${name}.`;
	}
	const same = Object.entries(others).find(([, other]) => other === value);
	return same === undefined ? undefined : `That is the ${same[0]} again, not the ${name}.`;
}
