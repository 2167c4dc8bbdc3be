import {UserError} from '../errors.ts';
import type {JobView} from '../jobs/job-progress.ts';
import {toExportSource} from '../opened-transcript.ts';
import type {Services} from '../services.ts';
import type {AudioRoute} from '../settings/settings.ts';
import {json as jsonFormat} from '../transcripts/formats/json.ts';
import {lastDays} from '../zoom/date-range.ts';
import type {Meeting, MeetingDetail} from '../zoom/recordings.ts';
import {type CommandContext, printJson} from './command.ts';
import {
	checkOutput,
	type Delivery,
	type DeliveryOptions,
	deliverTranscripts,
} from './deliver-transcripts.ts';
import {followJobs, resumeJobs, sayNotices} from './follow-jobs.ts';
import {waitForRecording} from './wait-for-recording.ts';

export type TranscribeOptions = DeliveryOptions & {
	/** Transcribe also what has a transcript already: it is paid for again. */
	readonly again: boolean;
	/** How the audio travels; undefined for the person's own preference. */
	readonly audio: AudioRoute | undefined;
	/** Wait for recordings that Zoom is still processing. */
	readonly wait: boolean;
	/** Print what became of each meeting as one JSON document. */
	readonly json: boolean;
};

/** What became of one of the meetings that were asked for. */
type Result = {readonly meeting: Meeting} & (
	| {readonly status: 'completed'; readonly transcriptId: string}
	| {readonly status: 'failed'; readonly error: Error}
);

/**
 * Brings each meeting to a transcript and hands the transcripts out. A meeting that has one in the
 * library is not sent again. Throws `UserError` when any of them failed, after the others are done.
 */
export async function transcribe(
	context: CommandContext,
	references: readonly string[],
	options: TranscribeOptions,
): Promise<void> {
	const services = context.program.openServices();
	try {
		sayNotices(services.notices, context.stderr);
		const resumed = await resumeJobs(services.jobs, context.stderr);
		const started = await startJobs(services, references, options, context);
		const ids = started.flatMap(one => ('jobId' in one ? [one.jobId] : []));
		const views = await followJobs(services.jobs, new Set([...resumed, ...ids]), context);
		const results = toResults(started, views, services.jobs.pauseReason());
		const completed = results.flatMap(result =>
			result.status === 'completed' ? [result.transcriptId] : [],
		);
		const isOnlyJson = options.json && options.output === '-';
		const deliveries = isOnlyJson
			? []
			: await deliverTranscripts(services, context, completed, options);
		if (options.json) {
			printJson(
				context.stdout,
				await Promise.all(results.map(result => toJson(services, result, deliveries, isOnlyJson))),
			);
		}

		throwFailures(results);
	} finally {
		services.close();
	}
}

type Started = {readonly meeting: Meeting} & (
	| {readonly transcriptId: string}
	| {readonly jobId: string}
);

/** Everything is looked up before the first one is sent: a wrong reference or path costs nothing. */
async function startJobs(
	{zoom, library, jobs, newJob}: Services,
	references: readonly string[],
	{again, audio, wait, output, overwrite}: TranscribeOptions,
	context: CommandContext,
): Promise<readonly Started[]> {
	const place = {user: undefined, range: lastDays(30, new Date())};
	const meetings = new Map<string, MeetingDetail>();
	for (const reference of references) {
		const meeting = await zoom.findMeeting(reference, place, context.signal);
		meetings.set(meeting.uuid, meeting);
	}

	await checkOutput({output, overwrite}, meetings.size);
	const found = [...meetings.values()];
	const ready = wait
		? await Promise.all(found.map(meeting => waitForRecording(zoom, meeting, context)))
		: found;
	const started: Started[] = [];
	for (const meeting of ready) {
		const known = again ? undefined : library.findTranscriptOfMeeting(meeting.uuid);
		if (known !== undefined) {
			started.push({meeting, transcriptId: known.id});
			continue;
		}

		const enqueued = await jobs.enqueue(newJob(meeting, {changes: audio && {audio}}), {again});
		started.push(
			enqueued.status === 'transcribed'
				? {meeting, transcriptId: enqueued.transcript.id}
				: {meeting, jobId: enqueued.job.id},
		);
	}

	return started;
}

function toResults(
	started: readonly Started[],
	ended: readonly JobView[],
	pauseReason: UserError | undefined,
): readonly Result[] {
	return started.map((one): Result => {
		const {meeting} = one;
		if ('transcriptId' in one) {
			return {meeting, status: 'completed', transcriptId: one.transcriptId};
		}

		const progress = ended.find(({job}) => job.id === one.jobId)?.progress;
		switch (progress?.stage) {
			case 'completed':
				return {meeting, status: 'completed', transcriptId: progress.transcriptId};
			case 'failed':
				return {meeting, status: 'failed', error: progress.error};
			case 'cancelled':
				return {meeting, status: 'failed', error: new UserError('It was given up')};
			default:
				return {
					meeting,
					status: 'failed',
					error: pauseReason ?? new UserError('It has not ended'),
				};
		}
	});
}

async function toJson(
	services: Services,
	result: Result,
	deliveries: readonly Delivery[],
	withTranscript: boolean,
): Promise<object> {
	const {uuid, number, topic, start} = result.meeting;
	const meeting = {uuid, id: number, topic, startTime: start.toISOString()};
	if (result.status === 'failed') {
		const {message} = result.error;
		const {code, hint} = result.error instanceof UserError ? result.error : new UserError(message);
		return {...meeting, status: 'failed', error: {code, message, hint: hint ?? null}};
	}

	const {transcriptId} = result;
	const path = deliveries.find(delivery => delivery.transcriptId === transcriptId)?.path ?? null;
	if (!withTranscript) {
		return {...meeting, status: 'completed', transcriptId, path};
	}

	const {document} = toExportSource(await services.openTranscript(transcriptId));
	const transcript: unknown = JSON.parse(
		[...jsonFormat.render(document, jsonFormat.defaults)].join(''),
	);
	return {...meeting, status: 'completed', transcriptId, path, transcript};
}

function throwFailures(results: readonly Result[]): void {
	const failures = results.flatMap(result =>
		result.status === 'failed' ? [{topic: result.meeting.topic, error: result.error}] : [],
	);
	const [first] = failures;
	if (first === undefined) {
		return;
	}

	if (results.length === 1) {
		throw first.error;
	}

	const lines = failures.map(({topic, error}) => `  ${topic}: ${error.message}`);
	throw new UserError(`${failures.length} of ${results.length} failed:\n${lines.join('\n')}`, {
		hint: 'Run the same command again: what is done is not sent twice.',
	});
}
