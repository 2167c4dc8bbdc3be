import type {AssemblyAI} from '../assemblyai/assemblyai.ts';
import type {PriceList} from '../assemblyai/prices.ts';
import type {JobEngine} from '../library/job-engine.ts';
import type {JobRecord} from '../library/records.ts';
import type {Zoom} from '../zoom/zoom.ts';
import type {JobProgress} from './job-progress.ts';
import type {PollScheduler} from './poll-scheduler.ts';
import type {Slot} from './slots.ts';
import type {JobTimings} from './timings.ts';

/** What every job of this Recscribe works with. */
export type JobContext = {
	readonly zoom: Zoom;
	readonly assemblyai: AssemblyAI;
	readonly engine: JobEngine;
	readonly scheduler: PollScheduler;
	readonly timings: JobTimings;
	/** The most that a month's transcriptions may cost, in US dollars; undefined: no limit. */
	readonly spendingLimitUsd: number | undefined;
	readonly prices: PriceList;
	/** Deletes AssemblyAI's copy of a transcript that is in the library. */
	readonly deleteRemote: (transcriptId: string, signal: AbortSignal) => Promise<void>;
	/** The name under which this Recscribe claims jobs. */
	readonly worker: string;
};

/** One job at work. */
export type JobRun = JobContext & {
	/** Held while the audio travels and is handed over. */
	readonly slot: Slot;
	/** Aborted when the job is to stop, by a person or because the program ends. */
	readonly signal: AbortSignal;
	/** Aborted only when the program ends: a paid request that is under way is otherwise waited for. */
	readonly closing: AbortSignal;
	/** What may be tried so many times. */
	readonly tries: {doubts: number; uploads: number; lastDoubt: string};
};

/** Takes a job on by a step; yields what it is doing, returns its record as it was written last. */
export type JobStep = (job: JobRecord, run: JobRun) => AsyncGenerator<JobProgress, JobRecord, void>;

/** Waits for whatever was begun, but throws if the job was told to stop meanwhile. */
export function throwIfStopped({signal}: JobRun): void {
	signal.throwIfAborted();
}
