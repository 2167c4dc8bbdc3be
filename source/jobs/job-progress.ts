import type {JobRecord} from '../library/records.ts';

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
	| {readonly stage: 'submitting'}
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
};

export function hasEnded(progress: JobProgress): boolean {
	return (
		progress.stage === 'completed' || progress.stage === 'failed' || progress.stage === 'cancelled'
	);
}
