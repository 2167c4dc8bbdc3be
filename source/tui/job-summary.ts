import type {RemainingTime} from '../jobs/estimates.ts';
import {hasEnded, type JobView} from '../jobs/job-progress.ts';

export type JobSummary = {
	readonly total: number;
	readonly ended: number;
	/** Of those that have ended. */
	readonly failed: number;
	/** Milliseconds; undefined while nothing can be said of some that have not ended. */
	readonly remainingMs: number | undefined;
};

/** How far jobs have come together. They run side by side: all are done when the slowest one is. */
export function summarizeJobs(
	jobs: readonly JobView[],
	estimateRemaining: (view: JobView) => RemainingTime | undefined,
): JobSummary {
	const unfinished = jobs.filter(({progress}) => !hasEnded(progress));
	const remaining = unfinished.map(view => estimateRemaining(view)?.remainingMs);
	const known = remaining.filter(time => time !== undefined);
	return {
		total: jobs.length,
		ended: jobs.length - unfinished.length,
		failed: jobs.filter(({progress}) => progress.stage === 'failed').length,
		remainingMs:
			known.length === 0 || known.length < unfinished.length ? undefined : Math.max(...known),
	};
}

/** `3 of 12 done, 1 failed · ~4 min left` */
export function describeSummary({total, ended, failed, remainingMs}: JobSummary): string {
	const failures = failed === 0 ? '' : `, ${failed} failed`;
	const rest = remainingMs === undefined ? '' : ` · ${showRemaining(remainingMs)}`;
	return `${ended} of ${total} done${failures}${rest}`;
}

/** An estimate, and said as one. */
export function showRemaining(remainingMs: number): string {
	return isEstimateShown(remainingMs)
		? `~${Math.round(remainingMs / 60_000)} min left`
		: '<1 min left';
}

/** Whether a number of minutes is said, which may be wrong. */
export function isEstimateShown(remainingMs: number): boolean {
	return Math.round(remainingMs / 60_000) >= 1;
}
