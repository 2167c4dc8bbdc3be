import {useMemo, useSyncExternalStore} from 'react';
import type {UserError} from '../../errors.ts';
import {hasEnded, type JobView} from '../../jobs/job-progress.ts';
import {calmSubscription, type Subscribe} from '../calm-subscription.ts';
import {useSession} from '../session.ts';

/** Often enough to look alive. */
const newsIntervalMs = 150;

/** What is unfinished or was when it was looked at first, as it is now. */
export function useJobs(): readonly JobView[] {
	const {jobs} = useSession().services;
	return useSyncExternalStore(useCalm(jobs.subscribe), jobs.snapshot);
}

/** How many `useJobs` has. What only changes its stage draws nothing anew. */
export function useJobCounts(): {readonly running: number; readonly total: number} {
	const {jobs} = useSession().services;
	const counts = useSyncExternalStore(useCalm(jobs.subscribe), () => {
		const all = jobs.snapshot();
		return `${all.filter(({progress}) => !hasEnded(progress)).length} ${all.length}`;
	});
	const [running = 0, total = 0] = counts.split(' ').map(Number);
	return {running, total};
}

/** Why nothing more is begun; undefined when nothing is in the way. */
export function usePauseReason(): UserError | undefined {
	const {jobs} = useSession().services;
	return useSyncExternalStore(jobs.subscribe, jobs.pauseReason);
}

function useCalm(subscribe: Subscribe): Subscribe {
	return useMemo(() => calmSubscription(subscribe, newsIntervalMs), [subscribe]);
}
