import {isEnd, isInDoubt, type JobRecord} from '../library/records.ts';
import {awaitTranscript} from './await-transcript.ts';
import {bringAudio} from './bring-audio.ts';
import {hasFreshAudio} from './fresh-audio.ts';
import type {JobProgress} from './job-progress.ts';
import type {JobRun, JobStep} from './job-run.ts';
import {reconcile} from './reconcile.ts';
import {submitOnce} from './submit-once.ts';

/**
 * Takes one recording to a transcript in the library, from wherever its record says it is, and yields
 * what it is doing.
 *
 * Each step is on disk before the act that follows from it: what identifies the paid request before
 * that request, AssemblyAI's id before the first poll, the whole response with the end of the job. So
 * it can be broken off anywhere and entered again.
 *
 * Ends when the job is completed. Throws what stopped it, or the signal's reason: the record then keeps
 * the place that it had reached.
 */
export async function* runJob(
	job: JobRecord,
	run: JobRun,
): AsyncGenerator<JobProgress, JobRecord, void> {
	let current = job;
	while (!isEnd(current.stage)) {
		current = yield* nextStep(current)(current, run);
	}

	return current;
}

/** What is on disk decides, and not how it got there. */
function nextStep(job: JobRecord): JobStep {
	if (job.transcriptId !== undefined) {
		return awaitTranscript;
	}

	if (isInDoubt(job)) {
		return reconcile;
	}

	return hasFreshAudio(job) ? submitOnce : bringAudio;
}
