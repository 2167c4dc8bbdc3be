import type {JobRecord} from '../library/records.ts';
import type {JobProgress, JobView} from './job-progress.ts';
import type {ProcessingTime} from './processing-time.ts';

/** How long a job may still take: an estimate, and to be called one. */
export type RemainingTime = {
	/** Milliseconds; 0 when it takes longer than expected. */
	readonly remainingMs: number;
	/** Learned from past transcriptions, or only assumed. */
	readonly basis: ProcessingTime['basis'];
};

/** Undefined for a job of which nothing can be said yet, or that has ended. */
export function estimateRemaining(
	{job, progress, startedAt}: JobView,
	timeFor: (audioSeconds: number) => ProcessingTime,
	now: number,
): RemainingTime | undefined {
	const time = timeFor(audioSecondsOf(job));
	if (progress.stage === 'waiting') {
		const elapsedMs = now - (job.submittedAt ?? now);
		return {remainingMs: Math.max(0, time.likelyMs - elapsedMs), basis: time.basis};
	}

	const transferMs = remainingTransfer(progress, now - (startedAt ?? now));
	return transferMs === undefined
		? undefined
		: {remainingMs: transferMs + time.likelyMs, basis: time.basis};
}

function audioSecondsOf({audioSeconds, meeting}: JobRecord): number {
	return audioSeconds ?? meeting.durationMinutes * 60;
}

function remainingTransfer(progress: JobProgress, elapsedMs: number): number | undefined {
	if (progress.stage === 'submitting') {
		return 0;
	}

	if (progress.stage !== 'uploading' || progress.sentBytes === 0 || elapsedMs <= 0) {
		return undefined;
	}

	const {sentBytes, totalBytes} = progress;
	return totalBytes === undefined ? undefined : ((totalBytes - sentBytes) / sentBytes) * elapsedMs;
}
