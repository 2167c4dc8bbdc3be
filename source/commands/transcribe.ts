import {UserError} from '../errors.ts';
import {hasEnded, type JobView} from '../jobs/job-progress.ts';
import type {Jobs} from '../jobs/jobs.ts';
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
import {reportJobs} from './job-lines.ts';
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
		const started = await startJobs(services, references, options, context);
		const results = toResults(started, await followJobs(services.jobs, context));
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
	return ready.map(meeting => {
		const known = again ? undefined : library.findTranscriptOfMeeting(meeting.uuid);
		return known === undefined
			? {meeting, jobId: jobs.start(newJob(meeting, audio && {audio}))}
			: {meeting, transcriptId: known.id};
	});
}

/** Reports the jobs until all have ended. Throws the signal's reason. */
async function followJobs(
	jobs: Jobs,
	{stderr, signal}: CommandContext,
): Promise<readonly JobView[]> {
	const report = reportJobs(jobs, stderr);
	const ended = Promise.withResolvers<void>();
	const check = () => {
		if (jobs.snapshot().every(({progress}) => hasEnded(progress))) {
			ended.resolve();
		}
	};
	const unsubscribe = jobs.subscribe(check);
	const abort = () => ended.reject(signal.reason);
	signal.addEventListener('abort', abort, {once: true});
	try {
		check();
		await ended.promise;
		return jobs.snapshot();
	} finally {
		signal.removeEventListener('abort', abort);
		unsubscribe();
		report.stop();
	}
}

function toResults(started: readonly Started[], ended: readonly JobView[]): readonly Result[] {
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
			default:
				return {meeting, status: 'failed', error: new UserError('It was given up')};
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
