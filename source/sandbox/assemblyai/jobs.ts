import {randomUUID} from 'node:crypto';
import type {AssemblyAIAccount} from './account.ts';
import {fetchAudio} from './fetch-audio.ts';
import type {Job, Outcome} from './job.ts';
import {foresee} from './outcome.ts';
import type {Parameters} from './parameters.ts';
import type {Uploads} from './uploads.ts';

export type Jobs = {
	add(parameters: Parameters): Job;
	/** As it is now. */
	find(id: string): Job | undefined;
	/** Newest first, as they are now. */
	list(): readonly Job[];
	remove(job: Job): void;
	/** Gives up whatever is being downloaded. */
	close(): void;
};

const usualSeconds = 1800;

/** Works on jobs in the order they came, so many at a time. A job's state is what the clock makes of it. */
export function createJobs(account: AssemblyAIAccount, uploads: Uploads): Jobs {
	const {clock, world, concurrency} = account;
	const jobs: Job[] = [];
	const byId = new Map<string, Job>();
	/** Those that are not at their end, in the order they came. */
	let open: Job[] = [];
	const closing = new AbortController();

	function start(job: Job, time: number): void {
		const {audio_url: url} = job.parameters;
		const upload = uploads.find(url);
		if (upload !== undefined) {
			plan(job, foresee(upload, job.parameters, world, true), time);
			return;
		}
		job.progress = {status: 'processing', ends: undefined, outcome: undefined};
		fetchAudio(url, closing.signal).then(
			fetched => {
				const outcome: Outcome =
					fetched.type === 'error'
						? {type: 'error', error: fetched.error, sound: undefined}
						: foresee(fetched.audio, job.parameters, world, false);
				plan(job, outcome, clock.now());
			},
			() => {
				// The sandbox is closing: nobody will ask for this job again.
			},
		);
	}

	function plan(job: Job, outcome: Outcome, time: number): void {
		const seconds = outcome.sound?.durationSeconds ?? 0;
		job.progress = {
			status: 'processing',
			ends: time + timeToProcess(seconds, account.processingMs),
			outcome,
		};
	}

	/** Brings every job up to the present. */
	function settle(): void {
		const now = clock.now();
		for (;;) {
			const ended = nextToEnd(open, now);
			startWaiting(ended?.ends ?? now);
			if (ended === undefined) {
				return;
			}
			finish(ended.job, ended.ends);
			open = open.filter(job => job !== ended.job);
			startWaiting(ended.ends);
		}
	}

	function startWaiting(time: number): void {
		const running = open.filter(({progress}) => progress.status === 'processing').length;
		const waiting = open.filter(({progress}) => progress.status === 'queued');
		for (const job of waiting.slice(0, Math.max(0, concurrency - running))) {
			start(job, Math.max(time, job.created));
		}
	}

	return {
		add(parameters) {
			const job: Job = {
				id: randomUUID(),
				parameters,
				created: clock.now(),
				progress: {status: 'queued'},
				isDeleted: false,
			};
			settle();
			jobs.push(job);
			byId.set(job.id, job);
			open.push(job);
			startWaiting(job.created);
			return job;
		},
		find(id) {
			settle();
			return byId.get(id);
		},
		list() {
			settle();
			return jobs.toReversed();
		},
		remove(job) {
			uploads.remove(job.parameters.audio_url);
			job.isDeleted = true;
			open = open.filter(other => other !== job);
		},
		close() {
			closing.abort();
		},
	};
}

/** Grows a little with the length of the recording. */
function timeToProcess(seconds: number, usualMs: number): number {
	return usualMs * (0.7 + 0.3 * Math.min(4, seconds / usualSeconds));
}

function nextToEnd(
	open: readonly Job[],
	now: number,
): {readonly job: Job; readonly ends: number} | undefined {
	let next: {job: Job; ends: number} | undefined;
	for (const job of open) {
		const {progress} = job;
		const ends = progress.status === 'processing' ? progress.ends : undefined;
		if (ends !== undefined && ends <= now && (next === undefined || ends < next.ends)) {
			next = {job, ends};
		}
	}
	return next;
}

function finish(job: Job, time: number): void {
	if (job.progress.status !== 'processing' || job.progress.outcome === undefined) {
		return;
	}
	const {outcome} = job.progress;
	job.progress =
		outcome.type === 'transcript'
			? {status: 'completed', completed: time, sound: outcome.sound}
			: {status: 'error', completed: time, error: outcome.error, sound: outcome.sound};
}
