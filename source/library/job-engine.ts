import {UserError} from '../errors.ts';
import type {ErrorRecord, JobRecord, JobStage, NewJob, TranscriptRecord} from './records.ts';

/** What a step adds to a job's record; null takes a value away. */
export type JobChange = {
	readonly stage?: JobStage;
	readonly remoteStatus?: 'queued' | 'processing' | null;
	readonly sentBytes?: number | null;
	readonly totalBytes?: number | null;
	readonly audioSeconds?: number | null;
	readonly audioUrl?: string | null;
	readonly uploadedAt?: number | null;
	readonly intentAt?: number | null;
	readonly doubtAt?: number | null;
	readonly reservedUsd?: number | null;
	readonly transcriptId?: string | null;
	readonly submittedAt?: number | null;
	readonly endedAt?: number | null;
};

/** What a step is called in the job's history, and what else is kept of it. */
export type JobEvent = {readonly kind: string; readonly detail?: unknown};

/** A paid request that is about to be sent. */
export type Intent = {
	readonly audioUrl: string;
	/** What is sent, but for the address. */
	readonly request: unknown;
	readonly reservedUsd: number;
	/** The most that a month's requests may cost; undefined: no limit. */
	readonly spendingLimitUsd: number | undefined;
};

export type NewTranscript = {
	/** AssemblyAI's id. */
	readonly id: string;
	/** The response exactly as it came. */
	readonly rawJson: string;
	readonly turns: readonly {
		readonly speaker: string | undefined;
		readonly startMs: number;
		readonly text: string;
	}[];
	readonly model: string | undefined;
	readonly language: string | undefined;
	readonly audioSeconds: number | undefined;
	/** From the submission until it was seen to be done; undefined when nobody looked all the time. */
	readonly processingMs: number | undefined;
	/** What it cost; undefined leaves what was reserved. */
	readonly costUsd: number | undefined;
};

export type Enqueued =
	| {readonly status: 'new' | 'existing'; readonly job: JobRecord}
	| {readonly status: 'transcribed'; readonly transcript: TranscriptRecord};

/**
 * `early`: jobs whose audio has still to travel. `late`: those that AssemblyAI has, or may have.
 */
export type ClaimKind = 'early' | 'late';

/** How long AssemblyAI took in the past: the length of a recording and the time for it. */
export type PastTime = {readonly audioSeconds: number; readonly processingMs: number};

/** Somebody else has the job now, or it was ended meanwhile: whoever meets this lets go of it. */
export class JobLost extends Error {
	override readonly name = 'JobLost';
}

/** The month's limit does not allow this request. */
export class SpendingLimitReached extends UserError {
	override readonly name = 'SpendingLimitReached';
}

/**
 * The journal and the line of jobs, for any number of workers at the same time. Whatever a method
 * writes is on disk, in one piece, when it resolves. A worker writes only to jobs that it has claimed:
 * the methods that take a worker reject with `JobLost` when the job is not its own (any more).
 *
 * A claim lasts as long as its worker sends heartbeats. One that died is noticed, and its jobs can be
 * claimed again; a job that may have been paid for then waits out its grace anew, since nobody knows
 * how dead the other one is.
 */
export type JobEngine = {
	/**
	 * Puts a recording in line. While the same request for the same recording is unfinished, that job is
	 * given back; one that was ended while AssemblyAI may be at work on it goes on. Where there is a
	 * transcript of it, that is given back unless `again`.
	 */
	readonly enqueue: (job: NewJob, options: {readonly again: boolean}) => Promise<Enqueued>;
	/** Brings a job that failed or was cancelled back in line, or gives the one that took its place. */
	readonly reopen: (id: string) => Promise<JobRecord | undefined>;
	/** Takes the job that waits longest; undefined when there is none, or the line is paused. */
	readonly claim: (worker: string, kind: ClaimKind) => Promise<JobRecord | undefined>;
	/** Says that the worker lives; to be repeated well within `leaseMs`. */
	readonly heartbeat: (worker: string) => Promise<void>;
	readonly advance: (
		worker: string,
		id: string,
		change: JobChange,
		event?: JobEvent,
	) => Promise<JobRecord>;
	/** Adds a sentence that a person should see; to a job that has ended anybody may. */
	readonly remark: (worker: string, id: string, remark: string) => Promise<void>;
	/**
	 * Writes that the paid request is about to be sent, and reserves its cost, both or neither.
	 *
	 * @throws {SpendingLimitReached} when the month's limit does not allow it.
	 */
	readonly intend: (worker: string, id: string, intent: Intent) => Promise<JobRecord>;
	/** Keeps the transcript and ends the job, both or neither. */
	readonly complete: (worker: string, id: string, transcript: NewTranscript) => Promise<JobRecord>;
	/** `isRemoteOver`: nothing at AssemblyAI is left to be waited for, and nothing has to be paid. */
	readonly fail: (
		worker: string,
		id: string,
		error: ErrorRecord,
		options: {readonly isRemoteOver: boolean},
	) => Promise<JobRecord>;
	/** Ends a claimed job as cancelled. */
	readonly giveUp: (worker: string, id: string) => Promise<JobRecord>;
	/** Lets go of a claimed job, to be claimed again. */
	readonly release: (worker: string, id: string) => Promise<void>;
	/** Lets go of everything. */
	readonly leave: (worker: string) => Promise<void>;
	/** Cancels a job that nobody is at work on; else asks its worker to. Undefined: there is no such job. */
	readonly cancel: (id: string) => Promise<JobRecord | undefined>;
	/** Nothing is left at AssemblyAI of a job that failed or was cancelled: tried again, it starts anew. */
	readonly forgetRemote: (id: string) => Promise<JobRecord | undefined>;
	readonly find: (id: string) => Promise<JobRecord | undefined>;
	/** Newest first. */
	readonly list: () => Promise<readonly JobRecord[]>;
	/** In the order in which they were put in line, and the place from which `changes` goes on. */
	readonly unfinished: () => Promise<{
		readonly jobs: readonly JobRecord[];
		readonly lastChange: number;
	}>;
	/** Jobs that were changed by anybody after that change, in the order of the changes. */
	readonly changes: (after: number) => Promise<readonly JobRecord[]>;
	/** Whether any other job has that address: it would not tell them apart. */
	readonly isKnownAudioUrl: (audioUrl: string, id: string) => Promise<boolean>;
	/** Whether any job has that transcript already. */
	readonly isKnownTranscript: (transcriptId: string) => Promise<boolean>;
	/** No job is claimed until `unpause`. */
	readonly pause: (reason: ErrorRecord) => Promise<void>;
	readonly unpause: () => Promise<void>;
	/** Why no job is claimed; undefined when they are. */
	readonly pauseReason: () => Promise<ErrorRecord | undefined>;
	/** The newest hundred. */
	readonly pastTimes: () => Promise<readonly PastTime[]>;
};
