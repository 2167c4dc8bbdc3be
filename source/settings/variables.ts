import type {Environment} from './folders.ts';
import {cleanPastedValue} from './pasted-value.ts';

/** The variables that say who one is and whom to ask, in the environment and in an env file. */
export const variableNames = [
	'ZOOM_ACCOUNT_ID',
	'ZOOM_CLIENT_ID',
	'ZOOM_CLIENT_SECRET',
	'ZOOM_API_KEY',
	'ZOOM_API_SECRET',
	'ZOOM_PUBLIC_CLIENT_ID',
	'ZOOM_API_URL',
	'ZOOM_OAUTH_URL',
	'ASSEMBLYAI_API_KEY',
	'ASSEMBLYAI_TOKEN',
	'ASSEMBLYAI_BASE_URL',
] as const;

export type VariableName = (typeof variableNames)[number];

/** Cleaned values; what is empty is not there. */
export type Variables = {readonly [Name in VariableName]?: string};

/** The variables that Recscribe knows, out of `process.env` or a parsed file. */
export function pickVariables(environment: Environment): Variables {
	const entries = variableNames.flatMap(name => {
		const value = cleanPastedValue(environment[name] ?? '');
		return value === '' ? [] : [[name, value] as const];
	});
	return Object.fromEntries(entries);
}
