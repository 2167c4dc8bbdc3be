import type {TranscriptionOptions} from '../assemblyai/assemblyai.ts';
import {AssemblyAIError, DoubtfulSubmission} from '../assemblyai/assemblyai-error.ts';
import {SpendingLimitReached} from '../library/job-engine.ts';
import type {JobRecord} from '../library/records.ts';
import {estimateRequestCost} from './cost.ts';
import {crashPoint, isCrashPoint} from './crash-points.ts';
import type {JobProgress} from './job-progress.ts';
import {type JobRun, throwIfStopped} from './job-run.ts';

const mostUploads = 2;

/**
 * Sends the paid request, after what identifies it has been written down, and writes down the id that
 * comes back. A request that ended in doubt leaves the record as one in doubt.
 */
export async function* submitOnce(
	job: JobRecord,
	run: JobRun,
): AsyncGenerator<JobProgress, JobRecord, void> {
	const {engine, worker, slot, signal} = run;
	await slot.hold(signal);
	yield {stage: 'submitting'};
	try {
		const submitted = await submit(job, run);
		slot.free();
		return submitted;
	} catch (error) {
		// What is not known about a request that somebody did not want any more stays written down.
		signal.throwIfAborted();
		const {isUndone, isUploadGone} = readRefusal(error);
		if (!isUndone) {
			run.tries.doubts++;
			run.tries.lastDoubt = error instanceof Error ? error.message : String(error);
			return keepInDoubt(job, error, run);
		}

		const refused = await engine.advance(
			worker,
			job.id,
			{...withoutIntent, ...(isUploadGone && {audioUrl: null, uploadedAt: null})},
			{kind: 'refused', detail: String(error)},
		);
		if (isUploadGone && ++run.tries.uploads < mostUploads) {
			return refused;
		}

		throw error;
	}
}

/** What a request that certainly had no effect leaves behind. */
export const withoutIntent = {intentAt: null, doubtAt: null, reservedUsd: null} as const;

async function submit(job: JobRecord, run: JobRun): Promise<JobRecord> {
	const {assemblyai, engine, worker} = run;
	const {audioUrl = '', request} = job;
	const audioSeconds = job.audioSeconds ?? job.meeting.durationMinutes * 60;
	const submission = await assemblyai.submit(audioUrl, toOptions(request), run.closing, {
		async beforeSend({audio_url: _, ...parameters}) {
			throwIfStopped(run);
			await engine.intend(worker, job.id, {
				audioUrl,
				request: parameters,
				reservedUsd: estimateRequestCost(request, audioSeconds, run.prices).usd,
				spendingLimitUsd: run.spendingLimitUsd,
			});
			crashPoint('intent-written');
			crashInFlight();
		},
	});
	crashPoint('submitted');
	const waiting = await engine.advance(worker, job.id, {
		stage: 'waiting',
		transcriptId: submission.id,
		submittedAt: Date.now(),
		remoteStatus: null,
	});
	crashPoint('id-written');
	if (submission.modelRefusal !== undefined) {
		const remark = `AssemblyAI chose the model itself: ${submission.modelRefusal}`;
		await engine.remark(worker, job.id, remark);
	}

	return waiting;
}

function toOptions({
	audio: _audio,
	deleteRemote: _deleteRemote,
	...options
}: JobRecord['request']): TranscriptionOptions {
	return options;
}

/** Nobody knows whether it was taken: the list of transcripts will tell. */
async function keepInDoubt(job: JobRecord, error: unknown, run: JobRun): Promise<JobRecord> {
	const {engine, worker} = run;
	if (!(error instanceof DoubtfulSubmission)) {
		// A bug or a full disk on the way there: the intent that may be on disk decides later.
		throw error;
	}

	return engine.advance(worker, job.id, {}, {kind: 'doubt', detail: error.message});
}

function readRefusal(error: unknown): {readonly isUndone: boolean; readonly isUploadGone: boolean} {
	if (error instanceof SpendingLimitReached) {
		return {isUndone: true, isUploadGone: false};
	}

	return error instanceof AssemblyAIError
		? {isUndone: error.isUndone, isUploadGone: error.reason === 'upload-gone'}
		: {isUndone: false, isUploadGone: false};
}

function crashInFlight(): void {
	if (isCrashPoint('submit-in-flight')) {
		setTimeout(() => crashPoint('submit-in-flight'), 5);
	}
}
