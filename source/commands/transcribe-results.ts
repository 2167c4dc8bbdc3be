import {UserError} from '../errors.ts';
import type {JobView} from '../jobs/job-progress.ts';
import {type OpenedTranscript, toExportSource} from '../kept-transcripts/opened-transcript.ts';
import {showMoment} from '../measures.ts';
import type {Services} from '../services.ts';
import {json as jsonFormat} from '../transcripts/formats/json.ts';
import type {WantedFiles} from '../zoom/file-choice.ts';
import type {Meeting} from '../zoom/recordings.ts';
import type {CommandContext} from './command.ts';
import type {ResultJson} from './json-shapes.ts';
import {toErrorJson} from './say-error.ts';
import type {Started, StartedFile} from './start-transcriptions.ts';

export type TranscribedFile = {readonly fileId: string; readonly transcriptId: string};

/** What became of one of the meetings. */
export type Result = {readonly meeting: Meeting} & (
	| {readonly status: 'completed'; readonly files: readonly [TranscribedFile, ...TranscribedFile[]]}
	| {readonly status: 'failed'; readonly error: UserError}
	/** It has nothing to transcribe, or not yet, and nobody had asked for it by name. */
	| {readonly status: 'skipped'; readonly error: UserError}
);

export type CompletedResult = Extract<Result, {readonly status: 'completed'}>;

export function isCompleted(result: Result): result is CompletedResult {
	return result.status === 'completed';
}

/** What became of each meeting, once its jobs have ended or can't go on. */
export function toResults(
	started: readonly Started[],
	ended: readonly JobView[],
	{
		pauseReason,
		isNamed,
	}: {
		readonly pauseReason: UserError | undefined;
		/** Whether the meetings were asked for one by one. */
		readonly isNamed: boolean;
	},
): readonly Result[] {
	return started.map((one): Result => {
		const {meeting} = one;
		if (one.status === 'impossible') {
			return {meeting, status: isNamed ? 'failed' : 'skipped', error: one.error};
		}

		const files: TranscribedFile[] = [];
		for (const file of one.files) {
			const transcriptId = toTranscriptId(file, ended, pauseReason);
			if (transcriptId instanceof UserError) {
				return {meeting, status: 'failed', error: transcriptId};
			}

			files.push({fileId: file.fileId, transcriptId});
		}

		const [first, ...others] = files;
		return first === undefined
			? {meeting, status: 'failed', error: new UserError('It has no file to transcribe')}
			: {meeting, status: 'completed', files: [first, ...others]};
	});
}

function toTranscriptId(
	file: StartedFile,
	ended: readonly JobView[],
	pauseReason: UserError | undefined,
): string | UserError {
	if ('transcriptId' in file) {
		return file.transcriptId;
	}

	const progress = ended.find(({job}) => job.id === file.jobId)?.progress;
	switch (progress?.stage) {
		case 'completed':
			return progress.transcriptId;
		case 'failed':
			return progress.error instanceof UserError
				? progress.error
				: new UserError(progress.error.message);
		case 'cancelled':
			return new UserError('It was given up');
		default:
			return pauseReason ?? new UserError('It has not ended');
	}
}

/** All that belongs to the meeting, or the files that somebody wanted and no others, as one transcript. */
export function openResult(
	services: Pick<Services, 'openTranscript' | 'openTranscripts'>,
	{files}: CompletedResult,
	wanted: WantedFiles,
): Promise<OpenedTranscript> {
	return wanted.type === 'default'
		? services.openTranscript(files[0].transcriptId)
		: services.openTranscripts(files.map(({transcriptId}) => transcriptId));
}

/**
 * One entry of the document that `--json` prints: part of the interface for scripts.
 *
 * @param path Where the transcript went; undefined for standard output.
 * @param opened The transcript, where the document is to hold it.
 */
export function toResultJson(
	result: Result,
	path: string | undefined,
	opened: OpenedTranscript | undefined,
): ResultJson {
	const {uuid, number, topic, start} = result.meeting;
	const meeting = {uuid, id: number, topic, startTime: start.toISOString(), status: result.status};
	if (result.status !== 'completed') {
		return {...meeting, error: toErrorJson(result.error)};
	}

	const {files} = result;
	const completed = {
		...meeting,
		transcriptId: files[0].transcriptId,
		recordingFiles: files.map(({fileId, transcriptId}) => ({id: fileId, transcriptId})),
		path: path ?? null,
	};
	if (opened === undefined) {
		return completed;
	}

	const {document} = toExportSource(opened);
	const transcript: unknown = JSON.parse(
		[...jsonFormat.render(document, jsonFormat.defaults)].join(''),
	);
	return {...completed, transcript};
}

/** Says by name what was left out, and why. */
export function saySkipped(results: readonly Result[], stderr: CommandContext['stderr']): void {
	for (const result of results) {
		if (result.status === 'skipped') {
			const {topic, start} = result.meeting;
			stderr.write(`– ${showMoment(start)} “${topic}” is left out: ${result.error.message}.\n`);
		}
	}
}

/**
 * Throws the failure of the only meeting, or one that lists them all.
 *
 * @param searchFailure Why not all meetings were found.
 */
export function throwFailures(
	results: readonly Result[],
	searchFailure: UserError | undefined,
): void {
	const failures = results.flatMap(result =>
		result.status === 'failed' ? [{topic: result.meeting.topic, error: result.error}] : [],
	);
	const [first] = failures;
	if (first === undefined) {
		if (searchFailure !== undefined) {
			throw searchFailure;
		}

		return;
	}

	if (results.length === 1 && searchFailure === undefined) {
		throw first.error;
	}

	const lines = [
		`${failures.length} of ${results.length} failed:`,
		...failures.map(({topic, error}) => `  ${topic}: ${error.message}`),
		...(searchFailure === undefined ? [] : [searchFailure.message]),
	];
	throw new UserError(lines.join('\n'), {
		hint: 'Run the same command again: what is done is not sent twice.',
	});
}
