import {UserError} from '../errors.ts';
import {showBytes, showDayRange, showMinutes, showMoment} from '../measures.ts';
import type {Services} from '../services.ts';
import type {Meeting} from '../zoom/recordings.ts';
import {type CommandContext, printJson} from './command.ts';
import {toMeetingJson, toStatus} from './meeting-json.ts';
import {beginSearch, resumeSearch} from './search-journal.ts';
import {toTable} from './table.ts';
import {type FoundMeetings, findMeetings, parseWhose, type WhoseOptions} from './whose-meetings.ts';

export type MeetingsOptions = WhoseOptions & {
	/** Go on with the search of everybody's meetings that was interrupted. */
	readonly resume: boolean;
	readonly json: boolean;
};

/**
 * Lists recorded meetings of a range of days, newest first: of a user, or of everybody. Throws a
 * `UserError` when a search of everybody did not come to its end, after what it found is printed.
 */
export async function listMeetings(
	context: CommandContext,
	{json, resume, ...options}: MeetingsOptions,
): Promise<void> {
	if (resume && (options.user ?? options.from ?? options.to) !== undefined) {
		throw new UserError('--resume goes on with everybody’s meetings of the same days', {
			code: 'usage',
			hint: 'Give it alone, without --user, --from and --to.',
		});
	}

	const whose = parseWhose(options);
	const services = context.program.openServices();
	try {
		const {meetings, failure} = resume
			? await goOn(context, services)
			: await findMeetings(
					context,
					services.zoom,
					whose,
					options.allUsers ? beginSearch(services.settings, whose.range) : undefined,
				);
		if (json) {
			printJson(context.stdout, meetings.map(toMeetingJson));
		} else {
			context.stdout.write(toRows(meetings, options.allUsers || resume));
		}

		if (failure !== undefined) {
			throw failure;
		}
	} finally {
		services.close();
	}
}

async function goOn(
	context: CommandContext,
	{zoom, settings}: Pick<Services, 'zoom' | 'settings'>,
): Promise<FoundMeetings> {
	const {range, journal} = resumeSearch(settings);
	const days = showDayRange(range.from, range.to);
	const count = journal.found.length;
	const users = count === 1 ? 'one user is' : `${count} users are`;
	context.stderr.write(`Goes on with ${days}; ${users} done already.\n`);
	return findMeetings(context, zoom, {range, who: {type: 'everyone'}}, journal);
}

function toRows(meetings: readonly Meeting[], hasHosts: boolean): string {
	return toTable(
		meetings.map(meeting => [
			showMoment(meeting.start),
			showMinutes(meeting.durationMinutes),
			toStatus(meeting) === 'processing' ? 'still processing' : showBytes(meeting.totalSizeBytes),
			meeting.uuid,
			...(hasHosts ? [meeting.hostEmail ?? meeting.hostId ?? ''] : []),
			meeting.topic,
		]),
	);
}
