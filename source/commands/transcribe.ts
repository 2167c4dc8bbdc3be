import {UserError} from '../errors.ts';
import {toExportSource} from '../kept-transcripts/opened-transcript.ts';
import type {Services} from '../services.ts';
import type {Meeting} from '../zoom/recordings.ts';
import type {Zoom} from '../zoom/zoom.ts';
import type {CommandContext} from './command.ts';
import {type DeliveryOptions, deliverTranscripts} from './deliver-transcripts.ts';
import {followJobs, resumeJobs} from './follow-jobs.ts';
import {type Printing, printJson, printLine} from './printing.ts';
import {type StartOptions, startTranscriptions} from './start-transcriptions.ts';
import {
	type CompletedResult,
	isCompleted,
	openResult,
	type Result,
	saySkipped,
	throwFailures,
	toResultJson,
	toResults,
} from './transcribe-results.ts';
import {
	type FoundMeetings,
	findMeetings,
	parseWhose,
	type Whose,
	type WhoseOptions,
} from './whose-meetings.ts';

export type TranscribeOptions = DeliveryOptions &
	StartOptions &
	WhoseOptions & {
		/** Of what became of each meeting; as text the transcripts themselves. */
		readonly printing: Printing;
	};

/**
 * Brings each meeting to a transcript and hands the transcripts out: the meetings that are named, or
 * every one of some days that has something to transcribe. What has a transcript in the library is not
 * sent again. Throws `UserError` when any of them failed, after the others are done.
 */
export async function transcribe(
	context: CommandContext,
	references: readonly string[],
	options: TranscribeOptions,
): Promise<void> {
	checkUsage(references, options);
	const whose = parseWhose(options);
	const isNamed = references.length > 0;
	const services = context.program.openServices();
	try {
		const resumed = await resumeJobs(services.jobs, context.stderr);
		const {meetings, failure} = isNamed
			? await findNamed(services.zoom, references, whose, context)
			: await findMeetings(context, services.zoom, whose);
		const results = await bringToTranscripts(
			services,
			meetings,
			{...options, isNamed, resumed},
			context,
		);
		await deliverResults(services, context, results, options);
		saySkipped(results, context.stderr);
		throwFailures(results, failure);
	} finally {
		services.close();
	}
}

/**
 * Starts what is wanted of the meetings, once what it costs is approved, and waits until it has ended, and
 * so have the jobs of an earlier run. Throws what `startTranscriptions` throws, and the signal's reason.
 */
export async function bringToTranscripts(
	services: Services,
	meetings: readonly Meeting[],
	options: Parameters<typeof startTranscriptions>[2] & {
		/** Whether the meetings were asked for one by one. */
		readonly isNamed: boolean;
		/** Ids of the jobs of an earlier run. */
		readonly resumed: readonly string[];
		readonly printing?: Printing;
	},
	context: CommandContext,
): Promise<readonly Result[]> {
	const started = await startTranscriptions(services, meetings, options, context);
	const ids = started.flatMap(one =>
		one.status === 'started'
			? one.files.flatMap(file => ('jobId' in file ? [file.jobId] : []))
			: [],
	);
	const views = await followJobs(
		services,
		new Set([...options.resumed, ...ids]),
		context,
		options.printing,
	);
	const {isNamed} = options;
	return toResults(started, views, {pauseReason: services.jobs.pauseReason(), isNamed});
}

async function deliverResults(
	services: Services,
	context: CommandContext,
	results: readonly Result[],
	options: TranscribeOptions,
): Promise<void> {
	const completed = results.filter(isCompleted);
	const open = (result: CompletedResult) => openResult(services, result, options.files);
	// Without a place of its own, the transcript goes within the document.
	const isWithin = options.printing !== 'text' && options.output === '-';
	const paths = isWithin
		? []
		: await deliverTranscripts(
				services,
				context,
				completed.map(result => async () => toExportSource(await open(result))),
				options,
			);
	if (options.printing === 'text') {
		return;
	}

	const entries = results.map(async result =>
		toResultJson(
			result,
			isCompleted(result) ? paths[completed.indexOf(result)] : undefined,
			isWithin && isCompleted(result) ? await open(result) : undefined,
		),
	);
	if (options.printing === 'json') {
		printJson(context.stdout, await Promise.all(entries));
	} else {
		for (const entry of entries) {
			printLine(context.stdout, 'result', await entry);
		}
	}
}

/** Throws `UserError` for options that do not go together, before anything is opened or asked. */
function checkUsage(
	references: readonly string[],
	{files, allUsers, from, to}: TranscribeOptions,
): void {
	if (files.type === 'files' && references.length !== 1) {
		throw new UserError('--file names a file of one meeting', {
			code: 'usage',
			hint: 'Give that one meeting with it; `recscribe meetings MEETING` lists its files.',
		});
	}

	if (references.length > 0 && allUsers) {
		throw new UserError('--all-users is for all meetings of some days, not for single ones', {
			code: 'usage',
			hint: 'Give either meetings, or --all-users with --from and --to.',
		});
	}

	// All that a person can have is no small thing to pay for: the days have to be named.
	if (references.length === 0 && from === undefined && to === undefined) {
		throw new UserError('Nothing says which meetings to transcribe', {
			code: 'usage',
			hint: 'Give meetings, or the days of those that are wanted: --from DATE --to DATE.',
		});
	}
}

/** Everything is looked up before the first one is sent: a wrong reference costs nothing. */
async function findNamed(
	zoom: Zoom,
	references: readonly string[],
	{who, range}: Whose,
	{signal}: CommandContext,
): Promise<Pick<FoundMeetings, 'meetings' | 'failure'>> {
	const user = who.type === 'user' ? who.user : undefined;
	const meetings = new Map<string, Meeting>();
	for (const reference of references) {
		const meeting = await zoom.findMeeting(reference, {user, range}, signal);
		meetings.set(meeting.uuid, meeting);
	}

	return {meetings: [...meetings.values()], failure: undefined};
}
