import type {ZoomCredentials} from './settings.ts';
import type {VariableName, Variables} from './variables.ts';

/** What one source has for one service: it counts whole or not at all. */
export type Found<Credentials> =
	| {readonly status: 'none'}
	| {readonly status: 'complete'; readonly credentials: Credentials}
	| {
			readonly status: 'half';
			readonly present: readonly VariableName[];
			readonly missing: readonly VariableName[];
	  };

const serverToServer = ['ZOOM_ACCOUNT_ID', 'ZOOM_CLIENT_ID', 'ZOOM_CLIENT_SECRET'] as const;
const legacyJwt = ['ZOOM_API_KEY', 'ZOOM_API_SECRET'] as const;

/** A complete Server-to-Server set comes before a complete legacy one. */
export function findZoomCredentials(variables: Variables): Found<ZoomCredentials> {
	const {
		ZOOM_ACCOUNT_ID: accountId,
		ZOOM_CLIENT_ID: clientId,
		ZOOM_CLIENT_SECRET: clientSecret,
		ZOOM_API_KEY: apiKey,
		ZOOM_API_SECRET: apiSecret,
	} = variables;
	if (accountId !== undefined && clientId !== undefined && clientSecret !== undefined) {
		return {
			status: 'complete',
			credentials: {type: 'server-to-server', accountId, clientId, clientSecret},
		};
	}
	if (apiKey !== undefined && apiSecret !== undefined) {
		return {status: 'complete', credentials: {type: 'legacy-jwt', apiKey, apiSecret}};
	}
	const isPresent = (name: VariableName) => variables[name] !== undefined;
	// Somebody who has set both in part was most likely about to finish the one that still works.
	const set = [serverToServer, legacyJwt].find(names => names.some(isPresent));
	return set === undefined
		? {status: 'none'}
		: {
				status: 'half',
				present: set.filter(isPresent),
				missing: set.filter(name => !isPresent(name)),
			};
}

/** `ASSEMBLYAI_API_KEY` comes before `ASSEMBLYAI_TOKEN`. */
export function findAssemblyAIKey(
	variables: Variables,
): Exclude<Found<string>, {readonly status: 'half'}> {
	const credentials = variables.ASSEMBLYAI_API_KEY ?? variables.ASSEMBLYAI_TOKEN;
	return credentials === undefined ? {status: 'none'} : {status: 'complete', credentials};
}
