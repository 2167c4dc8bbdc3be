import type {JobView} from '../jobs/job-progress.ts';
import {toUserError} from '../jobs/job-progress.ts';
import type {CommandContext} from './command.ts';
import {stepOf, type WatchedJobs} from './job-lines.ts';
import type {ProgressJson} from './json-shapes.ts';
import {toRecordedMeetingJson} from './meeting-json.ts';
import {printLine} from './printing.ts';
import {toErrorJson} from './say-error.ts';

/** An upload is told of so often. */
const uploadSteps = 20;

/**
 * Tells on stdout what the jobs are doing, a JSON line for each that enters another stage or has sent
 * another part, until `stop` is called.
 */
export function printProgress(
	jobs: WatchedJobs,
	{stdout}: Pick<CommandContext, 'stdout'>,
): {readonly stop: () => void} {
	const printed = new Map<string, string>();
	const update = () => {
		for (const view of jobs.snapshot()) {
			const step = stepOf(view.progress, uploadSteps);
			if (printed.get(view.job.id) !== step) {
				printed.set(view.job.id, step);
				printLine(stdout, 'progress', toProgressJson(view));
			}
		}
	};
	update();
	return {stop: jobs.subscribe(update)};
}

function toProgressJson({job, progress}: JobView): ProgressJson {
	const common = {
		jobId: job.id,
		meeting: toRecordedMeetingJson(job.meeting),
		recordingFileId: job.recordingFileId,
		status: progress.stage,
	};
	switch (progress.stage) {
		case 'uploading':
			return {
				...common,
				sentBytes: progress.sentBytes,
				totalBytes: progress.totalBytes ?? null,
			};
		case 'completed':
			return {...common, transcriptId: progress.transcriptId};
		case 'failed':
			return {...common, error: toErrorJson(toUserError(job.error))};
		default:
			return common;
	}
}
