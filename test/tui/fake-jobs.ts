import {hasEnded, type JobProgress, type JobView} from '../../source/jobs/job-progress.ts';
import type {Jobs} from '../../source/jobs/jobs.ts';
import type {NewJob} from '../../source/library/library.ts';

/** Jobs that go on only when a test says so. */
export type FakeJobs = Jobs & {
	/** What the job for this topic, the newest one, is doing now. */
	readonly progress: (topic: string, progress: JobProgress) => void;
	readonly remark: (topic: string, remark: string) => void;
	readonly isClosed: () => boolean;
};

export function createFakeJobs(): FakeJobs {
	const listeners = new Set<() => void>();
	let views: readonly JobView[] = [];
	let isClosed = false;

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

	return {
		start: async newJob => start(newJob),
		async enqueue(newJob) {
			const id = start(newJob);
			const view = views.find(({job}) => job.id === id);
			if (view === undefined) {
				throw new Error('The job has gone');
			}

			return {status: 'new', job: view.job};
		},
		resume: async () => ({goingOn: 0, elsewhere: 0}),
		pauseReason: () => undefined,
		list: async () => views.map(({job}) => job),
		estimateRemaining: () => undefined,
		deleteRemote: async () => undefined,
		deleteRemoteOf: async () => true,
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
		remark(topic, remark) {
			const {job, remarks} = newestOf(topic);
			changeOne(job.id, {remarks: [...remarks, remark]});
		},
	};
}
