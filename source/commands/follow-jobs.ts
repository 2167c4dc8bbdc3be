import process from 'node:process';
import {describeEnd, hasEnded, type JobView} from '../jobs/job-progress.ts';
import type {Jobs} from '../jobs/jobs.ts';
import {describeResumed} from '../jobs/resumed.ts';
import type {Services} from '../services.ts';
import {notification} from '../terminal-sequences.ts';
import type {CommandContext} from './command.ts';
import {reportJobs, type WatchedJobs} from './job-lines.ts';
import type {Printing} from './printing.ts';
import {printProgress} from './progress-lines.ts';

/** Lets unfinished jobs of an earlier run go on, says so, and gives back the ids of those that do. */
export async function resumeJobs(
	jobs: Jobs,
	stderr: CommandContext['stderr'],
): Promise<readonly string[]> {
	for (const sentence of describeResumed(await jobs.resume())) {
		stderr.write(`${sentence}\n`);
	}

	return jobs
		.snapshot()
		.filter(({isElsewhere}) => isElsewhere !== true)
		.map(({job}) => job.id);
}

/**
 * Reports those jobs until each of them has ended, or can't go on because the whole line is paused; a
 * terminal is then told, unless the person does not want that.
 * Throws the signal's reason.
 *
 * @param printing `jsonl`: progress is told on stdout, too.
 */
export async function followJobs(
	{jobs, settings}: Pick<Services, 'jobs' | 'settings'>,
	ids: ReadonlySet<string>,
	context: CommandContext,
	printing: Printing = 'text',
): Promise<readonly JobView[]> {
	const {stderr, signal} = context;
	const watched: WatchedJobs = {
		snapshot: () => jobs.snapshot().filter(({job}) => ids.has(job.id)),
		subscribe: jobs.subscribe,
	};
	const reports = [
		reportJobs(watched, context),
		...(printing === 'jsonl' ? [printProgress(watched, context)] : []),
	];
	const ended = Promise.withResolvers<void>();
	const check = () => {
		const isPaused = jobs.pauseReason() !== undefined;
		const isOver = ({job, progress}: JobView) =>
			hasEnded(progress) || (isPaused && job.owner === undefined);
		if (watched.snapshot().every(isOver)) {
			ended.resolve();
		}
	};
	// A thousand jobs change thousands of times: it is looked once for all changes of a moment.
	let isChecking = false;
	const checkSoon = () => {
		if (!isChecking) {
			isChecking = true;
			setImmediate(() => {
				isChecking = false;
				check();
			});
		}
	};
	const unsubscribe = jobs.subscribe(checkSoon);
	const abort = () => ended.reject(signal.reason);
	signal.addEventListener('abort', abort, {once: true});
	try {
		check();
		await ended.promise;
		if (stderr.isTTY && settings.preferences.notifications && ids.size > 0) {
			stderr.stream.write(notification(describeEnd(watched.snapshot()), process.env));
		}

		return watched.snapshot();
	} finally {
		signal.removeEventListener('abort', abort);
		unsubscribe();
		for (const report of reports) {
			report.stop();
		}
	}
}
