import {useSyncExternalStore} from 'react';
import type {UserError} from '../../errors.ts';
import type {JobView} from '../../jobs/job-progress.ts';
import {useSession} from '../session.ts';

/** What is unfinished or was when it was looked at first, as it is now. */
export function useJobs(): readonly JobView[] {
	const {jobs} = useSession().services;
	return useSyncExternalStore(jobs.subscribe, jobs.snapshot);
}

/** Why nothing more is begun; undefined when nothing is in the way. */
export function usePauseReason(): UserError | undefined {
	const {jobs} = useSession().services;
	return useSyncExternalStore(jobs.subscribe, jobs.pauseReason);
}
