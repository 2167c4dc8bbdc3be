import {readFileSync} from 'node:fs';
import {parseEnv} from 'node:util';
import {UserError} from '../errors.ts';
import {describeFileError} from '../private-files.ts';
import {type SafeText, safeText} from '../safe-text.ts';
import {pickVariables, type Variables, variableNames} from './variables.ts';

export type EnvFileContent = {
	readonly variables: Variables;
	/** Names in the file that Recscribe doesn't read. */
	readonly ignoredNames: readonly SafeText[];
};

export type EnvFile = EnvFileContent & {readonly path: string};

/**
 * Reads a file of `NAME = value` lines (the `tokens.env` form: comments, quotes, `export`).
 * Throws a `UserError` for a file that can't be read, or whose quotes or comments leave it unclear
 * what a value is.
 */
export function readEnvFile(path: string): EnvFile {
	let text: string;
	try {
		text = readFileSync(path, 'utf8');
	} catch (error) {
		throw new UserError(`The file ${safeText(path)} can’t be read: ${describeFileError(error)}`, {
			code: 'usage',
			hint: 'Check the path given with --env-file.',
			cause: error,
		});
	}
	return {path, ...parseEnvFile(text)};
}

/** Parses the text of an env file; see `readEnvFile`. */
export function parseEnvFile(text: string): EnvFileContent {
	const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
	refuseCutValues(lines);
	const parsed = parseEnv(lines);
	const known: ReadonlySet<string> = new Set(variableNames);
	for (const name of variableNames) {
		// No value spans lines: one that does swallowed the lines after a quote without an end.
		if (/^["'`]|\n/.test(parsed[name]?.trim() ?? '')) {
			throw new UserError(`The quote around ${name} in the env file has no end`, {
				code: 'usage',
				hint: 'Close the quote on the same line, or leave out both.',
			});
		}
	}
	return {
		variables: pickVariables(parsed),
		ignoredNames: Object.keys(parsed)
			.filter(name => !known.has(name))
			.map(safeText),
	};
}

/** `NAME = ab#cd`: a comment for some readers, part of the value for others. Never guess with a secret. */
function refuseCutValues(lines: string): void {
	const unquoted = /^\s*(?:export\s+)?(\w+)\s*=[^\S\n]*(?!["'`])[^\s#]+#/gm;
	for (const [, name] of lines.matchAll(unquoted)) {
		if (variableNames.some(known => known === name)) {
			throw new UserError(`The value of ${name} in the env file has a “#” inside`, {
				code: 'usage',
				hint: 'Put the value in quotes if “#” is part of it; put a blank before “#” if a comment begins there.',
			});
		}
	}
}
