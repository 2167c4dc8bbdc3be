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
		const job = {...newJob, id, stage: 'planned', createdAt: 0, updatedAt: 0} as const;
		const startedAt = Date.now();
		const progress = {stage: 'planned'} as const;
		change([...views, {job, progress, startedAt, endedAt: undefined, remarks: []}]);
		return id;
	}

	return {
		start,
		retry(id) {
			const view = views.find(({job}) => job.id === id);
			return view === undefined ? undefined : start(view.job);
		},
		cancel(id) {
			changeOne(id, {progress: {stage: 'cancelled'}, endedAt: Date.now()});
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
