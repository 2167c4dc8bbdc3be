import {UserError} from '../errors.ts';
import type {Services} from '../services.ts';
import type {Meeting} from '../zoom/recordings.ts';
import {type CommandContext, printJson} from './command.ts';
import {type DeliveryOptions, deliverTranscripts} from './deliver-transcripts.ts';
import {followJobs, resumeJobs, sayNotices} from './follow-jobs.ts';
import {type StartOptions, startTranscriptions} from './start-transcriptions.ts';
import {
	type CompletedResult,
	openResult,
	throwFailures,
	toResultJson,
	toResults,
} from './transcribe-results.ts';
import {parseWhose, type Whose, type WhoseOptions} from './whose-meetings.ts';

export type TranscribeOptions = DeliveryOptions &
	StartOptions &
	WhoseOptions & {
		/** Print what became of each meeting as one JSON document. */
		readonly json: boolean;
	};

/**
 * Brings each meeting to a transcript and hands the transcripts out. What has one in the library is not
 * sent again. Throws `UserError` when any of them failed, after the others are done.
 */
export async function transcribe(
	context: CommandContext,
	references: readonly string[],
	options: TranscribeOptions,
): Promise<void> {
	if (options.files.type === 'files' && references.length !== 1) {
		throw new UserError('--file names a file of one meeting', {
			code: 'usage',
			hint: 'Give that one meeting with it; "recscribe meetings MEETING" lists its files.',
		});
	}

	const whose = parseWhose(options);
	const services = context.program.openServices();
	try {
		sayNotices(services.library.notices, context.stderr);
		const resumed = await resumeJobs(services.jobs, context.stderr);
		const meetings = await findNamed(services, references, whose, context);
		const started = await startTranscriptions(services, meetings, options, context);
		const ids = started.flatMap(one =>
			one.status === 'started'
				? one.files.flatMap(file => ('jobId' in file ? [file.jobId] : []))
				: [],
		);
		const views = await followJobs(services.jobs, new Set([...resumed, ...ids]), context);
		const results = toResults(started, views, {
			pauseReason: services.jobs.pauseReason(),
			isNamed: true,
		});
		const isCompleted = (result: (typeof results)[number]) => result.status === 'completed';
		const completed = results.filter(isCompleted);
		const open = (result: CompletedResult) => openResult(services, result, options.files);
		// Without a place of its own, the transcript goes within the document.
		const isWithin = options.json && options.output === '-';
		const paths = isWithin
			? []
			: await deliverTranscripts(
					services,
					context,
					completed.map(result => () => open(result)),
					options,
				);
		if (options.json) {
			const entries = results.map(async result =>
				toResultJson(
					result,
					isCompleted(result) ? paths[completed.indexOf(result)] : undefined,
					isWithin && isCompleted(result) ? await open(result) : undefined,
				),
			);
			printJson(context.stdout, await Promise.all(entries));
		}

		throwFailures(results);
	} finally {
		services.close();
	}
}

/** Everything is looked up before the first one is sent: a wrong reference costs nothing. */
async function findNamed(
	{zoom}: Pick<Services, 'zoom'>,
	references: readonly string[],
	{who, range}: Whose,
	{signal}: CommandContext,
): Promise<readonly Meeting[]> {
	const user = who.type === 'user' ? who.user : undefined;
	const meetings = new Map<string, Meeting>();
	for (const reference of references) {
		const meeting = await zoom.findMeeting(reference, {user, range}, signal);
		meetings.set(meeting.uuid, meeting);
	}

	return [...meetings.values()];
}
