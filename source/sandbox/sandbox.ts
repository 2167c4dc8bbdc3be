import {createAssemblyAI} from './assemblyai/assemblyai.ts';
import {usualModels} from './assemblyai/models.ts';
import type {Submission} from './assemblyai/transcripts.ts';
import {type Clock, createClock} from './clock.ts';
import {credentials} from './credentials.ts';
import {createMediaReader} from './media/bytes.ts';
import type {SandboxOptions} from './options.ts';
import {
	createFaults,
	type Fault,
	type InjectedFault,
	type RequestPattern,
} from './server/faults.ts';
import {createJournal, type JournalEntry} from './server/journal.ts';
import {type Origins, openOrigins} from './server/origins.ts';
import {createWorld, type World} from './world/world.ts';
import type {ZoomAccount} from './zoom/account.ts';
import {createMediaHost} from './zoom/media-host.ts';
import {ownScopes, usualScopes} from './zoom/scopes.ts';
import {createTokens} from './zoom/tokens.ts';
import {createZoom} from './zoom/zoom.ts';

export type {Submission} from './assemblyai/transcripts.ts';
export type {SandboxOptions} from './options.ts';
export type {Fault, InjectedFault, RequestPattern, Service} from './server/faults.ts';
export type {JournalEntry} from './server/journal.ts';
export type {MeetingTag, RecordedMeeting, RecordingFile} from './world/meeting.ts';
export type {Person} from './world/people.ts';
export type {World} from './world/world.ts';
export {planLimits, type RateLimits} from './zoom/rate-limits.ts';

type Variable =
	| 'ZOOM_API_URL'
	| 'ZOOM_OAUTH_URL'
	| 'ASSEMBLYAI_BASE_URL'
	| 'ZOOM_ACCOUNT_ID'
	| 'ZOOM_CLIENT_ID'
	| 'ZOOM_CLIENT_SECRET'
	| 'ZOOM_PUBLIC_CLIENT_ID'
	| 'ASSEMBLYAI_API_KEY';

export type Sandbox = AsyncDisposable & {
	/**
	 * What points any client at the sandbox. The public client ID is of the app for signing in as oneself,
	 * with PKCE; the account's first user is the one who does.
	 */
	readonly environment: Readonly<Record<Variable, string>>;
	/** In place of the account and the client: how a legacy JWT app signs in. */
	readonly legacyEnvironment: Readonly<Record<'ZOOM_API_KEY' | 'ZOOM_API_SECRET', string>>;
	readonly world: World;
	/** Every request, in the order they came. */
	readonly requests: readonly JournalEntry[];
	/** Every accepted `POST /v2/transcript`: each of them would have to be paid for. */
	readonly submissions: readonly Submission[];
	/** The transcripts of which more was made afterwards, once for each time that it was paid for. */
	readonly understandings: readonly string[];
	/** Makes the next matching requests go wrong. */
	inject(pattern: RequestPattern, fault: Fault): InjectedFault;
	/** Expires every Zoom access token that has been issued so far. */
	expireTokens(): void;
	/** Makes it later for everything that expires or takes time. */
	advance(milliseconds: number): void;
	/** Breaks every connection to it, as a network does that has gone. */
	disconnect(): void;
	close(): Promise<void>;
};

/**
 * Starts stand-ins for Zoom and AssemblyAI on this computer's loopback address. Rejects with the system's
 * error (`EADDRINUSE`, …) when a port can't be had.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const {port = 0, seed = 1, now = new Date(), latencyMs = 0, extraUsers = 0} = options;
	const clock = createClock();
	const faults = createFaults();
	const journal = createJournal();
	const {mediaScale = 1} = options;
	const world = createWorld({seed, today: now, extraUsers, mediaScale});
	const origins = await openOrigins({port, latencyMs, faults, journal});
	const zoom = createZoomAccount(options, world, clock, origins);
	const assemblyai = createAssemblyAI({
		world,
		clock,
		apiKey: credentials.assemblyAIKey,
		origin: origins.assemblyai.url,
		processingMs: options.processingMs ?? 4000,
		concurrency: options.concurrency ?? 200,
		speechModels: options.speechModels ?? usualModels,
	});
	origins.zoom.serve(createZoom(zoom));
	origins['zoom-media'].serve(createMediaHost(zoom, createMediaReader(seed)));
	origins.assemblyai.serve(assemblyai.app);

	async function close(): Promise<void> {
		assemblyai.close();
		await origins.close();
	}

	return {
		...describeEnvironment(origins),
		world,
		requests: journal.entries,
		submissions: assemblyai.submissions,
		understandings: assemblyai.understandings,
		inject: faults.inject,
		expireTokens: zoom.tokens.expireAll,
		advance: clock.advance,
		disconnect: origins.disconnect,
		close,
		[Symbol.asyncDispose]: close,
	};
}

function createZoomAccount(
	options: SandboxOptions,
	world: World,
	clock: Clock,
	origins: Origins,
): ZoomAccount {
	const started = clock.now();
	const today = options.now?.getTime() ?? started;
	const readyMs = options.recordingReadyMs ?? Number.POSITIVE_INFINITY;
	return {
		world,
		clock,
		tokens: createTokens(clock, credentials.accountId),
		credentials,
		scopes: options.scopes ?? usualScopes,
		ownScopes: options.ownScopes ?? ownScopes,
		consent: options.consent ?? 'asked',
		isPaid: options.isPaid ?? true,
		rateLimits: options.rateLimits,
		today: () => new Date(today + clock.now() - started),
		origins: {zoom: origins.zoom.url, media: origins['zoom-media'].url},
		mediaKey: `media key ${world.seed}`,
		hasRanges: options.hasRanges ?? true,
		largestPage: options.largestPage ?? 300,
		hasFinished: () => clock.now() - started >= readyMs,
	};
}

function describeEnvironment(origins: Origins): Pick<Sandbox, 'environment' | 'legacyEnvironment'> {
	return {
		environment: {
			ZOOM_API_URL: `${origins.zoom.url}/v2`,
			ZOOM_OAUTH_URL: origins.zoom.url,
			ASSEMBLYAI_BASE_URL: origins.assemblyai.url,
			ZOOM_ACCOUNT_ID: credentials.accountId,
			ZOOM_CLIENT_ID: credentials.clientId,
			ZOOM_CLIENT_SECRET: credentials.clientSecret,
			ZOOM_PUBLIC_CLIENT_ID: credentials.publicClientId,
			ASSEMBLYAI_API_KEY: credentials.assemblyAIKey,
		},
		legacyEnvironment: {
			ZOOM_API_KEY: credentials.apiKey,
			ZOOM_API_SECRET: credentials.apiSecret,
		},
	};
}
