import {useSyncExternalStore} from 'react';
import type {JobView} from '../../jobs/job-progress.ts';
import {useSession} from '../session.ts';

/** The jobs of this session, as they are now. */
export function useJobs(): readonly JobView[] {
	const {jobs} = useSession().services;
	return useSyncExternalStore(jobs.subscribe, jobs.snapshot);
}
