import type {UserError} from '../../source/errors.ts';
import type {RemainingTime} from '../../source/jobs/estimates.ts';
import {hasEnded, type JobProgress, type JobView} from '../../source/jobs/job-progress.ts';
import type {Jobs} from '../../source/jobs/jobs.ts';
import type {Resumed} from '../../source/jobs/resumed.ts';
import type {NewJob} from '../../source/library/library.ts';
import type {JobRecord} from '../../source/library/records.ts';

/** Jobs that go on only when a test says so. */
export type FakeJobs = Jobs & {
	/** What the job for this topic, the newest one, is doing now. */
	readonly progress: (topic: string, progress: JobProgress) => void;
	/** AssemblyAI has the newest job for this topic, by that name. */
	readonly submitted: (topic: string, transcriptId: string) => void;
	readonly remark: (topic: string, remark: string) => void;
	start: Jobs['start'];
	deleteRemoteOf: Jobs['deleteRemoteOf'];
	/** What was unfinished when the program started. */
	unfinished: Resumed;
	/** Set: nothing more is begun. */
	readonly pause: (reason: UserError | undefined) => void;
	/** Jobs that had ended before. */
	earlier: readonly JobRecord[];
	/** Set: how long every unfinished job still takes. */
	remaining: RemainingTime | undefined;
	/** Whose copy at AssemblyAI was deleted. */
	readonly deleted: readonly string[];
	readonly isClosed: () => boolean;
};

export function createFakeJobs(): FakeJobs {
	const listeners = new Set<() => void>();
	let views: readonly JobView[] = [];
	let isClosed = false;
	let pauseReason: UserError | undefined;
	const deleted: string[] = [];

	function change(next: readonly JobView[]): void {
		views = next;
		for (const listener of listeners) {
			listener();
		}
	}

	function changeOne(id: string | undefined, changes: Partial<JobView>): void {
		change(views.map(view => (view.job.id === id ? {...view, ...changes} : view)));
	}

	function newestOf(topic: string): JobView {
		const view = views.findLast(({job}) => job.meeting.topic === topic);
		if (view === undefined) {
			throw new Error(`There is no job for ${topic}`);
		}

		return view;
	}

	function start(newJob: NewJob): string {
		const id = `job ${views.length + 1}`;
		const job = {
			...newJob,
			id,
			stage: 'planned',
			remarks: [],
			isCancelRequested: false,
			createdAt: 0,
			updatedAt: 0,
			change: 0,
		} as const;
		const startedAt = Date.now();
		const progress = {stage: 'planned'} as const;
		change([...views, {job, progress, startedAt, endedAt: undefined, remarks: []}]);
		return id;
	}

	const jobs: FakeJobs = {
		start: async newJob => start(newJob),
		async enqueue(newJob) {
			const id = start(newJob);
			const view = views.find(({job}) => job.id === id);
			if (view === undefined) {
				throw new Error('The job has gone');
			}

			return {status: 'new', job: view.job};
		},
		async resume() {
			jobs.pause(undefined);
			return jobs.unfinished;
		},
		pauseReason: () => pauseReason,
		list: async () => [...views.map(({job}) => job), ...jobs.earlier],
		estimateRemaining: ({progress}) => (hasEnded(progress) ? undefined : jobs.remaining),
		deleteRemote: async () => undefined,
		async deleteRemoteOf(id) {
			deleted.push(id);
			return true;
		},
		unfinished: {goingOn: 0, elsewhere: 0},
		pause(reason) {
			pauseReason = reason;
			change([...views]);
		},
		earlier: [],
		remaining: undefined,
		deleted,
		async retry(id) {
			const view = views.find(({job}) => job.id === id);
			return view === undefined ? undefined : start(view.job);
		},
		async cancel(id) {
			changeOne(id, {progress: {stage: 'cancelled'}, endedAt: Date.now()});
			return views.find(({job}) => job.id === id)?.job;
		},
		snapshot: () => views,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close() {
			isClosed = true;
		},
		isClosed: () => isClosed,
		progress(topic, progress) {
			const endedAt = hasEnded(progress) ? Date.now() : undefined;
			changeOne(newestOf(topic).job.id, {progress, endedAt});
		},
		submitted(topic, transcriptId) {
			const {job} = newestOf(topic);
			changeOne(job.id, {job: {...job, transcriptId}});
		},
		remark(topic, remark) {
			const {job, remarks} = newestOf(topic);
			changeOne(job.id, {remarks: [...remarks, remark]});
		},
	};
	return jobs;
}
