import {AssemblyAIError} from '../assemblyai/assemblyai-error.ts';
import {parseTranscript} from '../assemblyai/parse-transcript.ts';
import type {PriceList} from '../assemblyai/prices.ts';
import {explainTranscriptError} from '../assemblyai/transcript-errors.ts';
import {UserError} from '../errors.ts';
import type {NewTranscript} from '../library/job-engine.ts';
import type {JobRecord} from '../library/records.ts';
import {estimateRequestCost} from './cost.ts';
import {crashPoint} from './crash-points.ts';
import type {JobProgress} from './job-progress.ts';
import type {JobRun} from './job-run.ts';
import type {WaitAnswer} from './poll-scheduler.ts';

/** Nothing is left at AssemblyAI that could be waited for, and nothing has to be paid. */
export class RemoteFailure extends Error {
	override readonly name = 'RemoteFailure';
	override readonly cause: UserError;

	constructor(cause: UserError) {
		super(cause.message);
		this.cause = cause;
	}
}

/** Waits for AssemblyAI and keeps what it gives. */
export async function* awaitTranscript(
	job: JobRecord,
	run: JobRun,
): AsyncGenerator<JobProgress, JobRecord, void> {
	const {engine, worker, scheduler, slot, signal} = run;
	const {transcriptId: id = '', submittedAt = Date.now(), audioSeconds} = job;
	slot.free();
	let status = job.remoteStatus;
	yield {stage: 'waiting', status: status ?? 'processing'};
	try {
		for await (const answer of scheduler.follow({id, submittedAt, audioSeconds}, signal)) {
			if (answer.status === 'completed') {
				crashPoint('completed-seen');
				const transcript = toNewTranscript(job, answer, run.prices);
				const completed = await engine.complete(worker, job.id, transcript);
				crashPoint('transcript-kept');
				yield {stage: 'completed', transcriptId: id};
				await deleteIfWanted(completed, id, run);
				return completed;
			}

			if (answer.status === 'error') {
				throw new RemoteFailure(explainTranscriptError(answer.message));
			}

			if (answer.status !== status) {
				status = answer.status;
				await engine.advance(worker, job.id, {remoteStatus: status}, {kind: status});
				yield {stage: 'waiting', status};
			}
		}
	} catch (error) {
		const isGone = error instanceof AssemblyAIError && error.reason === 'unknown-transcript';
		throw isGone ? new RemoteFailure(error) : error;
	}

	throw signal.reason;
}

/** The transcript is here, whatever becomes of the copy there; it is tried again at the next start. */
async function deleteIfWanted({id, request}: JobRecord, transcriptId: string, run: JobRun) {
	if (request.deleteRemote !== true) {
		return;
	}

	try {
		await run.deleteRemote(transcriptId, run.closing);
	} catch (error) {
		if (!(error instanceof UserError)) {
			throw error;
		}

		await run.engine.remark(
			run.worker,
			id,
			`AssemblyAI’s copy could not be deleted, which is tried again at the next start: ${error.message}`,
		);
	}
}

function toNewTranscript(
	{request}: JobRecord,
	{id, rawJson, processingMs}: WaitAnswer & {readonly status: 'completed'},
	prices: PriceList,
): NewTranscript {
	const {turns, durationMs, model, language} = parseTranscript(rawJson);
	const audioSeconds = durationMs / 1000;
	return {
		id,
		rawJson,
		turns: turns.map(({speaker, startMs, text}) => ({speaker, startMs, text})),
		model,
		language,
		audioSeconds,
		processingMs,
		costUsd: estimateRequestCost(request, audioSeconds, prices).usd,
	};
}
