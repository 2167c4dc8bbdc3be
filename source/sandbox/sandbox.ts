import {createAssemblyAI} from './assemblyai/assemblyai.ts';
import {usualModels} from './assemblyai/models.ts';
import type {Submission} from './assemblyai/transcripts.ts';
import {createClock} from './clock.ts';
import {createMediaReader} from './media/bytes.ts';
import {
	createFaults,
	type Fault,
	type InjectedFault,
	type RequestPattern,
} from './server/faults.ts';
import {createJournal, type JournalEntry} from './server/journal.ts';
import {openOrigin} from './server/origin.ts';
import {createWorld, type World} from './world/world.ts';
import type {ZoomAccount} from './zoom/account.ts';
import {createMediaHost} from './zoom/media-host.ts';
import {usualScopes} from './zoom/scopes.ts';
import {createTokens} from './zoom/tokens.ts';
import {createZoom} from './zoom/zoom.ts';

export type {Submission} from './assemblyai/transcripts.ts';
export type {Fault, InjectedFault, RequestPattern, Service} from './server/faults.ts';
export type {JournalEntry} from './server/journal.ts';
export type {MeetingTag, RecordedMeeting, RecordingFile} from './world/meeting.ts';
export type {Person} from './world/people.ts';
export type {World} from './world/world.ts';

export type SandboxOptions = {
	/** Zoom's port; its file server and AssemblyAI take the next two. 0 or absent: free ones. */
	readonly port?: number;
	/** The same seed gives the same people, meetings and words. */
	readonly seed?: number;
	/** The day that the year of meetings ends with. Default: today. */
	readonly now?: Date;
	/** How long AssemblyAI works on a meeting of half an hour. Default 4000. */
	readonly processingMs?: number;
	/** Added to every request. Default 0. */
	readonly latencyMs?: number;
	/** What the Server-to-Server app may do. Default: everything that is needed. */
	readonly scopes?: readonly string[];
	/** The models that AssemblyAI takes, the best first. */
	readonly speechModels?: readonly string[];
	/** How many jobs AssemblyAI works on at once. Default 200. */
	readonly concurrency?: number;
	/** Whether downloads can be resumed with `Range`. Default true. */
	readonly hasRanges?: boolean;
	/** The most users or meetings that Zoom puts on one page. Default 300, as `page_size` may ask for. */
	readonly largestPage?: number;
	/** So many more active users, each with a weekly meeting. Default 0. */
	readonly extraUsers?: number;
	/** What the sizes of media files are multiplied with: many small ones go faster. Default 1. */
	readonly mediaScale?: number;
};

type Variable =
	| 'ZOOM_API_URL'
	| 'ZOOM_OAUTH_URL'
	| 'ASSEMBLYAI_BASE_URL'
	| 'ZOOM_ACCOUNT_ID'
	| 'ZOOM_CLIENT_ID'
	| 'ZOOM_CLIENT_SECRET'
	| 'ASSEMBLYAI_API_KEY';

export type Sandbox = {
	/** What points any client at the sandbox. */
	readonly environment: Readonly<Record<Variable, string>>;
	/** In place of the account and the client: how a legacy JWT app signs in. */
	readonly legacyEnvironment: Readonly<Record<'ZOOM_API_KEY' | 'ZOOM_API_SECRET', string>>;
	readonly world: World;
	/** Every request, in the order they came. */
	readonly requests: readonly JournalEntry[];
	/** Every accepted `POST /v2/transcript`: each of them would have to be paid for. */
	readonly submissions: readonly Submission[];
	/** Makes the next matching requests go wrong. */
	inject(pattern: RequestPattern, fault: Fault): InjectedFault;
	/** Expires every Zoom token that has been issued so far. */
	expireTokens(): void;
	/** Makes it later for everything that expires or takes time. */
	advance(milliseconds: number): void;
	close(): Promise<void>;
};

const credentials = {
	accountId: 'NorthquaySandboxAcct01',
	clientId: 'sandboxClientId0000001',
	clientSecret: 'sandboxClientSecret0000000000001',
	apiKey: 'sandboxApiKey000000001',
	apiSecret: 'sandboxApiSecret0000000000000000001',
} as const;
const apiKey = 'sandboxassemblyaikey0000000000001';

/**
 * Starts stand-ins for Zoom and AssemblyAI on this computer's loopback address. Rejects with the system's
 * error (`EADDRINUSE`, …) when a port can't be had.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const {port = 0, seed = 1, now = new Date(), latencyMs = 0} = options;
	const clock = createClock();
	const started = clock.now();
	const faults = createFaults();
	const journal = createJournal();
	const world = createWorld({
		seed,
		today: now,
		extraUsers: options.extraUsers ?? 0,
		mediaScale: options.mediaScale ?? 1,
	});
	const listen = async (service: 'zoom' | 'zoom-media' | 'assemblyai', offset: number) =>
		openOrigin({service, port: port === 0 ? 0 : port + offset, latencyMs, faults, journal});
	const zoom = await listen('zoom', 0);
	const media = await listen('zoom-media', 1);
	const stt = await listen('assemblyai', 2);

	const tokens = createTokens(clock, credentials.accountId);
	const zoomAccount: ZoomAccount = {
		world,
		clock,
		tokens,
		credentials,
		scopes: options.scopes ?? usualScopes,
		today: () => new Date(now.getTime() + clock.now() - started),
		origins: {zoom: zoom.url, media: media.url},
		mediaKey: `media key ${seed}`,
		hasRanges: options.hasRanges ?? true,
		largestPage: options.largestPage ?? 300,
	};
	zoom.serve(createZoom(zoomAccount));
	media.serve(createMediaHost(zoomAccount, createMediaReader(seed)));
	const assemblyai = createAssemblyAI({
		world,
		clock,
		apiKey,
		origin: stt.url,
		processingMs: options.processingMs ?? 4000,
		concurrency: options.concurrency ?? 200,
		speechModels: options.speechModels ?? usualModels,
	});
	stt.serve(assemblyai.app);

	return {
		environment: {
			ZOOM_API_URL: `${zoom.url}/v2`,
			ZOOM_OAUTH_URL: zoom.url,
			ASSEMBLYAI_BASE_URL: stt.url,
			ZOOM_ACCOUNT_ID: credentials.accountId,
			ZOOM_CLIENT_ID: credentials.clientId,
			ZOOM_CLIENT_SECRET: credentials.clientSecret,
			ASSEMBLYAI_API_KEY: apiKey,
		},
		legacyEnvironment: {
			ZOOM_API_KEY: credentials.apiKey,
			ZOOM_API_SECRET: credentials.apiSecret,
		},
		world,
		requests: journal.entries,
		submissions: assemblyai.submissions,
		inject: faults.inject,
		expireTokens: tokens.expireAll,
		advance: clock.advance,
		async close() {
			assemblyai.close();
			await Promise.all([zoom.close(), media.close(), stt.close()]);
		},
	};
}
