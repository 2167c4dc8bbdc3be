import {createAssemblyAI} from '../assemblyai/create-assemblyai.ts';
import {UserError} from '../errors.ts';
import {type SafeText, safeText} from '../safe-text.ts';
import {readEnvFile} from '../settings/env-file.ts';
import type {Folders} from '../settings/folders.ts';
import {resolveSettings} from '../settings/resolve.ts';
import type {SettingsStore} from '../settings/store.ts';
import {type VariableName, variableNames} from '../settings/variables.ts';
import {createZoom} from '../zoom/create-zoom.ts';
import {withUnusualAddress} from './ask-assemblyai.ts';
import {withUnusualAddresses} from './ask-zoom.ts';
import {checkAssemblyAI} from './check-assemblyai.ts';
import type {CheckResult} from './check-result.ts';
import {checkZoom} from './check-zoom.ts';

export type KeptService = {
	readonly name: 'Zoom' | 'AssemblyAI';
	/** What was kept, by name. */
	readonly names: readonly VariableName[];
	/** What the service says to it. Kept all the same: the file may be for another network. */
	readonly check: CheckResult;
};

export type KeptFromEnvFile = {
	readonly services: readonly KeptService[];
	/** Names in the file that were not kept: unknown ones, and those without the rest of their set. */
	readonly ignoredNames: readonly SafeText[];
	/** What was mended or set aside on the way. */
	readonly notices: readonly string[];
};

/**
 * Keeps the credentials of an env file, together with the addresses in it, and asks both services
 * about them. Throws what `readEnvFile` and `resolveSettings` throw, before anything is kept, a
 * `UserError` `usage` for a file without credentials, and the signal's reason.
 */
export async function keepFromEnvFile({
	path,
	store,
	folders,
	signal,
}: {
	readonly path: string;
	readonly store: SettingsStore;
	readonly folders: Folders;
	readonly signal: AbortSignal;
}): Promise<KeptFromEnvFile> {
	const envFile = readEnvFile(path);
	const {zoom, assemblyai} = resolveSettings({
		environment: {},
		envFile,
		stored: {},
		folders,
	});
	const notices: string[] = [];
	const services: Promise<KeptService>[] = [];
	const {credentials, apiUrl, oauthUrl} = zoom;
	if (credentials !== undefined) {
		notices.push(
			...(await store.keep('zoom', withUnusualAddresses({credentials, apiUrl, oauthUrl}))),
		);
		const client = createZoom({credentials, apiUrl, oauthUrl});
		const names = zoomNames[credentials.type].filter(name => envFile.variables[name] !== undefined);
		services.push(checked('Zoom', names, checkZoom(client, signal)));
	}
	const {apiKey, baseUrl} = assemblyai;
	if (apiKey !== undefined) {
		notices.push(...(await store.keep('assemblyai', withUnusualAddress({apiKey, baseUrl}))));
		const names = assemblyaiNames(envFile.variables.ASSEMBLYAI_API_KEY !== undefined).filter(
			name => envFile.variables[name] !== undefined,
		);
		services.push(
			checked('AssemblyAI', names, checkAssemblyAI(createAssemblyAI({apiKey, baseUrl}), signal)),
		);
	}
	if (services.length === 0) {
		throw new UserError(`The file ${safeText(path)} has no credentials for Zoom or AssemblyAI`, {
			code: 'usage',
			hint: `It should have lines such as “ASSEMBLYAI_API_KEY = …”. The names are ${variableNames.join(', ')}.`,
		});
	}
	const kept = await Promise.all(services);
	const keptNames = new Set(kept.flatMap(({names}) => names));
	const unused = variableNames.filter(
		name => envFile.variables[name] !== undefined && !keptNames.has(name),
	);
	return {
		services: kept,
		ignoredNames: [...unused.map(safeText), ...envFile.ignoredNames],
		notices,
	};
}

const zoomAddresses = ['ZOOM_API_URL', 'ZOOM_OAUTH_URL'] as const;

const zoomNames = {
	'server-to-server': ['ZOOM_ACCOUNT_ID', 'ZOOM_CLIENT_ID', 'ZOOM_CLIENT_SECRET', ...zoomAddresses],
	'legacy-jwt': ['ZOOM_API_KEY', 'ZOOM_API_SECRET', ...zoomAddresses],
	// Nobody's sign-in comes out of a file.
	user: zoomAddresses,
} as const satisfies Record<string, readonly VariableName[]>;

function assemblyaiNames(hasApiKey: boolean): readonly VariableName[] {
	return [hasApiKey ? 'ASSEMBLYAI_API_KEY' : 'ASSEMBLYAI_TOKEN', 'ASSEMBLYAI_BASE_URL'];
}

async function checked(
	name: KeptService['name'],
	names: readonly VariableName[],
	check: Promise<CheckResult>,
): Promise<KeptService> {
	return {name, names, check: await check};
}
