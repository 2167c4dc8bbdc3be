import {randomUUID} from 'node:crypto';
import type {AssemblyAI} from '../assemblyai/assemblyai.ts';
import {AssemblyAIError} from '../assemblyai/assemblyai-error.ts';
import {type PriceList, priceList} from '../assemblyai/prices.ts';
import {UserError} from '../errors.ts';
import type {Enqueued} from '../library/job-engine.ts';
import type {Library} from '../library/library.ts';
import {LibraryError} from '../library/library-error.ts';
import {isEnd, type JobRecord, type NewJob} from '../library/records.ts';
import type {Zoom} from '../zoom/zoom.ts';
import {crashPoint} from './crash-points.ts';
import {estimateRemaining, type RemainingTime} from './estimates.ts';
import {createJobBoard} from './job-board.ts';
import {type JobView, toUserError} from './job-progress.ts';
import {createJobRunner} from './job-runner.ts';
import {pause} from './pause.ts';
import {createPollScheduler} from './poll-scheduler.ts';
import {createProcessingTimes} from './processing-time.ts';
import type {Resumed} from './resumed.ts';
import {type JobTimings, usualTimings} from './timings.ts';

/** The jobs on this computer, watched by whichever screen is open. */
export type Jobs = {
	/**
	 * Puts a recording in line; see `JobEngine.enqueue`. Wakes a line that was paused: somebody has
	 * decided to go on.
	 */
	readonly enqueue: (job: NewJob, options: {readonly again: boolean}) => Promise<Enqueued>;
	/** The same with `again`; gives back the job's id. */
	readonly start: (job: NewJob) => Promise<string>;
	/** Brings a job that failed or was cancelled back in line; one that is done is done once more. */
	readonly retry: (id: string) => Promise<string | undefined>;
	/** Gives a job up, wherever it is at work. Undefined: there is no such job. */
	readonly cancel: (id: string) => Promise<JobRecord | undefined>;
	/** Lets every unfinished job go on, also those of a Recscribe that has died. */
	readonly resume: () => Promise<Resumed>;
	/** Why nothing more is begun, for all jobs alike; undefined when nothing is in the way. */
	readonly pauseReason: () => UserError | undefined;
	/** Every job there ever was, newest first. */
	readonly list: () => Promise<readonly JobRecord[]>;
	/** What is unfinished or was, in line order; the same array until something changes. */
	readonly snapshot: () => readonly JobView[];
	readonly subscribe: (listener: () => void) => () => void;
	readonly estimateRemaining: (view: JobView) => RemainingTime | undefined;
	/** Deletes AssemblyAI's copy of a transcript that is in the library. Throws `AssemblyAIError`. */
	readonly deleteRemote: (transcriptId: string, signal: AbortSignal) => Promise<void>;
	/**
	 * The same for what a job has left at AssemblyAI; one that failed or was cancelled starts anew when
	 * it is tried again. False when it has left nothing that is known of.
	 */
	readonly deleteRemoteOf: (jobId: string, signal: AbortSignal) => Promise<boolean>;
	/** Stops following every job; what they have reached stays in the library, to go on from. */
	readonly close: () => void;
};

export type JobsOptions = {
	readonly zoom: Zoom;
	readonly assemblyai: AssemblyAI;
	readonly library: Library;
	readonly timings?: JobTimings;
	/** The most that a month's transcriptions may cost, in US dollars; undefined: no limit. */
	readonly spendingLimitUsd?: number | undefined;
	readonly prices?: PriceList;
};

/** What is not there any more need not be deleted. */
async function deleteCopy(
	assemblyai: AssemblyAI,
	transcriptId: string,
	signal: AbortSignal,
): Promise<void> {
	try {
		await assemblyai.deleteTranscript(transcriptId, signal);
	} catch (error) {
		if (!(error instanceof AssemblyAIError && error.reason === 'unknown-transcript')) {
			throw error;
		}
	}
}

export function createJobs(options: JobsOptions): Jobs {
	const {zoom, assemblyai, library, timings = usualTimings, prices = priceList} = options;
	const {engine} = library;
	const worker = randomUUID();
	const closing = new AbortController();
	const board = createJobBoard(worker);
	const listeners = new Set<() => void>();
	let timeFor = createProcessingTimes([]);
	let pauseReason: UserError | undefined;
	let opening: Promise<void> | undefined;
	let lastChange = 0;
	const runner = createJobRunner({
		context: {
			zoom,
			assemblyai,
			engine,
			worker,
			timings,
			spendingLimitUsd: options.spendingLimitUsd,
			prices,
			deleteRemote,
			scheduler: createPollScheduler({
				assemblyai,
				timings,
				timeFor: seconds => timeFor(seconds),
				closing: closing.signal,
			}),
		},
		board,
		closing: closing.signal,
		onPause(reason) {
			pauseReason = toUserError(reason);
			tell();
		},
	});

	async function deleteRemote(transcriptId: string, signal: AbortSignal): Promise<void> {
		await deleteCopy(assemblyai, transcriptId, signal);
		library.markRemoteDeleted(transcriptId);
		tell();
	}

	/** What was wanted before and could not be done then. */
	async function deleteLeftovers(): Promise<void> {
		for (const id of library.listLeftovers()) {
			try {
				await deleteRemote(id, closing.signal);
			} catch (error) {
				// Its job has the remark; the next start tries again.
				if (!(error instanceof UserError || closing.signal.aborted)) {
					throw error;
				}

				return;
			}
		}
	}

	function tell(): void {
		for (const listener of listeners) {
			listener();
		}
	}

	async function look(): Promise<void> {
		for (const job of await engine.changes(lastChange)) {
			lastChange = job.change;
			board.put(job);
			if (job.isCancelRequested && !isEnd(job.stage)) {
				runner.cancel(job.id);
			}
		}
	}

	/** What happens now and then as long as there is work; the library's file may fail at any of it. */
	async function every(milliseconds: number, work: () => Promise<void>): Promise<void> {
		while (!closing.signal.aborted) {
			try {
				await pause(milliseconds, closing.signal);
				await work();
			} catch (error) {
				if (!(error instanceof LibraryError || closing.signal.aborted)) {
					throw error;
				}
			}
		}
	}

	/** Looks at what is there, once, and from then on at what changes. */
	function open(): Promise<void> {
		opening ??= (async () => {
			timeFor = createProcessingTimes(await engine.pastTimes());
			const {jobs, lastChange: last} = await engine.unfinished();
			lastChange = last;
			for (const job of jobs) {
				board.put(job);
			}

			void deleteLeftovers();
			void every(timings.tickMs, async () => {
				await look();
				await runner.claim();
			});
			void every(timings.heartbeatMs, async () => {
				if (runner.count() > 0) {
					await engine.heartbeat(worker);
				}

				timeFor = createProcessingTimes(await engine.pastTimes());
			});
		})();
		return opening;
	}

	async function wake(): Promise<void> {
		pauseReason = undefined;
		await engine.unpause();
		await open();
	}

	async function enqueue(job: NewJob, {again}: {readonly again: boolean}): Promise<Enqueued> {
		await wake();
		const enqueued = await engine.enqueue(job, {again});
		crashPoint('enqueued');
		if (enqueued.status !== 'transcribed') {
			board.put(enqueued.job);
			void runner.claim();
		}

		return enqueued;
	}

	return {
		enqueue,
		async start(job) {
			const enqueued = await enqueue(job, {again: true});
			return enqueued.status === 'transcribed' ? enqueued.transcript.id : enqueued.job.id;
		},
		async retry(id) {
			await wake();
			const job = await engine.reopen(id);
			if (job !== undefined) {
				board.put(job);
				void runner.claim();
			}

			return job?.id;
		},
		async cancel(id) {
			const job = await engine.cancel(id);
			if (job !== undefined) {
				board.put(job);
				runner.cancel(id);
			}

			return job;
		},
		async resume() {
			await wake();
			await runner.claim();
			const {jobs} = await engine.unfinished();
			for (const job of jobs) {
				board.put(job);
			}

			const elsewhere = jobs.filter(({owner}) => owner !== undefined && owner !== worker).length;
			return {goingOn: jobs.length - elsewhere, elsewhere};
		},
		pauseReason: () => runner.stopReason() ?? pauseReason,
		list: () => engine.list(),
		snapshot: board.snapshot,
		subscribe(listener) {
			listeners.add(listener);
			const unsubscribe = board.subscribe(listener);
			return () => {
				listeners.delete(listener);
				unsubscribe();
			};
		},
		estimateRemaining: view => estimateRemaining(view, timeFor, Date.now()),
		deleteRemote,
		async deleteRemoteOf(jobId, signal) {
			const {stage, transcriptId} = (await engine.find(jobId)) ?? {};
			if (transcriptId === undefined) {
				return false;
			}

			if (stage === 'completed') {
				await deleteRemote(transcriptId, signal);
				return true;
			}

			await deleteCopy(assemblyai, transcriptId, signal);
			const job = await engine.forgetRemote(jobId);
			if (job !== undefined) {
				board.put(job);
			}

			return true;
		},
		close() {
			closing.abort();
			// SQLite writes it before this returns; a library that can't be written finds out by the lease.
			engine.leave(worker).catch(() => undefined);
		},
	};
}
