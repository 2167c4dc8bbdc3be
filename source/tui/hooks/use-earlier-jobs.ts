import {useEffect, useMemo, useState} from 'react';
import {type JobView, toView} from '../../jobs/job-progress.ts';
import {isEnd} from '../../library/records.ts';
import type {Binding} from '../keymap.ts';
import {useSession} from '../session.ts';

export type EarlierJobs = {
	/** Newest first; empty unless they are wanted. */
	readonly jobs: readonly JobView[];
	readonly binding: Binding;
};

/** Jobs that had ended before anybody looked, to be shown under those that `current` has. */
export function useEarlierJobs(current: readonly JobView[]): EarlierJobs {
	const {services} = useSession();
	const [isWanted, setWanted] = useState(false);
	const [ended, setEnded] = useState<readonly JobView[]>([]);
	useEffect(() => {
		if (!isWanted) {
			return;
		}

		let isLeft = false;
		void services.jobs.list().then(jobs => {
			if (!isLeft) {
				setEnded(jobs.filter(({stage}) => isEnd(stage)).map(toView));
			}
		});
		return () => {
			isLeft = true;
		};
	}, [services, isWanted]);

	const jobs = useMemo(() => {
		const shown = new Set(current.map(({job}) => job.id));
		return isWanted ? ended.filter(({job}) => !shown.has(job.id)) : [];
	}, [current, ended, isWanted]);
	return {
		jobs,
		binding: {
			keys: ['h'],
			label: isWanted ? 'only what is new' : 'earlier ones too',
			hint: isWanted ? 'less' : 'earlier',
			run: () => setWanted(!isWanted),
		},
	};
}
