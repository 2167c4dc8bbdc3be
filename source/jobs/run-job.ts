import type {AssemblyAI} from '../assemblyai/assemblyai.ts';
import {isAbort, UserError} from '../errors.ts';
import type {Library} from '../library/library.ts';
import type {JobRecord} from '../library/records.ts';
import {safeText} from '../safe-text.ts';
import {type AudioChoice, chooseAudio} from '../zoom/recording-choice.ts';
import type {MeetingDetail} from '../zoom/recordings.ts';
import type {Zoom} from '../zoom/zoom.ts';
import type {JobProgress} from './job-progress.ts';
import {whileReporting} from './while-reporting.ts';

export type JobContext = {
	readonly zoom: Zoom;
	readonly assemblyai: AssemblyAI;
	readonly library: Library;
	/** Hears what is worth knowing but does not stop the job. */
	readonly onRemark: (remark: string) => void;
};

/** The signal's reason when a person gave the job up, as against the program coming to its end. */
export class JobCancelled extends Error {
	override readonly name = 'AbortError';
}

/**
 * Takes one recording to a transcript in the library, and yields what it is doing.
 *
 * The record is written before each act that follows from it: what identifies the paid request
 * before that request, AssemblyAI's id before the first poll, the whole response before `completed`.
 * Ends with `completed`, `failed` or `cancelled`; throws only the signal's reason, and then the
 * record keeps the stage it had reached.
 */
export async function* runJob(
	job: JobRecord,
	context: JobContext,
	signal: AbortSignal,
): AsyncGenerator<JobProgress, void, void> {
	const {library} = context;
	try {
		yield* runStages(job, context, signal);
	} catch (error) {
		if (signal.reason instanceof JobCancelled) {
			library.updateJob(job.id, {stage: 'cancelled'});
			yield {stage: 'cancelled'};
			return;
		}

		if (signal.aborted || isAbort(error)) {
			throw error;
		}

		const failure = error instanceof Error ? error : new Error(String(error));
		library.updateJob(job.id, {stage: 'failed', error: toErrorRecord(failure)});
		yield {stage: 'failed', error: failure};
	}
}

async function* runStages(
	job: JobRecord,
	context: JobContext,
	signal: AbortSignal,
): AsyncGenerator<JobProgress, void, void> {
	const {zoom, assemblyai, library, onRemark} = context;
	library.updateJob(job.id, {stage: 'fetching'});
	yield {stage: 'fetching'};
	const meeting = await zoom.getMeeting(job.meeting.uuid, signal);
	const choice = chooseAudio(meeting);
	if (choice.remark !== undefined) {
		onRemark(choice.remark);
	}

	const audioUrl = yield* bringAudio(job, meeting, choice, context, signal);

	library.updateJob(job.id, {stage: 'submitting', audioUrl});
	yield {stage: 'submitting'};
	const {speechModels, speakerLabels, language} = job.request;
	const submission = await assemblyai.submit(
		audioUrl,
		{speechModels, speakerLabels, language},
		signal,
	);
	if (submission.modelRefusal !== undefined) {
		onRemark(`AssemblyAI chose the model itself: ${submission.modelRefusal}`);
	}

	library.updateJob(job.id, {stage: 'waiting', transcriptId: submission.id});
	yield {stage: 'waiting', status: 'processing'};
	yield* awaitTranscript(job, submission.id, context, signal);
}

/** Gets the audio to where AssemblyAI can read it, and returns that address. */
async function* bringAudio(
	job: JobRecord,
	meeting: MeetingDetail,
	{file}: AudioChoice,
	{zoom, assemblyai, library}: JobContext,
	signal: AbortSignal,
): AsyncGenerator<JobProgress, string, void> {
	if (job.request.audio === 'direct') {
		return zoom.createDirectLink(meeting, file, signal);
	}

	const {body, sizeBytes} = await zoom.openDownload(meeting, file, signal);
	library.updateJob(job.id, {stage: 'uploading'});
	yield {stage: 'uploading', sentBytes: 0, totalBytes: sizeBytes};
	return yield* whileReporting<JobProgress, string>(report =>
		assemblyai.upload(body, {
			sizeBytes,
			signal,
			onBytes: sentBytes => {
				report({stage: 'uploading', sentBytes, totalBytes: sizeBytes});
			},
		}),
	);
}

async function* awaitTranscript(
	job: JobRecord,
	transcriptId: string,
	{assemblyai, library}: JobContext,
	signal: AbortSignal,
): AsyncGenerator<JobProgress, void, void> {
	for await (const answer of assemblyai.waitForTranscript(transcriptId, signal)) {
		if (answer.status === 'error') {
			throw new UserError(`AssemblyAI could not transcribe it: ${answer.message}`, {
				hint: 'Failed transcriptions are not charged. Try again, or choose another recording.',
			});
		}

		if (answer.status === 'completed') {
			await library.keepTranscript(job, transcriptId, answer.rawJson);
			yield {stage: 'completed', transcriptId};
			return;
		}

		yield {stage: 'waiting', status: answer.status};
	}
}

function toErrorRecord(error: Error): NonNullable<JobRecord['error']> {
	return error instanceof UserError
		? {
				code: error.code,
				message: safeText(error.message),
				...(error.hint !== undefined && {hint: safeText(error.hint)}),
			}
		: {code: 'failed', message: safeText(String(error))};
}
