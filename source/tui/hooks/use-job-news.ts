import {useStdout} from 'ink';
import {useEffect, useRef} from 'react';
import {describeEnd} from '../../jobs/job-progress.ts';
import {notification} from '../../terminal-sequences.ts';
import {useSession} from '../session.ts';

/**
 * Tells somebody who looks elsewhere, by the bell and a notification, when the last job has ended.
 *
 * @param running How many have not.
 */
export function useJobNews(running: number): void {
	const {jobs, settings} = useSession().services;
	const {stdout} = useStdout();
	const before = useRef(0);
	useEffect(() => {
		if (running === 0 && before.current > 0 && settings.preferences.notifications) {
			stdout.write(notification(describeEnd(jobs.snapshot()), process.env));
		}

		before.current = running;
	});
}
