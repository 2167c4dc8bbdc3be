import {UserError} from '../errors.ts';
import type {RequestChanges} from '../jobs/request-options.ts';
import type {NewJob} from '../library/library.ts';
import type {Services} from '../services.ts';
import {type ChosenFile, chooseFiles, type WantedFiles} from '../zoom/file-choice.ts';
import type {Meeting} from '../zoom/recordings.ts';
import {approveCost, type CostApproval} from './approve-cost.ts';
import type {CommandContext} from './command.ts';
import {checkOutput, type DeliveryOptions} from './deliver-transcripts.ts';
import {waitForRecording} from './wait-for-recording.ts';

export type StartOptions = {
	/** What is wanted of each meeting. */
	readonly files: WantedFiles;
	/** Transcribe also what has a transcript already: it is paid for again. */
	readonly again: boolean;
	/** What to ask of AssemblyAI beside what the person usually does. */
	readonly request: RequestChanges;
	readonly cost: CostApproval;
	/** Wait for recordings that Zoom is still processing. */
	readonly wait: boolean;
};

/** A file of a meeting that has a transcript, or a job that makes one. */
export type StartedFile = {readonly fileId: string} & (
	| {readonly transcriptId: string}
	| {readonly jobId: string}
);

export type Started = {readonly meeting: Meeting} & (
	| {readonly status: 'started'; readonly files: readonly StartedFile[]}
	/** It has nothing to transcribe, or not yet. */
	| {readonly status: 'impossible'; readonly error: UserError}
);

type Plan = {readonly meeting: Meeting} & (
	| {readonly status: 'transcribed'; readonly file: StartedFile}
	| {readonly status: 'to do'; readonly files: readonly ChosenFile[]}
	| {readonly status: 'impossible'; readonly error: UserError}
);

/**
 * Puts what is wanted of the meetings in line, except for what has a transcript, in their order.
 * Throws `UserError` `usage`, before anything is sent, when so many do not go to the output.
 */
export async function startTranscriptions(
	services: Services,
	meetings: readonly Meeting[],
	options: StartOptions & Omit<DeliveryOptions, 'format' | 'formatOptions'>,
	context: CommandContext,
): Promise<readonly Started[]> {
	const plans = meetings.map(meeting => planMeeting(services, meeting, options));
	const mustWait = (plan: Plan) => options.wait && isUnready(plan);
	const expected = plans.filter(plan => plan.status !== 'impossible' || mustWait(plan));
	await checkOutput(options, expected.length);
	const jobs = expected.flatMap(plan => toJobs(services, plan, options));
	await approveCost(services, jobs, options.cost, context);
	const started = new Map<Plan, Started>();
	for (const plan of plans.filter(plan => !mustWait(plan))) {
		started.set(plan, await start(services, plan, options));
	}

	// What is there goes first; what is not must not hold it up.
	await Promise.all(
		plans.filter(mustWait).map(async plan => {
			started.set(plan, await startWhenReady(services, plan.meeting, options, context));
		}),
	);
	return plans.flatMap(plan => started.get(plan) ?? []);
}

/** What will have to be paid for: of what Zoom has finished, and of what it is still processing. */
export function planJobs(
	services: Services,
	meetings: readonly Meeting[],
	options: Pick<StartOptions, 'files' | 'again' | 'request'>,
): {readonly ready: readonly NewJob[]; readonly unready: readonly NewJob[]} {
	const plans = meetings.map(meeting => planMeeting(services, meeting, options));
	const toJobsOf = (chosen: readonly Plan[]) =>
		chosen.flatMap(plan => toJobs(services, plan, options));
	return {
		ready: toJobsOf(plans.filter(({status}) => status !== 'impossible')),
		unready: toJobsOf(plans.filter(isUnready)),
	};
}

/** Zoom is still processing it. */
function isUnready(plan: Plan): boolean {
	return plan.status === 'impossible' && plan.error.code === 'not-ready';
}

function planMeeting(
	{library}: Pick<Services, 'library'>,
	meeting: Meeting,
	{files, again}: Pick<StartOptions, 'files' | 'again'>,
): Plan {
	// Whatever of it was transcribed stands for the meeting, unless somebody wants certain files.
	const known =
		again || files.type !== 'default' ? undefined : library.findTranscriptOfMeeting(meeting.uuid);
	if (known !== undefined) {
		const file = {fileId: known.recordingFileId, transcriptId: known.id};
		return {meeting, status: 'transcribed', file};
	}

	try {
		return {meeting, status: 'to do', files: chooseFiles(meeting, files)};
	} catch (error) {
		if (error instanceof UserError) {
			return {meeting, status: 'impossible', error};
		}

		throw error;
	}
}

function toJobs(
	{library, newJob}: Services,
	plan: Plan,
	{again, request}: Pick<StartOptions, 'again' | 'request'>,
): readonly NewJob[] {
	const {meeting} = plan;
	switch (plan.status) {
		case 'transcribed':
			return [];
		case 'impossible':
			return [newJob(meeting, {changes: request})];
		case 'to do':
			return plan.files
				.filter(
					({file}) => again || library.findTranscriptOfFile(meeting.uuid, file.id) === undefined,
				)
				.map(({file}) => newJob(meeting, {file, changes: request}));
	}
}

async function startWhenReady(
	services: Services,
	meeting: Meeting,
	options: StartOptions,
	context: CommandContext,
): Promise<Started> {
	try {
		const ready = await waitForRecording(services.zoom, meeting, options.files, context);
		return await start(services, planMeeting(services, ready, options), options);
	} catch (error) {
		if (error instanceof UserError) {
			return {meeting, status: 'impossible', error};
		}

		throw error;
	}
}

async function start(services: Services, plan: Plan, options: StartOptions): Promise<Started> {
	const {meeting} = plan;
	switch (plan.status) {
		case 'impossible':
			return plan;
		case 'transcribed':
			return {meeting, status: 'started', files: [plan.file]};
		case 'to do': {
			const files: StartedFile[] = [];
			for (const {file} of plan.files) {
				files.push(await startFile(services, meeting, file, options));
			}

			return {meeting, status: 'started', files};
		}
	}
}

async function startFile(
	{library, jobs, newJob}: Services,
	meeting: Meeting,
	file: ChosenFile['file'],
	{again, request}: StartOptions,
): Promise<StartedFile> {
	const fileId = file.id;
	const known = again ? undefined : library.findTranscriptOfFile(meeting.uuid, fileId);
	if (known !== undefined) {
		return {fileId, transcriptId: known.id};
	}

	const enqueued = await jobs.enqueue(newJob(meeting, {file, changes: request}), {again});
	return enqueued.status === 'transcribed'
		? {fileId, transcriptId: enqueued.transcript.id}
		: {fileId, jobId: enqueued.job.id};
}
