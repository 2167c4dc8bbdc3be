import {type ErrorCode, UserError} from '../errors.ts';
import type {ErrorRecord, JobRecord} from '../library/records.ts';

/** What a job is doing now; the last one says how it ended. */
export type JobProgress =
	| {readonly stage: 'planned'}
	| {readonly stage: 'fetching'}
	| {
			readonly stage: 'uploading';
			readonly sentBytes: number;
			/** Undefined while nobody has said how long the file is. */
			readonly totalBytes: number | undefined;
	  }
	| {
			readonly stage: 'submitting';
			/** It is being found out whether AssemblyAI has it already. */
			readonly isInDoubt?: boolean;
	  }
	| {readonly stage: 'waiting'; readonly status: 'queued' | 'processing'}
	| {readonly stage: 'completed'; readonly transcriptId: string}
	| {readonly stage: 'failed'; readonly error: Error}
	| {readonly stage: 'cancelled'};

export type JobView = {
	readonly job: JobRecord;
	readonly progress: JobProgress;
	/** Milliseconds since the epoch; undefined before the job has begun. */
	readonly startedAt: number | undefined;
	/** Milliseconds since the epoch; undefined before the job has ended. */
	readonly endedAt: number | undefined;
	/** Things worth knowing that did not stop it, e.g. "2 recording files; this is the first". */
	readonly remarks: readonly string[];
	/** Whether another Recscribe is at work on it. */
	readonly isElsewhere?: boolean;
};

export function hasEnded(progress: JobProgress): boolean {
	return (
		progress.stage === 'completed' || progress.stage === 'failed' || progress.stage === 'cancelled'
	);
}

/** What a job's record says about its progress. */
export function toProgress(job: JobRecord): JobProgress {
	switch (job.stage) {
		case 'uploading':
			return {stage: job.stage, sentBytes: job.sentBytes ?? 0, totalBytes: job.totalBytes};
		case 'waiting':
			return {stage: job.stage, status: job.remoteStatus ?? 'processing'};
		case 'completed':
			return {stage: job.stage, transcriptId: job.transcriptId ?? ''};
		case 'failed':
			return {stage: job.stage, error: toUserError(job.error)};
		default:
			return {stage: job.stage};
	}
}

/** What became of jobs that have all ended, in a few words. */
export function describeEnd(jobs: readonly JobView[]): string {
	const failed = jobs.filter(({progress}) => progress.stage === 'failed').length;
	const done = jobs.filter(({progress}) => progress.stage === 'completed').length;
	const [only, another] = jobs;
	const what =
		only !== undefined && another === undefined && done === 1
			? `${only.job.meeting.topic} is transcribed`
			: `${done} of ${jobs.length} transcribed`;
	return failed === 0 ? what : `${what}, ${failed} failed`;
}

/** A job as it is written down: what is known of one that is not at work here. */
export function toView(job: JobRecord): JobView {
	return {
		job,
		progress: toProgress(job),
		startedAt: job.startedAt,
		endedAt: job.endedAt,
		remarks: job.remarks,
	};
}

const errorCodes: ReadonlySet<string> = new Set<ErrorCode>([
	'usage',
	'not-set-up',
	'not-allowed',
	'not-found',
	'not-ready',
	'rate-limited',
	'network',
	'service',
	'failed',
]);

function isErrorCode(code: string): code is ErrorCode {
	return errorCodes.has(code);
}

/** An error that was kept, as it was thrown. */
export function toUserError(error: ErrorRecord | undefined): UserError {
	const {code = 'failed', message = 'It failed', hint} = error ?? {};
	return new UserError(message, {
		code: isErrorCode(code) ? code : 'failed',
		...(hint !== undefined && {hint}),
	});
}
