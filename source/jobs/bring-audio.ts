import {UserError} from '../errors.ts';
import type {JobRecord} from '../library/records.ts';
import {chooseAudio} from '../zoom/recording-choice.ts';
import type {MeetingDetail, RecordingFile} from '../zoom/recordings.ts';
import {ZoomError} from '../zoom/zoom-error.ts';
import {crashPoint} from './crash-points.ts';
import type {JobProgress} from './job-progress.ts';
import {type JobRun, throwIfStopped} from './job-run.ts';
import {pause} from './pause.ts';
import {toMeetingError} from './queue-paused.ts';
import {whileReporting} from './while-reporting.ts';

/** Other Recscribes see how far an upload is, so often. */
const progressIntervalMs = 1000;
const mostTransfers = 4;

type Source = {readonly meeting: MeetingDetail; readonly file: RecordingFile};

type Brought = {readonly audioUrl: string; readonly audioSeconds: number};

/** Gets the audio to where AssemblyAI can read it, and writes down where that is. */
export async function* bringAudio(
	job: JobRecord,
	run: JobRun,
): AsyncGenerator<JobProgress, JobRecord, void> {
	const {engine, worker, slot, signal} = run;
	yield {stage: 'planned'};
	await slot.hold(signal);
	const brought = yield* bringPatiently(job, run);
	const written = await engine.advance(
		worker,
		job.id,
		{...brought, uploadedAt: Date.now(), sentBytes: null},
		{kind: 'audio-ready'},
	);
	crashPoint('audio-url-written');
	throwIfStopped(run);
	return written;
}

/** What broke on the way is begun again: nothing has to be paid for that. */
async function* bringPatiently(
	job: JobRecord,
	run: JobRun,
): AsyncGenerator<JobProgress, Brought, void> {
	for (let count = 1; ; count++) {
		try {
			return yield* bringOnce(job, run);
		} catch (error) {
			const waitMs = waitBefore(error, count, run);
			if (waitMs === undefined) {
				throw error;
			}

			await pause(waitMs, run.signal);
		}
	}
}

async function* bringOnce(job: JobRecord, run: JobRun): AsyncGenerator<JobProgress, Brought, void> {
	const {engine, worker} = run;
	await engine.advance(worker, job.id, {stage: 'fetching', audioUrl: null, uploadedAt: null});
	crashPoint('fetching-written');
	yield {stage: 'fetching'};
	const source = await fetchMeeting(job, run);
	crashPoint('meeting-fetched');
	const audioUrl =
		job.request.audio === 'direct'
			? await makeLink(job, source, run)
			: yield* transfer(job, source, run);
	return {audioUrl, audioSeconds: lengthOf(source)};
}

async function fetchMeeting(
	job: JobRecord,
	{zoom, engine, worker, signal}: JobRun,
): Promise<Source> {
	const meeting = await zoom.getMeeting(job.meeting.uuid, signal).catch((error: unknown) => {
		throw toMeetingError(error);
	});
	const wanted = [...meeting.files, ...meeting.participantAudioFiles].find(
		({id, isReady}) => isReady && id === job.recordingFileId,
	);
	const choice = chooseAudio(meeting);
	const file = wanted ?? choice.file;
	if (wanted === undefined && !standsFor(file, job)) {
		throw new ZoomError('The recording has the chosen file no more', {
			code: 'not-found',
			hint: 'Choose another one: `recscribe meetings MEETING` lists its files.',
		});
	}

	if (choice.remark !== undefined && file === choice.file) {
		await engine.remark(worker, job.id, choice.remark);
	}

	return {meeting, file};
}

/** Whether a file is as good as the one that is gone: of the same stretch, and of everybody. */
function standsFor({start}: RecordingFile, {meeting}: JobRecord): boolean {
	const {fileStart, participantFile} = meeting;
	return (
		participantFile === undefined && (fileStart === undefined || fileStart === start?.toISOString())
	);
}

/** Seconds; where Zoom does not say, those of the whole meeting. */
function lengthOf({meeting, file: {start, end}}: Source): number {
	return start === undefined || end === undefined
		? meeting.durationMinutes * 60
		: (end.getTime() - start.getTime()) / 1000;
}

/** A link that no other job has: it is what tells this one's paid request apart from all others. */
async function makeLink(
	job: JobRecord,
	{meeting, file}: Source,
	{zoom, engine, signal}: JobRun,
): Promise<string> {
	const link = await zoom.createDirectLink(meeting, file, signal);
	// What stands behind # is not sent to Zoom, so that the link stays good.
	return (await engine.isKnownAudioUrl(link, job.id)) ? `${link}#${job.id}` : link;
}

/** Milliseconds to wait before the next try; undefined where there should be none. */
function waitBefore(error: unknown, count: number, {timings}: JobRun): number | undefined {
	const mayPass =
		error instanceof UserError &&
		(error.code === 'network' || error.code === 'service' || error.code === 'rate-limited');
	if (!mayPass || count >= mostTransfers) {
		return undefined;
	}

	const asked =
		'retryAfterMs' in error && typeof error.retryAfterMs === 'number' ? error.retryAfterMs : 0;
	return Math.max(asked, timings.backoffMs * 2 ** (count - 1));
}

/** Sends the bytes through this computer. */
async function* transfer(
	job: JobRecord,
	{meeting, file}: Source,
	run: JobRun,
): AsyncGenerator<JobProgress, string, void> {
	const {zoom, assemblyai, engine, worker, signal} = run;
	const {body, sizeBytes: totalBytes} = await zoom.openDownload(meeting, file, signal);
	await engine.advance(worker, job.id, {
		stage: 'uploading',
		sentBytes: 0,
		totalBytes: totalBytes ?? null,
	});
	crashPoint('uploading-written');
	yield {stage: 'uploading', sentBytes: 0, totalBytes};
	let shownAt = performance.now();
	const reports = whileReporting<JobProgress, string>(report =>
		assemblyai.upload(body, {
			sizeBytes: totalBytes,
			signal,
			onBytes(sentBytes) {
				if (sentBytes > 0) {
					crashPoint('upload-midway');
				}

				report({stage: 'uploading', sentBytes, totalBytes});
			},
		}),
	);
	for (;;) {
		const {done, value} = await reports.next();
		if (done === true) {
			crashPoint('uploaded');
			return value;
		}

		if (value.stage === 'uploading' && performance.now() - shownAt >= progressIntervalMs) {
			shownAt = performance.now();
			await engine.advance(worker, job.id, {sentBytes: value.sentBytes});
		}

		yield value;
	}
}
