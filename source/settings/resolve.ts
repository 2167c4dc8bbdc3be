import {UserError} from '../errors.ts';
import {safeText} from '../safe-text.ts';
import type {EnvFile} from './env-file.ts';
import {type Found, findAssemblyAIKey, findZoomCredentials} from './find-credentials.ts';
import type {Environment, Folders} from './folders.ts';
import {isSendable} from './pasted-value.ts';
import {serviceUrl} from './service-url.ts';
import type {Preferences, SettingSource, Settings, ZoomCredentials} from './settings.ts';
import type {StoredPreferences, StoredSettings} from './stored-settings.ts';
import {pickVariables, type VariableName, type Variables} from './variables.ts';

export const usualAddresses = {
	zoomApi: 'https://api.zoom.us/v2',
	zoomOauth: 'https://zoom.us',
	assemblyai: 'https://api.assemblyai.com',
} as const;

/** Zoom for Government: other hosts, and other accounts. */
export const governmentAddresses = {
	zoomApi: 'https://api.zoomgov.com/v2',
	zoomOauth: 'https://zoomgov.com',
} as const;

export const usualPreferences: Preferences = {
	speechModels: ['assemblyai-stt-3-7', 'universal-2'],
	audio: 'stream',
	askAboveUsd: 5,
	prices: {},
	notifications: true,
};

export type SettingsInput = {
	readonly environment: Environment;
	readonly envFile?: EnvFile | undefined;
	readonly stored: StoredSettings;
	readonly folders: Folders;
	/** The sandbox's own variables: with them, neither the environment nor the rest is looked at. */
	readonly sandbox?: Environment | undefined;
};

type VariableSource = {
	readonly source: SettingSource;
	/** As the person knows it, within a sentence. */
	readonly name: string;
	readonly variables: Variables;
};

type Chosen<Credentials> = {
	readonly credentials: Credentials | undefined;
	readonly source: SettingSource | undefined;
};

/**
 * Everything that was configured: the environment comes before the env file, and that before what
 * is saved. A service's credentials come whole from one of them.
 *
 * A saved address belongs to the saved credentials: it is not used with credentials from elsewhere,
 * so that a key is never sent to a host that was chosen for another.
 *
 * Throws a `UserError`: `not-set-up` for credentials of which a part is missing or can't be sent,
 * `usage` for an address that can't be used. No message holds a value.
 */
export function resolveSettings(input: SettingsInput): Settings {
	const sources = variableSources(input);
	for (const source of sources) {
		refuseUnsendable(source);
	}
	const {stored} = input;
	const zoom = choose(sources, findZoomCredentials, stored.zoom?.credentials);
	const assemblyai = choose(sources, findAssemblyAIKey, stored.assemblyai?.apiKey);
	const savedZoom = isSaved(zoom) ? stored.zoom : undefined;
	const savedAssemblyAI = isSaved(assemblyai) ? stored.assemblyai : undefined;
	return {
		zoom: {
			credentials: zoom.credentials,
			apiUrl: address(sources, 'ZOOM_API_URL') ?? savedZoom?.apiUrl ?? usualAddresses.zoomApi,
			oauthUrl:
				address(sources, 'ZOOM_OAUTH_URL') ?? savedZoom?.oauthUrl ?? usualAddresses.zoomOauth,
			publicClientId: sources
				.map(({variables}) => variables.ZOOM_PUBLIC_CLIENT_ID)
				.find(clientId => clientId !== undefined),
		},
		assemblyai: {
			apiKey: assemblyai.credentials,
			baseUrl:
				address(sources, 'ASSEMBLYAI_BASE_URL') ??
				savedAssemblyAI?.baseUrl ??
				usualAddresses.assemblyai,
		},
		preferences: resolvePreferences(stored.preferences),
		folders: input.folders,
		sources: {zoom: zoom.source, assemblyai: assemblyai.source},
	};
}

function resolvePreferences(stored: StoredPreferences = {}): Preferences {
	return {
		...usualPreferences,
		...stored,
		speechModels: stored.speechModels ?? usualPreferences.speechModels,
		audio: stored.audio ?? usualPreferences.audio,
		askAboveUsd: stored.askAboveUsd ?? usualPreferences.askAboveUsd,
		prices: stored.prices ?? usualPreferences.prices,
		notifications: stored.notifications ?? usualPreferences.notifications,
	};
}

function variableSources({
	environment,
	envFile,
	sandbox,
}: SettingsInput): readonly VariableSource[] {
	if (sandbox !== undefined) {
		return [{source: 'sandbox', name: 'the sandbox', variables: pickVariables(sandbox)}];
	}
	const fromEnvironment: VariableSource = {
		source: 'environment',
		name: 'the environment',
		variables: pickVariables(environment),
	};
	return envFile === undefined
		? [fromEnvironment]
		: [
				fromEnvironment,
				{
					source: 'env-file',
					name: `the file ${safeText(envFile.path)}`,
					variables: envFile.variables,
				},
			];
}

function choose<Credentials extends ZoomCredentials | string>(
	sources: readonly VariableSource[],
	find: (variables: Variables) => Found<Credentials>,
	saved: Credentials | undefined,
): Chosen<Credentials> {
	for (const {source, name, variables} of sources) {
		const found = find(variables);
		if (found.status === 'half') {
			throw halfSet(name, found.present, found.missing);
		}
		if (found.status === 'complete') {
			return {credentials: found.credentials, source};
		}
	}
	return {credentials: saved, source: saved === undefined ? undefined : 'settings-file'};
}

const isSaved = ({source}: Chosen<unknown>) => source === undefined || source === 'settings-file';

function halfSet(
	sourceName: string,
	present: readonly VariableName[],
	missing: readonly VariableName[],
): UserError {
	return new UserError(
		`${missing.join(' and ')} is missing: ${sourceName} has only ${present.join(' and ')}`,
		{
			code: 'not-set-up',
			hint: `Set ${missing.join(' and ')} as well, or remove ${present.join(' and ')} to use what is saved.`,
		},
	);
}

function refuseUnsendable({name: sourceName, variables}: VariableSource): void {
	for (const [name, value] of Object.entries(variables)) {
		if (!name.endsWith('_URL') && !isSendable(value)) {
			throw new UserError(`${name} in ${sourceName} holds characters that no key or id has`, {
				code: 'not-set-up',
				hint: `Copy ${name} once more from where it is shown.`,
			});
		}
	}
}

/** The address that the first source which has one gives. */
function address(
	sources: readonly VariableSource[],
	variable: 'ZOOM_API_URL' | 'ZOOM_OAUTH_URL' | 'ASSEMBLYAI_BASE_URL',
): string | undefined {
	for (const {name, variables} of sources) {
		const value = variables[variable];
		if (value !== undefined) {
			const result = serviceUrl.safeParse(value);
			if (!result.success) {
				const problem = result.error.issues[0]?.message ?? 'is not an address';
				throw new UserError(`${variable} in ${name} ${problem}`, {
					code: 'usage',
					hint: `Correct ${variable}, or remove it to use the usual address.`,
				});
			}
			return result.data;
		}
	}
	return undefined;
}
