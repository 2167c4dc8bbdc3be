import {UserError} from '../errors.ts';
import {showBytes, showDayRange, showMinutes, showMoment} from '../measures.ts';
import type {Services} from '../services.ts';
import type {Meeting} from '../zoom/recordings.ts';
import type {CommandContext} from './command.ts';
import {toMeetingJson, toStatus} from './meeting-json.ts';
import {type OpenList, openList, type Printing} from './printing.ts';
import {beginSearch, resumeSearch} from './search-journal.ts';
import {toTable} from './table.ts';
import {
	type FoundMeetings,
	findMeetings,
	parseWhose,
	type Whose,
	type WhoseOptions,
} from './whose-meetings.ts';

export type MeetingsOptions = WhoseOptions & {
	/** Go on with the search of everybody's meetings that was interrupted. */
	readonly resume: boolean;
	readonly printing: Printing;
};

/**
 * Lists recorded meetings of a range of days, newest first: of a user, or of everybody. Throws a
 * `UserError` when a search of everybody did not come to its end, after what it found is printed.
 */
export async function listMeetings(
	context: CommandContext,
	{printing, resume, ...options}: MeetingsOptions,
): Promise<void> {
	if (resume && (options.user ?? options.from ?? options.to) !== undefined) {
		throw new UserError('--resume goes on with everybody’s meetings of the same days', {
			code: 'usage',
			hint: 'Give it alone, without --user, --from and --to.',
		});
	}

	const whose = parseWhose(options);
	const services = context.program.openServices();
	const list = openList<Meeting, 'meeting'>(context.stdout, printing, {
		type: 'meeting',
		toEntry: toMeetingJson,
		toText: meetings => toRows(meetings, options.allUsers || resume),
	});
	try {
		const {meetings, failure} = resume
			? await goOn(context, services, list)
			: await findMeetings(context, services.zoom, whose, {
					journal: options.allUsers ? beginSearch(services.settings, whose.range) : undefined,
					onFound: list.add,
				});
		list.end(meetings);

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
	list: OpenList<Meeting>,
): Promise<FoundMeetings> {
	const {range, journal} = resumeSearch(settings);
	const days = showDayRange(range.from, range.to);
	const count = journal.found.length;
	const users = count === 1 ? 'one user is' : `${count} users are`;
	context.stderr.write(`Goes on with ${days}; ${users} done already.\n`);
	const whose: Whose = {range, who: {type: 'everyone'}};
	return findMeetings(context, zoom, whose, {journal, onFound: list.add});
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
