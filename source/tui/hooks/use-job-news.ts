import {useStdout} from 'ink';
import {useEffect, useRef} from 'react';
import {describeEnd, hasEnded, type JobView} from '../../jobs/job-progress.ts';
import {notification} from '../../terminal-sequences.ts';
import {useSession} from '../session.ts';

/** Tells somebody who looks elsewhere, by the bell and a notification, when the last job has ended. */
export function useJobNews(jobs: readonly JobView[]): void {
	const {notifications} = useSession().services.settings.preferences;
	const {stdout} = useStdout();
	const running = jobs.filter(({progress}) => !hasEnded(progress)).length;
	const before = useRef(0);
	useEffect(() => {
		if (running === 0 && before.current > 0 && notifications) {
			stdout.write(notification(describeEnd(jobs), process.env));
		}

		before.current = running;
	});
}
