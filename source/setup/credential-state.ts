import type {SettingSource, Settings, ZoomCredentials} from '../settings/settings.ts';

export type ServiceName = 'zoom' | 'assemblyai';

/** What a checklist says of one service: whether it has credentials, of which kind, and from where. */
export type CredentialState =
	| {readonly status: 'not-set'}
	| {readonly status: 'set'; readonly source: SettingSource; readonly kind: string};

const zoomKinds: Readonly<Record<ZoomCredentials['type'], string>> = {
	'server-to-server': 'Server-to-Server OAuth',
	'legacy-jwt': 'legacy JWT',
	user: 'as yourself',
};

export function credentialStates({
	zoom,
	assemblyai,
	sources,
}: Settings): Readonly<Record<ServiceName, CredentialState>> {
	return {
		zoom:
			zoom.credentials === undefined || sources.zoom === undefined
				? {status: 'not-set'}
				: {status: 'set', source: sources.zoom, kind: zoomKinds[zoom.credentials.type]},
		assemblyai:
			assemblyai.apiKey === undefined || sources.assemblyai === undefined
				? {status: 'not-set'}
				: {status: 'set', source: sources.assemblyai, kind: 'API key'},
	};
}

const sourceWords: Readonly<Record<SettingSource, string>> = {
	environment: 'from the environment',
	'env-file': 'from the env file',
	'settings-file': 'saved',
	sandbox: 'of the sandbox',
};

/** A state in a few words: `not set`, `API key, saved`. */
export function showCredentialState(state: CredentialState): string {
	return state.status === 'not-set' ? 'not set' : `${state.kind}, ${sourceWords[state.source]}`;
}
