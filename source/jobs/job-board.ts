import {isEnd, type JobRecord} from '../library/records.ts';
import {hasEnded, type JobProgress, type JobView, toProgress} from './job-progress.ts';

/** The jobs that this Recscribe knows of, as any screen may show them. */
export type JobBoard = {
	/** In the order in which they were put in line; the same array until something changes. */
	readonly snapshot: () => readonly JobView[];
	readonly subscribe: (listener: () => void) => () => void;
	/** Shows what was written about a job. A job that had ended before anybody looked is not shown. */
	readonly put: (job: JobRecord) => void;
	/** Shows what a job at work here is doing, which is more than is written down. */
	readonly show: (id: string, progress: JobProgress) => void;
	/** From now on what is written about a job is all there is. */
	readonly forgetProgress: (id: string) => void;
	readonly has: (id: string) => boolean;
};

type Line = {
	job: JobRecord;
	/** Of a job at work here. */
	progress: JobProgress | undefined;
	view: JobView | undefined;
};

export function createJobBoard(worker: string): JobBoard {
	const listeners = new Set<() => void>();
	const lines = new Map<string, Line>();
	let snapshot: readonly JobView[] | undefined = [];

	function tell(): void {
		snapshot = undefined;
		for (const listener of listeners) {
			listener();
		}
	}

	function toView({job, progress}: Line): JobView {
		const shown = progress ?? toProgress(job);
		return {
			job,
			progress: shown,
			startedAt: job.startedAt,
			endedAt: job.endedAt ?? (hasEnded(shown) ? Date.now() : undefined),
			remarks: job.remarks,
			isElsewhere: job.owner !== undefined && job.owner !== worker,
		};
	}

	return {
		snapshot() {
			snapshot ??= [...lines.values()].map(line => {
				line.view ??= toView(line);
				return line.view;
			});
			return snapshot;
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		put(job) {
			const line = lines.get(job.id);
			if (line === undefined) {
				if (!isEnd(job.stage)) {
					lines.set(job.id, {job, progress: undefined, view: undefined});
					tell();
				}
			} else if (job.change > line.job.change) {
				line.job = job;
				line.progress = isEnd(job.stage) ? undefined : line.progress;
				line.view = undefined;
				tell();
			}
		},
		show(id, progress) {
			const line = lines.get(id);
			if (line !== undefined) {
				line.progress = progress;
				line.view = undefined;
				tell();
			}
		},
		forgetProgress(id) {
			const line = lines.get(id);
			if (line?.progress !== undefined && !hasEnded(line.progress)) {
				line.progress = undefined;
				line.view = undefined;
				tell();
			}
		},
		has: id => lines.has(id),
	};
}
