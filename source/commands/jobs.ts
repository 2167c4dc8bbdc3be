import {UserError} from '../errors.ts';
import {hasEnded, type JobView, toProgress, toUserError} from '../jobs/job-progress.ts';
import type {Jobs} from '../jobs/jobs.ts';
import type {JobRecord} from '../library/records.ts';
import {showMoment} from '../measures.ts';
import type {Services} from '../services.ts';
import type {CommandContext} from './command.ts';
import {followJobs, resumeJobs} from './follow-jobs.ts';
import {describeStage} from './job-lines.ts';
import type {JobJson} from './json-shapes.ts';
import {toRecordedMeetingJson} from './meeting-json.ts';
import {type Printing, printList} from './printing.ts';
import {toErrorJson} from './say-error.ts';
import {toTable} from './table.ts';

export type JobsOptions = {
	readonly printing: Printing;
	/** Let what is unfinished go on, and wait for it. */
	readonly resume: boolean;
	/** The job to give up: its id, or how that begins; and whether AssemblyAI's copy goes as well. */
	readonly cancel: {readonly id: string; readonly deleteRemote: boolean} | undefined;
};

/**
 * Looks after the jobs: lists them, lets them go on, or gives one up. Throws `UserError` when a job
 * that went on failed, after the others are done.
 */
export async function lookAfterJobs(context: CommandContext, options: JobsOptions): Promise<void> {
	const services = context.program.openServices();
	const {jobs} = services;
	try {
		if (options.cancel !== undefined) {
			await cancelJob(jobs, options.cancel, context);
		}

		const views = options.resume ? await resumeAndWait(services, context, options.printing) : [];
		const kind = {type: 'job', toEntry: toJson, toText} as const;
		printList(context.stdout, options.printing, kind, await jobs.list());
		throwFailures(views, jobs);
	} finally {
		services.close();
	}
}

async function cancelJob(
	jobs: Jobs,
	{id: wanted, deleteRemote}: NonNullable<JobsOptions['cancel']>,
	{stderr, signal}: CommandContext,
): Promise<void> {
	const found = (await jobs.list()).filter(({id}) => id.startsWith(wanted));
	const [job, another] = found;
	if (job === undefined || another !== undefined) {
		throw new UserError(
			job === undefined ? `There is no job ${wanted}` : `${found.length} jobs begin with ${wanted}`,
			{code: 'not-found', hint: '`recscribe jobs` lists them.'},
		);
	}

	const cancelled = await jobs.cancel(job.id);
	const {topic} = job.meeting;
	stderr.write(`${topic}: ${describeCancelled(cancelled)}\n`);
	if (deleteRemote) {
		const isDeleted = await jobs.deleteRemoteOf(job.id, signal);
		stderr.write(
			isDeleted
				? `${topic}: AssemblyAI’s copy is deleted\n`
				: `${topic}: AssemblyAI has nothing of it\n`,
		);
	} else if (cancelled?.stage === 'cancelled' && cancelled.transcriptId !== undefined) {
		stderr.write(
			`AssemblyAI has it and may charge for it: \`recscribe jobs --cancel ${job.id.slice(0, 8)} --delete-remote\` deletes it there.\n`,
		);
	}
}

function describeCancelled(job: JobRecord | undefined): string {
	switch (job?.stage) {
		case 'completed':
		case 'failed':
			return 'it had ended before';
		case 'cancelled':
			return 'cancelled';
		default:
			return 'the Recscribe that is at work on it has been told to give it up';
	}
}

async function resumeAndWait(
	services: Services,
	context: CommandContext,
	printing: Printing,
): Promise<readonly JobView[]> {
	const ids = await resumeJobs(services.jobs, context.stderr);
	return ids.length === 0 ? [] : followJobs(services, new Set(ids), context, printing);
}

function toText(records: readonly JobRecord[]): string {
	return toTable(
		records.map(job => [
			job.id.slice(0, 8),
			showMoment(new Date(job.createdAt)),
			job.meeting.topic,
			describeStage(toProgress(job)),
		]),
	);
}

function toJson(job: JobRecord): JobJson {
	const toTime = (time: number | undefined) =>
		time === undefined ? null : new Date(time).toISOString();
	return {
		id: job.id,
		status: job.stage,
		meeting: toRecordedMeetingJson(job.meeting),
		transcriptId: job.transcriptId ?? null,
		createdAt: new Date(job.createdAt).toISOString(),
		startedAt: toTime(job.startedAt),
		endedAt: toTime(job.endedAt),
		isAtWork: job.owner !== undefined,
		costUsd: job.reservedUsd ?? null,
		remarks: job.remarks,
		error: job.error === undefined ? null : toErrorJson(toUserError(job.error)),
	};
}

function throwFailures(views: readonly JobView[], jobs: Jobs): void {
	const paused = jobs.pauseReason();
	if (paused !== undefined) {
		throw paused;
	}

	const failed = views.filter(({progress}) => progress.stage === 'failed');
	const [first] = failed;
	if (first === undefined || !hasEnded(first.progress)) {
		return;
	}

	if (views.length === 1) {
		throw toUserError(first.job.error);
	}

	const lines = failed.map(({job}) => `  ${job.meeting.topic}: ${toUserError(job.error).message}`);
	throw new UserError(`${failed.length} of ${views.length} failed:\n${lines.join('\n')}`, {
		hint: 'Transcribe those meetings again: what is done is not sent twice.',
	});
}
