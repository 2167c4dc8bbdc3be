import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {
	type AssemblyAIOptions,
	createAssemblyAI,
} from '../../source/assemblyai/create-assemblyai.ts';
import {hasEnded, type JobView} from '../../source/jobs/job-progress.ts';
import {createJobs, type Jobs, type JobsOptions} from '../../source/jobs/jobs.ts';
import {type JobTimings, usualTimings} from '../../source/jobs/timings.ts';
import {type Library, type NewJob, openLibrary} from '../../source/library/library.ts';
import type {TranscriptionRequest, TranscriptRecord} from '../../source/library/records.ts';
import {safeText} from '../../source/safe-text.ts';
import {
	type RecordedMeeting,
	type Sandbox,
	type SandboxOptions,
	startSandbox,
} from '../../source/sandbox/sandbox.ts';
import {createZoom} from '../../source/zoom/create-zoom.ts';

/** As quick as loopback allows. */
export const quickTimings: JobTimings = {
	...usualTimings,
	// More than the time-out, as the grace of a doubtful request has to be.
	graceMs: 700,
	leaseMs: 2000,
	heartbeatMs: 200,
	tickMs: 20,
	backoffMs: 10,
	askMs: 300,
	pollScale: 0.02,
};

export const quickPatience = {backoffMs: 5, timeoutMs: 600, stallMs: 600} as const;

export type Working = AsyncDisposable & {
	readonly sandbox: Sandbox;
	readonly library: Library;
	readonly jobs: Jobs;
	readonly folder: string;
	/** Another Recscribe on the same library; ends with this one unless it has ended before. */
	readonly open: (options?: WorkingOptions) => Recscribe;
};

export type Recscribe = {
	readonly library: Library;
	readonly jobs: Jobs;
	readonly close: () => void;
};

export type WorkingOptions = Partial<JobsOptions> & {
	readonly clients?: Partial<AssemblyAIOptions>;
};

/** A sandbox with small recordings, and a Recscribe on a library of its own. */
export async function startWorking(
	options: WorkingOptions & {readonly sandbox?: SandboxOptions} = {},
): Promise<Working> {
	const sandbox = await startSandbox({processingMs: 30, mediaScale: 0.001, ...options.sandbox});
	const folder = mkdtempSync(path.join(tmpdir(), 'recscribe-jobs-'));
	const opened: Recscribe[] = [];

	function open(more: WorkingOptions = {}): Recscribe {
		const recscribe = openRecscribe(sandbox, folder, {...options, ...more});
		opened.push(recscribe);
		return recscribe;
	}

	const {library, jobs} = open();
	return {
		sandbox,
		library,
		jobs,
		folder,
		open,
		async [Symbol.asyncDispose]() {
			for (const {close} of opened) {
				close();
			}

			await sandbox.close();
		},
	};
}

export function openRecscribe(
	{environment}: Sandbox,
	folder: string,
	{clients, ...options}: WorkingOptions = {},
): Recscribe {
	const patience = {...quickPatience, ...clients?.patience};
	const timings = options.timings ?? quickTimings;
	const library = options.library ?? openLibrary(folder, {leaseMs: timings.leaseMs});
	const jobs = createJobs({
		zoom: createZoom({
			credentials: {
				type: 'server-to-server',
				accountId: environment.ZOOM_ACCOUNT_ID,
				clientId: environment.ZOOM_CLIENT_ID,
				clientSecret: environment.ZOOM_CLIENT_SECRET,
			},
			apiUrl: environment.ZOOM_API_URL,
			oauthUrl: environment.ZOOM_OAUTH_URL,
			patience,
		}),
		assemblyai: createAssemblyAI({
			apiKey: environment.ASSEMBLYAI_API_KEY,
			baseUrl: environment.ASSEMBLYAI_BASE_URL,
			...clients,
			patience,
		}),
		...options,
		library,
		timings,
	});
	return {
		library,
		jobs,
		close() {
			jobs.close();
			library.close();
		},
	};
}

/** What comes from the list of meetings, as a job. */
export function toNewJob(
	meeting: RecordedMeeting,
	changes: Partial<TranscriptionRequest> = {},
): NewJob {
	return {
		meeting: {
			uuid: meeting.uuid,
			number: String(meeting.number),
			topic: safeText(meeting.topic),
			start: meeting.start.toISOString(),
			durationMinutes: Math.round(meeting.durationSeconds / 60),
		},
		recordingFileId: meeting.files.find(({fileExtension}) => fileExtension === 'M4A')?.id ?? '',
		request: {audio: 'stream', speechModels: [], speakerLabels: true, ...changes},
	};
}

/** The meeting that everybody begins with. */
export function firstJob({sandbox}: Pick<Working, 'sandbox'>): NewJob {
	return toNewJob(sandbox.world.find('first-choice'));
}

/** So many meetings with one ordinary recording each, that can be transcribed. */
export function ordinaryMeetings({world}: Sandbox, count: number): readonly RecordedMeeting[] {
	const meetings = world.meetings.filter(
		({tags, files}) =>
			[...tags].every(tag => tag === 'recurring') &&
			files.some(({fileExtension}) => fileExtension === 'M4A'),
	);
	if (meetings.length < count) {
		throw new Error(`The sandbox has only ${meetings.length} ordinary meetings`);
	}

	return meetings.slice(0, count);
}

/** Resolves when what is watched is so. */
export async function waitUntil(
	jobs: Jobs,
	isSo: (views: readonly JobView[]) => boolean,
): Promise<void> {
	const {promise, resolve} = Promise.withResolvers<void>();
	const check = () => {
		if (isSo(jobs.snapshot())) {
			resolve();
		}
	};
	const unsubscribe = jobs.subscribe(check);
	check();
	await promise;
	unsubscribe();
}

/** Resolves with the job when it has come to an end. */
export async function waitForEnd(jobs: Jobs, id: string): Promise<JobView> {
	const find = () => jobs.snapshot().find(({job}) => job.id === id);
	await waitUntil(jobs, () => {
		const view = find();
		return view !== undefined && hasEnded(view.progress);
	});
	const view = find();
	if (view === undefined) {
		throw new Error('The job has gone');
	}

	return view;
}

/** When AssemblyAI's copy was deleted, in ms since the epoch. */
export function remoteDeletedAt(record: TranscriptRecord | undefined): number | undefined {
	return record?.source === 'assemblyai' ? record.remoteDeletedAt : undefined;
}
