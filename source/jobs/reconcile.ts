import type {ListedTranscript} from '../assemblyai/assemblyai.ts';
import {UserError} from '../errors.ts';
import type {JobRecord} from '../library/records.ts';
import {crashPoint} from './crash-points.ts';
import type {JobProgress} from './job-progress.ts';
import type {JobRun} from './job-run.ts';
import {pause} from './pause.ts';
import {withoutIntent} from './submit-once.ts';

// The clock here may be wrong, and its time zone too.
const clockDoubtMs = 24 * 3_600_000;
const mostLists = 5;
const mostDoubts = 4;

/**
 * Finds out whether AssemblyAI took a recording: waits until whatever was under way has arrived, then
 * looks through its list, as far back as the doubt. What is there is taken over; otherwise the record
 * says that nothing was sent.
 */
export async function* reconcile(
	job: JobRecord,
	run: JobRun,
): AsyncGenerator<JobProgress, JobRecord, void> {
	const {engine, worker, slot, timings, signal} = run;
	slot.free();
	yield {stage: 'submitting', isInDoubt: true};
	const doubtAt = job.doubtAt ?? job.intentAt ?? Date.now();
	// A clock that was set back must not make this wait for ever.
	await pause(Math.min(timings.graceMs, doubtAt + timings.graceMs - Date.now()), signal);
	crashPoint('doubt-waited');
	const found = await findSubmission(job, run);
	crashPoint('doubt-answered');
	if (found !== undefined) {
		const adopted = await engine.advance(
			worker,
			job.id,
			{stage: 'waiting', transcriptId: found.id, submittedAt: submissionTime(job, found)},
			{kind: 'adopted', detail: found.id},
		);
		crashPoint('doubt-adopted');
		return adopted;
	}

	const cleared = await engine.advance(worker, job.id, withoutIntent, {kind: 'not-taken'});
	crashPoint('doubt-cleared');
	if (run.tries.doubts >= mostDoubts) {
		const reason = run.tries.lastDoubt;
		throw new UserError(`AssemblyAI did not take the recording, several times over. ${reason}`, {
			code: 'service',
			hint: 'Nothing was charged. Try again later; status.assemblyai.com says whether it has a problem.',
		});
	}

	return cleared;
}

function submissionTime({intentAt}: JobRecord, {created}: ListedTranscript): number {
	// A list without times, or another clock: what is known here is good enough for an estimate.
	const time = created.getTime();
	return time > 0 ? time : (intentAt ?? Date.now());
}

async function findSubmission(job: JobRecord, run: JobRun): Promise<ListedTranscript | undefined> {
	for (let count = 1; ; count++) {
		try {
			return await findInList(job, run);
		} catch (error) {
			const mayPass =
				error instanceof UserError &&
				(error.code === 'network' || error.code === 'service' || error.code === 'rate-limited');
			if (!mayPass || count >= mostLists) {
				throw error;
			}

			await pause(run.timings.backoffMs * 2 ** count, run.signal);
		}
	}
}

async function findInList(
	{audioUrl, intentAt = Date.now()}: JobRecord,
	{assemblyai, engine, signal}: JobRun,
): Promise<ListedTranscript | undefined> {
	for await (const page of assemblyai.listTranscripts(signal)) {
		for (const listed of page) {
			if (listed.audioUrl === audioUrl && !(await engine.isKnownTranscript(listed.id))) {
				return listed;
			}
		}

		const oldest = page.at(-1)?.created.getTime() ?? 0;
		if (oldest > 0 && oldest < intentAt - clockDoubtMs) {
			return undefined;
		}
	}

	return undefined;
}
