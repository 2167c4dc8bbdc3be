import type {Library, NewJob} from '../library/library.ts';
import type {JobRecord} from '../library/records.ts';
import {hasEnded, type JobProgress, type JobView} from './job-progress.ts';
import {JobCancelled, type JobContext, runJob} from './run-job.ts';

/** How many recordings travel or are waited for at the same time. */
const concurrency = 4;

/** The jobs of this run of Recscribe, watched by whichever screen is open. */
export type Jobs = {
	/** Puts a recording in line and returns the job's id. */
	readonly start: (job: NewJob) => string;
	/** Starts a job that has ended once more, as a new job with the same request. */
	readonly retry: (id: string) => string | undefined;
	readonly cancel: (id: string) => void;
	/** In the order in which they were started; the same array until something changes. */
	readonly snapshot: () => readonly JobView[];
	readonly subscribe: (listener: () => void) => () => void;
	/** Stops following every job; what they have reached stays in the library. */
	readonly close: () => void;
};

export function createJobs(context: Omit<JobContext, 'onRemark'>): Jobs {
	const library: Library = context.library;
	const listeners = new Set<() => void>();
	const controllers = new Map<string, AbortController>();
	const line: JobRecord[] = [];
	let views: readonly JobView[] = [];
	let running = 0;
	let isClosed = false;

	function change(id: string, changeView: (view: JobView) => JobView): void {
		views = views.map(view => (view.job.id === id ? changeView(view) : view));
		for (const listener of listeners) {
			listener();
		}
	}

	function showProgress(id: string, progress: JobProgress): void {
		const endedAt = hasEnded(progress) ? Date.now() : undefined;
		change(id, view => ({...view, progress, endedAt}));
	}

	async function follow(job: JobRecord, signal: AbortSignal): Promise<void> {
		const onRemark = (remark: string) => {
			change(job.id, view => ({...view, remarks: [...view.remarks, remark]}));
		};
		try {
			for await (const progress of runJob(job, {...context, onRemark}, signal)) {
				showProgress(job.id, progress);
			}
		} catch (error) {
			if (!isClosed) {
				throw error;
			}
		} finally {
			controllers.delete(job.id);
			running--;
			startNext();
		}
	}

	function startNext(): void {
		while (!isClosed && running < concurrency) {
			const job = line.shift();
			if (job === undefined) {
				return;
			}

			running++;
			const controller = new AbortController();
			controllers.set(job.id, controller);
			change(job.id, view => ({...view, startedAt: Date.now()}));
			void follow(job, controller.signal);
		}
	}

	function start(newJob: NewJob): string {
		const job = library.addJob(newJob);
		views = [
			...views,
			{
				job,
				progress: {stage: 'planned'},
				startedAt: undefined,
				endedAt: undefined,
				remarks: [],
			},
		];
		line.push(job);
		startNext();
		return job.id;
	}

	return {
		start,
		retry(id) {
			const view = views.find(({job}) => job.id === id);
			return view === undefined ? undefined : start(view.job);
		},
		cancel(id) {
			const position = line.findIndex(job => job.id === id);
			if (position === -1) {
				controllers.get(id)?.abort(new JobCancelled());
				return;
			}

			line.splice(position, 1);
			library.updateJob(id, {stage: 'cancelled'});
			showProgress(id, {stage: 'cancelled'});
		},
		snapshot: () => views,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close() {
			isClosed = true;
			for (const controller of controllers.values()) {
				controller.abort();
			}
		},
	};
}
