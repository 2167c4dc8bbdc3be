import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {onTestFinished} from 'vitest';
import type {AssemblyAI} from '../../source/assemblyai/assemblyai.ts';
import {priceList} from '../../source/assemblyai/prices.ts';
import type {JobProgress} from '../../source/jobs/job-progress.ts';
import type {JobRun, JobStep} from '../../source/jobs/job-run.ts';
import type {PollScheduler} from '../../source/jobs/poll-scheduler.ts';
import {createSlots} from '../../source/jobs/slots.ts';
import type {JobChange, JobEngine} from '../../source/library/job-engine.ts';
import {type Library, openLibrary} from '../../source/library/library.ts';
import type {
	JobRecord,
	RecordedMeeting,
	TranscriptionRequest,
} from '../../source/library/records.ts';
import type {Zoom} from '../../source/zoom/zoom.ts';
import {madeUpJob} from './made-up-job.ts';
import {quickTimings} from './working.ts';

/** One job of a library on the disk, claimed, and what a step needs to take it on. */
export type ClaimedJob = {
	readonly engine: JobEngine;
	readonly library: Library;
	/** The record as it was when the job was claimed. */
	readonly job: JobRecord;
	/** As it is on disk now. */
	readonly read: () => Promise<JobRecord>;
	/** What has happened to it since, oldest first. */
	readonly kinds: () => readonly string[];
	readonly run: JobRun;
	/** Stops the job as a person does. */
	readonly stop: (reason: Error) => void;
	/** Whether anybody else may have the slot now. */
	readonly isSlotFree: () => boolean;
	/** Takes the step; gives back what it yielded and the record that it ended with. */
	readonly take: (
		step: JobStep,
	) => Promise<{readonly progress: readonly JobProgress[]; readonly job: JobRecord}>;
};

const worker = 'worker';
const usual = madeUpJob({});

export type ClaimOptions = Partial<Omit<JobRun, 'assemblyai' | 'zoom'>> & {
	readonly assemblyai?: Partial<AssemblyAI>;
	readonly zoom?: Partial<Zoom>;
	readonly meeting?: Partial<RecordedMeeting>;
	readonly request?: Partial<TranscriptionRequest>;
};

/** @param changes What was written down of the job before. */
export async function claimJob(
	changes: JobChange,
	{assemblyai, zoom, meeting, request, ...context}: ClaimOptions = {},
): Promise<ClaimedJob> {
	const folder = mkdtempSync(path.join(tmpdir(), 'recscribe-job-'));
	const library = openLibrary(folder);
	onTestFinished(() => library.close());
	const {engine} = library;
	await engine.enqueue(
		{
			meeting: {...usual.meeting, ...meeting},
			recordingFileId: usual.recordingFileId,
			request: {...usual.request, ...request},
		},
		{again: false},
	);
	const claimed = await engine.claim(worker, 'early');
	if (claimed === undefined) {
		throw new Error('There is no job to claim');
	}

	const job = await engine.advance(worker, claimed.id, changes);
	const slots = createSlots(1, () => undefined);
	const slot = slots.reserve();
	const stopping = new AbortController();
	const run: JobRun = {
		zoom: refusing<Zoom>(zoom),
		assemblyai: refusing<AssemblyAI>(assemblyai),
		engine,
		scheduler: refusing<PollScheduler>(),
		timings: quickTimings,
		spendingLimitUsd: undefined,
		prices: priceList,
		deleteRemote: () => Promise.reject(new Error('Nothing is to be deleted')),
		worker,
		slot,
		signal: stopping.signal,
		closing: new AbortController().signal,
		tries: {doubts: 0, uploads: 0, lastDoubt: ''},
		...context,
	};
	await slot.hold(run.signal);
	const journal = new DatabaseSync(path.join(folder, 'library.db'), {readOnly: true});
	onTestFinished(() => journal.close());
	const events = () => journal.prepare('SELECT kind FROM job_events ORDER BY rowid').all();
	const before = events().length;
	return {
		engine,
		library,
		job,
		run,
		async read() {
			const record = await engine.find(job.id);
			if (record === undefined) {
				throw new Error('The job has gone');
			}

			return record;
		},
		kinds: () =>
			events()
				.slice(before)
				.map(({kind}) => String(kind)),
		stop: reason => stopping.abort(reason),
		isSlotFree() {
			const other = slots.tryTake();
			other?.putBack();
			return other !== undefined;
		},
		async take(step) {
			const progress: JobProgress[] = [];
			const steps = step(job, run);
			for (;;) {
				const {done, value} = await steps.next();
				if (done === true) {
					return {progress, job: value};
				}

				progress.push(value);
			}
		},
	};
}

/** A service of which only that may be asked which a test has given. */
function refusing<Service extends object>(given: Partial<Service> = {}): Service {
	return new Proxy(given, {
		get(target, name) {
			if (Reflect.has(target, name)) {
				return Reflect.get(target, name);
			}

			throw new Error(`Nobody is to ask for ${String(name)}`);
		},
	}) as Service;
}
