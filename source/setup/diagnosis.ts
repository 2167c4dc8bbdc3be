import {createAssemblyAI} from '../assemblyai/create-assemblyai.ts';
import {type Probe, probe} from '../http/probe.ts';
import type {Settings, ZoomCredentials} from '../settings/settings.ts';
import type {Protection} from '../settings/settings-file.ts';
import {openSettingsStore} from '../settings/store.ts';
import {createZoom} from '../zoom/create-zoom.ts';
import {readGrantedScopes} from '../zoom/granted-scopes.ts';
import {checkAssemblyAI} from './check-assemblyai.ts';
import {type Refused, refusalFrom} from './check-result.ts';
import {checkZoom} from './check-zoom.ts';
import {type CredentialState, credentialStates} from './credential-state.ts';
import {type LibrarySize, measureLibrary} from './measure-library.ts';
import {openTokenKeeper} from './open-token-keeper.ts';
import {
	isGranted,
	morePersonalZoomScopes,
	moreZoomScopes,
	personalZoomScopes,
	type ZoomScope,
	zoomScopes,
} from './zoom-scopes.ts';

/** What a service says to the credentials that are configured for it. */
export type Access =
	| {readonly status: 'not-set'}
	| {readonly status: 'accepted'}
	| Pick<Refused, 'status' | 'reason' | 'message' | 'hint'>;

export type ServiceDiagnosis = {
	/** What is configured, and from where. */
	readonly credentials: CredentialState;
	readonly access: Access;
};

export type HostDiagnosis = {
	readonly purpose: 'Zoom’s sign-in' | 'Zoom’s API' | 'AssemblyAI';
	/** `https://api.zoom.us`: the address without a path. */
	readonly origin: string;
	readonly probe: Probe;
};

export type ScopeDiagnosis = {
	readonly name: string;
	/** What does not work without it. */
	readonly cost: string;
	/** Whether Recscribe can't do without. */
	readonly isNeeded: boolean;
	/** `unknown`: Zoom does not say. */
	readonly status: 'granted' | 'missing' | 'unknown';
};

/** The state of everything that Recscribe rests on. No value of a credential is in it. */
export type Diagnosis = {
	readonly zoom: ServiceDiagnosis & {
		readonly kind: ZoomCredentials['type'] | undefined;
	};
	readonly assemblyai: ServiceDiagnosis;
	readonly hosts: readonly HostDiagnosis[];
	readonly scopes: readonly ScopeDiagnosis[];
	/** How far this computer's clock is ahead, in milliseconds; undefined when no host said. */
	readonly clockAheadMs: number | undefined;
	readonly folders: Settings['folders'];
	/** What keeps the settings from others. */
	readonly protection: Protection;
	readonly library: LibrarySize;
};

const patience = {timeoutMs: 10_000} as const;

/** Looks at everything, at once. Throws the signal's reason. */
export async function diagnose(settings: Settings, signal: AbortSignal): Promise<Diagnosis> {
	const credentials = credentialStates(settings);
	const [hosts, zoom, assemblyai] = await Promise.all([
		probeHosts(settings, signal),
		lookAtZoom(settings, signal),
		lookAtAssemblyAI(settings, signal),
	]);
	return {
		zoom: {
			kind: settings.zoom.credentials?.type,
			credentials: credentials.zoom,
			access: zoom.access,
		},
		assemblyai: {credentials: credentials.assemblyai, access: assemblyai},
		hosts,
		scopes: zoom.scopes,
		clockAheadMs: smallest(
			hosts.flatMap(host => (host.probe.status === 'answers' ? [host.probe.clockAheadMs] : [])),
		),
		folders: settings.folders,
		protection: openSettingsStore(settings.folders.config).protection(),
		library: await measureLibrary(settings.folders.data),
	};
}

function probeHosts(
	{zoom, assemblyai}: Settings,
	signal: AbortSignal,
): Promise<readonly HostDiagnosis[]> {
	const addresses = [
		['Zoom’s sign-in', zoom.oauthUrl],
		['Zoom’s API', zoom.apiUrl],
		['AssemblyAI', assemblyai.baseUrl],
	] as const;
	return Promise.all(
		addresses.map(async ([purpose, address]) => {
			const url = new URL(address);
			return {purpose, origin: url.origin, probe: await probe(url, {signal})};
		}),
	);
}

type ZoomDiagnosis = {readonly access: Access; readonly scopes: readonly ScopeDiagnosis[]};

async function lookAtZoom(settings: Settings, signal: AbortSignal): Promise<ZoomDiagnosis> {
	const {credentials, apiUrl, oauthUrl} = settings.zoom;
	if (credentials === undefined) {
		return {access: {status: 'not-set'}, scopes: []};
	}
	const unknown = judgeScopes(credentials.type, undefined);
	if (credentials.type === 'legacy-jwt') {
		const zoom = createZoom({credentials, apiUrl, oauthUrl, patience});
		const access = await checkZoom(zoom, signal, credentials.type);
		return {access, scopes: unknown};
	}
	try {
		const tokenKeeper = openTokenKeeper(settings);
		const granted = await readGrantedScopes({credentials, oauthUrl, tokenKeeper, patience}, signal);
		return {access: {status: 'accepted'}, scopes: judgeScopes(credentials.type, granted)};
	} catch (error) {
		signal.throwIfAborted();
		return {access: refusalFrom(error), scopes: unknown};
	}
}

async function lookAtAssemblyAI(
	{assemblyai: {apiKey, baseUrl}}: Settings,
	signal: AbortSignal,
): Promise<Access> {
	return apiKey === undefined
		? {status: 'not-set'}
		: checkAssemblyAI(createAssemblyAI({apiKey, baseUrl, patience}), signal);
}

function judgeScopes(
	kind: ZoomCredentials['type'],
	granted: readonly string[] | undefined,
): readonly ScopeDiagnosis[] {
	const judge =
		(isNeeded: boolean) =>
		(scope: ZoomScope): ScopeDiagnosis => ({
			name: scope.name,
			cost: scope.cost,
			isNeeded,
			status: granted === undefined ? 'unknown' : isGranted(scope, granted) ? 'granted' : 'missing',
		});
	switch (kind) {
		case 'user': {
			return [...personalZoomScopes.map(judge(true)), ...morePersonalZoomScopes.map(judge(false))];
		}

		case 'server-to-server': {
			return [...zoomScopes.map(judge(true)), ...moreZoomScopes.map(judge(false))];
		}

		case 'legacy-jwt': {
			// Its tokens may do whatever the account's owner may.
			return [];
		}
	}
}

/** The one nearest to zero: a slow answer only ever adds to it. */
function smallest(values: ReadonlyArray<number | undefined>): number | undefined {
	return values
		.filter(value => value !== undefined)
		.toSorted((one, other) => Math.abs(one) - Math.abs(other))[0];
}
