import {once} from 'node:events';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {performance} from 'node:perf_hooks';
import {setTimeout as wait} from 'node:timers/promises';
import {AssemblyAI as Sdk} from 'assemblyai';
import {createAssemblyAI} from '../source/assemblyai/create-assemblyai.ts';
import {createPollScheduler} from '../source/jobs/poll-scheduler.ts';
import {createProcessingTimes} from '../source/jobs/processing-time.ts';
import type {Benchmark, Figure} from './measure.ts';

/** A second of AssemblyAI's takes so much of one here. */
const scale = 0.08;
const jobCount = 200;
/** The official SDK's own interval. */
const sdkIntervalMs = 3000;

type RemoteJob = {readonly id: string; readonly audioSeconds: number; readonly takesMs: number};

/** Evenly spread over 0 to 1, but in no order that follows from `offset`'s. */
function spread(index: number, offset: number): number {
	return ((index + 1) * 0.618_034 + offset * 0.754_877) % 1;
}

/** The normal distribution's quantile, near enough (Tukey's lambda). */
function normal(part: number): number {
	const inside = Math.min(0.998, Math.max(0.002, part));
	return 4.91 * (inside ** 0.14 - (1 - inside) ** 0.14);
}

/**
 * Meetings from a quarter of an hour to four hours, most of them short ones, and what AssemblyAI
 * publishes about its speed (1 h in 35 s, 3¼ h in 133 s, 8⅓ h in 300 s), each time give or take a half.
 */
function makeJobs(offset: number): readonly RemoteJob[] {
	return Array.from({length: jobCount}, (_, index) => {
		const audioSeconds = 900 * 16 ** (spread(index, offset) ** 2);
		const usualMs = 4000 + 10 * audioSeconds;
		const takesMs = usualMs * Math.exp(0.4 * normal(spread(index * 7 + 3, offset)));
		return {id: `job-${offset}-${index}`, audioSeconds, takesMs};
	});
}

type Remote = {
	readonly url: string;
	readonly requests: () => number;
	/** From then on the job is at work. */
	readonly submit: (job: RemoteJob) => void;
	/** Milliseconds of AssemblyAI's since the job was done. */
	readonly doneSince: (job: RemoteJob) => number;
	readonly close: () => Promise<void>;
};

/** As much of AssemblyAI as a wait needs. */
async function startRemote(): Promise<Remote> {
	const jobs = new Map<string, {readonly created: Date; readonly doneAt: number}>();
	let requests = 0;
	const statusOf = (id: string) =>
		performance.now() >= (jobs.get(id)?.doneAt ?? Number.POSITIVE_INFINITY)
			? 'completed'
			: 'processing';
	const server: Server = createServer((request, response) => {
		requests++;
		const url = new URL(request.url ?? '/', 'http://127.0.0.1');
		const id = url.pathname.split('/')[3];
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify(id === undefined ? list(url) : {id, status: statusOf(id)}));
	});

	function list(url: URL): object {
		const all = [...jobs].reverse();
		const before = url.searchParams.get('before_id');
		const start = before === null ? 0 : all.findIndex(([id]) => id === before) + 1;
		const page = all.slice(start, start + Number(url.searchParams.get('limit') ?? 10));
		const last = page.at(-1)?.[0];
		const hasMore = start + page.length < all.length && last !== undefined;
		return {
			page_details: {prev_url: hasMore ? `/v2/transcript?before_id=${last}` : null},
			transcripts: page.map(([id, {created}]) => ({
				id,
				status: statusOf(id),
				created: created.toISOString().slice(0, -1),
				audio_url: `https://cdn.example/${id}`,
			})),
		};
	}

	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		requests: () => requests,
		submit({id, takesMs}) {
			jobs.set(id, {created: new Date(), doneAt: performance.now() + takesMs * scale});
		},
		doneSince: ({id}) => (performance.now() - (jobs.get(id)?.doneAt ?? 0)) / scale,
		async close() {
			const closed = once(server, 'close');
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}

type Follow = (job: RemoteJob) => Promise<void>;
type Waited = {readonly delayMs: number; readonly requests: number};

/** Follows 200 jobs that begin within a few seconds of each other; gives the mean delay. */
async function measure(offset: number, createFollow: (url: string) => Follow): Promise<Waited> {
	const remote = await startRemote();
	const follow = createFollow(remote.url);
	const delays = await Promise.all(
		makeJobs(offset).map(async (job, index) => {
			await wait(spread(index * 3, 1) * 2 * sdkIntervalMs * scale);
			remote.submit(job);
			await follow(job);
			return remote.doneSince(job);
		}),
	);
	await remote.close();
	return {
		delayMs: delays.reduce((sum, delay) => sum + delay, 0) / delays.length,
		requests: remote.requests(),
	};
}

function followBySdk(url: string): Follow {
	const sdk = new Sdk({apiKey: 'key', baseUrl: url});
	return async ({id}) => {
		await sdk.transcripts.waitUntilReady(id, {pollingInterval: sdkIntervalMs * scale});
	};
}

/** What a person's earlier transcriptions have taught. */
const past = makeJobs(5)
	.slice(0, 100)
	.map(({audioSeconds, takesMs}) => ({audioSeconds, processingMs: takesMs * scale}));

function createOwnFollow(url: string): Follow {
	const scheduler = createPollScheduler({
		assemblyai: createAssemblyAI({apiKey: 'key', baseUrl: url}),
		timings: {askMs: 60_000, pollScale: scale},
		timeFor: createProcessingTimes(past, scale),
		closing: new AbortController().signal,
	});
	const {signal} = new AbortController();
	return async ({id, audioSeconds}) => {
		const answers = scheduler.follow({id, submittedAt: Date.now(), audioSeconds}, signal);
		while ((await answers.next()).done !== true) {}
	};
}

/** As if each of the jobs were somebody else's only one. */
function followEachAlone(url: string): Follow {
	return job => createOwnFollow(url)(job);
}

function toFigures(what: string, own: Waited, sdk: Waited, isAim: boolean): readonly Figure[] {
	const name = 'the official SDK, every 3 s';
	return [
		{
			what: `${what}: from done to seen`,
			value: own.delayMs,
			peer: {name, value: sdk.delayMs},
			unit: 'ms',
			...(isAim && {aim: {atMost: 0.5}}),
		},
		{
			what: `${what}: requests`,
			value: own.requests,
			peer: {name, value: sdk.requests},
			unit: '',
			...(isAim && {aim: {atMost: 1}}),
		},
	];
}

/** How soon one sees that a transcript is done, and how often one has to ask for that. */
export const waiting: Benchmark = {
	name: 'waiting',
	async run() {
		const sdk = await measure(2, followBySdk);
		const own = await measure(2, createOwnFollow);
		const alone = await measure(2, followEachAlone);
		return [
			...toFigures('200 jobs at once', own, sdk, true),
			...toFigures('200 jobs, each waited for alone', alone, sdk, false),
		];
	},
};
