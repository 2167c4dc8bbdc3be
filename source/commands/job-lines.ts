import type {JobView} from '../jobs/job-progress.ts';
import {hasEnded} from '../jobs/job-progress.ts';
import {showBytes} from '../measures.ts';
import {formatTime} from '../transcripts/time.ts';
import type {CommandContext} from './command.ts';
import {fitText} from './fit-text.ts';

/** The jobs that somebody waits for. */
export type WatchedJobs = {
	readonly snapshot: () => readonly JobView[];
	readonly subscribe: (listener: () => void) => () => void;
};

/** One job in words: `Budget review: sending 12 MB of 42 MB`. */
export function describeJob({job, progress}: JobView): string {
	return `${job.meeting.topic}: ${describeStage(progress)}`;
}

/** What a job is doing, in words. */
export function describeStage(progress: JobView['progress']): string {
	switch (progress.stage) {
		case 'planned':
			return 'in line';
		case 'fetching':
			return 'asking Zoom for the audio';
		case 'uploading':
			return progress.totalBytes === undefined
				? `sending ${showBytes(progress.sentBytes)}`
				: `sending ${showBytes(progress.sentBytes)} of ${showBytes(progress.totalBytes)}`;
		case 'submitting':
			return progress.isInDoubt === true
				? 'finding out whether AssemblyAI has it already'
				: 'handing over to AssemblyAI';
		case 'waiting':
			return progress.status === 'queued' ? 'in line at AssemblyAI' : 'transcribing';
		case 'completed':
			return 'done';
		case 'failed':
			return `failed: ${progress.error.message}`;
		case 'cancelled':
			return 'cancelled';
	}
}

/**
 * Tells on stderr what the jobs are doing until `stop` is called: on a terminal that may be redrawn one
 * live line, else one plain line for each job that enters another stage, on any terminal also for each
 * quarter that it has sent.
 */
export function reportJobs(
	jobs: WatchedJobs,
	{stderr, use}: Pick<CommandContext, 'stderr' | 'use'>,
): {readonly stop: () => void} {
	const isLive = stderr.isTTY && use === 'redraw';
	const report = isLive ? createLiveLine(jobs, stderr) : createPlainLines(jobs, stderr);
	const unsubscribe = jobs.subscribe(report.update);
	report.update();
	return {
		stop() {
			unsubscribe();
			report.stop();
		},
	};
}

function remarkLines(views: readonly JobView[]): readonly string[] {
	return views.flatMap(({job, remarks}) =>
		remarks.map(remark => `${job.meeting.topic}: ${remark}\n`),
	);
}

type Report = {readonly update: () => void; readonly stop: () => void};

function createPlainLines(jobs: WatchedJobs, stderr: CommandContext['stderr']): Report {
	const reported = new Map<string, string>();
	const remarked = new Map<string, number>();
	return {
		update() {
			for (const view of jobs.snapshot()) {
				const {job, progress, remarks} = view;
				const stage = stepOf(progress, stderr.isTTY ? 4 : 0);
				if (reported.get(job.id) !== stage) {
					reported.set(job.id, stage);
					stderr.write(`${describeJob(view)}\n`);
				}

				for (const remark of remarks.slice(remarked.get(job.id) ?? 0)) {
					stderr.write(`${job.meeting.topic}: ${remark}\n`);
				}

				remarked.set(job.id, remarks.length);
			}
		},
		stop: () => undefined,
	};
}

/** What is worth a line of its own: a stage, and so many parts of an upload. */
export function stepOf(progress: JobView['progress'], uploadSteps: number): string {
	if (progress.stage === 'waiting') {
		return progress.status;
	}

	if (progress.stage === 'uploading') {
		const {sentBytes, totalBytes = Number.POSITIVE_INFINITY} = progress;
		return `${progress.stage} ${Math.floor((uploadSteps * sentBytes) / totalBytes)}`;
	}

	return progress.stage;
}

const eraseLine = '\r\u001B[K';

function createLiveLine(jobs: WatchedJobs, stderr: CommandContext['stderr']): Report {
	const startedAt = Date.now();
	const update = () => {
		const views = jobs.snapshot();
		const ended = views.filter(({progress}) => hasEnded(progress)).length;
		const current = views.find(({progress}) => !hasEnded(progress)) ?? views.at(-1);
		if (current === undefined) {
			return;
		}

		const count = views.length > 1 ? `[${ended}/${views.length}] ` : '';
		const elapsed = formatTime(Date.now() - startedAt);
		const stage = `: ${describeStage(current.progress)} · ${elapsed}`;
		// A line that broke would not be erased as a whole. What changes stays in view.
		const cells = (stderr.columns ?? 80) - 1;
		const topic = fitText(current.job.meeting.topic, cells - (count + stage).length);
		stderr.stream.write(eraseLine);
		stderr.write(fitText(count + topic + stage, cells));
	};
	const timer = setInterval(update, 1000);
	return {
		update,
		stop() {
			clearInterval(timer);
			stderr.stream.write(eraseLine);
			stderr.write(remarkLines(jobs.snapshot()).join(''));
		},
	};
}
