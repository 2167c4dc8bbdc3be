import {useStdout} from 'ink';
import {useEffect, useRef} from 'react';
import {describeEnd, hasEnded, type JobView} from '../../jobs/job-progress.ts';
import {notification, terminalTitle} from '../../terminal-sequences.ts';
import {useSession} from '../session.ts';

/**
 * Tells somebody who looks elsewhere: the terminal's title says how far the jobs are, and when the last
 * of them has ended its bell and a notification say so.
 */
export function useJobNews(jobs: readonly JobView[]): void {
	const {notifications} = useSession().services.settings.preferences;
	const {stdout} = useStdout();
	const running = jobs.filter(({progress}) => !hasEnded(progress)).length;
	const title = running === 0 ? 'recscribe' : `${jobs.length - running}/${jobs.length} recscribe`;
	useEffect(() => {
		stdout.write(terminalTitle(title));
	}, [stdout, title]);

	const before = useRef(0);
	useEffect(() => {
		if (running === 0 && before.current > 0 && notifications) {
			stdout.write(notification(describeEnd(jobs), process.env));
		}

		before.current = running;
	});
}
