import {UserError} from '../errors.ts';
import {type ClaimKind, JobLost} from '../library/job-engine.ts';
import {LibraryError} from '../library/library-error.ts';
import type {ErrorRecord, JobRecord} from '../library/records.ts';
import {safeText} from '../safe-text.ts';
import {RemoteFailure} from './await-transcript.ts';
import {crashPoint} from './crash-points.ts';
import type {JobBoard} from './job-board.ts';
import type {JobContext} from './job-run.ts';
import {findPauseReason} from './queue-paused.ts';
import {runJob} from './run-job.ts';
import {createSlots, type Slot} from './slots.ts';

/** The signal's reason when a person gave the job up, as against the program coming to its end. */
class JobCancelled extends Error {
	override readonly name = 'AbortError';
}

/** Takes jobs out of the line and brings them to their end. */
export type JobRunner = {
	/** Takes as many jobs as there is room for; to be called whenever there may be some. */
	readonly claim: () => Promise<void>;
	/** Stops a job, if it is at work here. */
	readonly cancel: (id: string) => void;
	/** How many jobs are at work here. */
	readonly count: () => number;
	/** Why nothing more is taken: the library's file. Undefined as long as it can be written. */
	readonly stopReason: () => LibraryError | undefined;
};

export type RunnerOptions = {
	readonly context: JobContext;
	readonly board: JobBoard;
	readonly closing: AbortSignal;
	/** Told when the line was paused. */
	readonly onPause: (reason: ErrorRecord) => void;
};

export function createJobRunner({context, board, closing, onPause}: RunnerOptions): JobRunner {
	const {engine, worker, timings} = context;
	const controllers = new Map<string, AbortController>();
	const slots = createSlots(timings.transfers, () => void claim());
	let claiming: Promise<void> | undefined;
	let isClaimWanted = false;
	let stopReason: LibraryError | undefined;

	/** Ends the job in the journal as what stopped it says. */
	async function settle({id}: JobRecord, error: unknown, stop: AbortSignal): Promise<void> {
		if (closing.aborted || error instanceof JobLost) {
			return;
		}

		const cause = error instanceof RemoteFailure ? error.cause : error;
		const pauseReason = findPauseReason(cause);
		if (stop.reason instanceof JobCancelled) {
			board.put(await engine.giveUp(worker, id));
		} else if (cause instanceof LibraryError) {
			stopReason = cause;
			board.show(id, {stage: 'failed', error: cause});
		} else if (pauseReason === undefined) {
			const isRemoteOver = error instanceof RemoteFailure;
			board.put(await engine.fail(worker, id, toErrorRecord(cause), {isRemoteOver}));
		} else {
			await engine.pause(toErrorRecord(pauseReason));
			await engine.release(worker, id);
			onPause(toErrorRecord(pauseReason));
		}
	}

	async function settleOrStop(job: JobRecord, error: unknown, stop: AbortSignal): Promise<void> {
		try {
			await settle(job, error, stop);
		} catch (failure) {
			if (failure instanceof LibraryError) {
				stopReason = failure;
				board.show(job.id, {stage: 'failed', error: failure});
			} else if (!(failure instanceof JobLost || closing.aborted)) {
				throw failure;
			}
		}
	}

	async function follow(job: JobRecord, slot: Slot): Promise<void> {
		const controller = new AbortController();
		controllers.set(job.id, controller);
		const signal = AbortSignal.any([closing, controller.signal]);
		const tries = {doubts: 0, uploads: 0, lastDoubt: ''};
		try {
			const steps = runJob(job, {...context, slot, signal, closing, tries});
			for (;;) {
				const {done, value} = await steps.next();
				if (done === true) {
					board.put(value);
					break;
				}

				board.show(job.id, value);
			}
		} catch (error) {
			await settleOrStop(job, error, signal);
		} finally {
			controllers.delete(job.id);
			board.forgetProgress(job.id);
			slot.free();
		}
	}

	async function claimOne(kind: ClaimKind, slot: Slot): Promise<boolean> {
		const job = closing.aborted ? undefined : await engine.claim(worker, kind);
		if (job === undefined) {
			slot.putBack();
			return false;
		}

		crashPoint('claimed');
		board.put(job);
		void follow(job, slot);
		return true;
	}

	async function claimAll(): Promise<void> {
		// What AssemblyAI has already needs no slot.
		while (await claimOne('late', slots.reserve())) {}

		for (let slot = slots.tryTake(); slot !== undefined; slot = slots.tryTake()) {
			if (!(await claimOne('early', slot))) {
				return;
			}
		}
	}

	async function claimUntilDone(): Promise<void> {
		try {
			while (isClaimWanted && stopReason === undefined) {
				isClaimWanted = false;
				await claimAll();
			}
		} catch (error) {
			if (!(error instanceof LibraryError)) {
				throw error;
			}

			stopReason = error;
		} finally {
			claiming = undefined;
		}
	}

	function claim(): Promise<void> {
		isClaimWanted = true;
		claiming ??= claimUntilDone();
		return claiming;
	}

	return {
		claim,
		cancel(id) {
			controllers.get(id)?.abort(new JobCancelled());
		},
		count: () => controllers.size,
		stopReason: () => stopReason,
	};
}

function toErrorRecord(error: unknown): ErrorRecord {
	return error instanceof UserError
		? {
				code: error.code,
				message: safeText(error.message),
				...(error.hint !== undefined && {hint: safeText(error.hint)}),
			}
		: {code: 'failed', message: safeText(String(error))};
}
