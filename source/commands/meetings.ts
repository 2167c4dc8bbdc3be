import {UserError} from '../errors.ts';
import {showBytes, showDayRange, showMinutes, showMoment} from '../measures.ts';
import {toDateRange} from '../zoom/date-range.ts';
import type {DateRange, Meeting, User} from '../zoom/recordings.ts';
import type {Zoom} from '../zoom/zoom.ts';
import {type CommandContext, printJson} from './command.ts';
import {collectEveryonesMeetings} from './everyones-meetings.ts';
import {toMeetingJson, toStatus} from './meeting-json.ts';
import {toTable} from './table.ts';

export type MeetingsOptions = {
	readonly user: string | undefined;
	/** Everybody's, deactivated users included. */
	readonly allUsers: boolean;
	readonly from: string | undefined;
	readonly to: string | undefined;
	readonly json: boolean;
};

/** What was found, and what kept the search from coming to its end. */
type Found = {
	readonly meetings: readonly Meeting[];
	/** Whose: "Ada Moreau", "This account". */
	readonly whose: string;
	readonly failure: UserError | undefined;
};

/**
 * Lists recorded meetings of a range of days, newest first: of a user, or of everybody. Throws a
 * `UserError` when a search of everybody did not come to its end, after what it found is printed.
 */
export async function listMeetings(
	context: CommandContext,
	{user, allUsers, from, to, json}: MeetingsOptions,
): Promise<void> {
	if (allUsers && user !== undefined) {
		throw new UserError('--all-users and --user contradict each other', {
			code: 'usage',
			hint: 'Give one of them.',
		});
	}
	const range = toDateRange({from, to}, new Date());
	const services = context.program.openServices();
	try {
		const found = allUsers
			? await findEveryones(context, services.zoom, range)
			: await findOnes(context, services.zoom, user, range);
		print(context, found, range, {json, allUsers});
		if (found.failure !== undefined) {
			throw found.failure;
		}
	} finally {
		services.close();
	}
}

async function findEveryones(
	context: CommandContext,
	zoom: Zoom,
	range: DateRange,
): Promise<Found> {
	return {...(await collectEveryonesMeetings(context, zoom, range)), whose: 'This account'};
}

async function findOnes(
	context: CommandContext,
	zoom: Zoom,
	wanted: string | undefined,
	range: DateRange,
): Promise<Found> {
	const user = await findUser(context, zoom, wanted);
	const meetings: Meeting[] = [];
	for await (const page of zoom.listMeetings(user.id, range, context.signal)) {
		meetings.push(...page.meetings);
	}
	return {meetings, whose: user.name, failure: undefined};
}

function print(
	{stdout, stderr}: CommandContext,
	{meetings, whose, failure}: Found,
	range: DateRange,
	{json, allUsers}: {readonly json: boolean; readonly allUsers: boolean},
): void {
	const newestFirst = meetings.toSorted(
		(one, other) => other.start.getTime() - one.start.getTime(),
	);
	if (json) {
		printJson(stdout, newestFirst.map(toMeetingJson));
		return;
	}

	if (meetings.length === 0 && failure === undefined) {
		const days = showDayRange(range.from, range.to);
		stderr.write(`${whose} has no cloud recordings of ${days}.\n`);
	}

	stdout.write(
		toTable(
			newestFirst.map(meeting => [
				showMoment(meeting.start),
				showMinutes(meeting.durationMinutes),
				toStatus(meeting) === 'processing' ? 'still processing' : showBytes(meeting.totalSizeBytes),
				meeting.uuid,
				...(allUsers ? [meeting.hostEmail ?? meeting.hostId ?? ''] : []),
				meeting.topic,
			]),
		),
	);
}

/** The user a person named, else the first one that Zoom lists, which is then said. */
async function findUser(
	{stderr, signal}: Pick<CommandContext, 'stderr' | 'signal'>,
	zoom: Zoom,
	wanted: string | undefined,
): Promise<User> {
	if (wanted !== undefined) {
		return zoom.getUser(wanted, signal);
	}

	for await (const {users} of zoom.listUsers(signal)) {
		const [first, ...others] = users;
		if (first !== undefined) {
			if (others.length > 0) {
				stderr.write(
					`Meetings of ${first.name} <${first.email}>; for others give --user EMAIL or --all-users.\n`,
				);
			}

			return first;
		}
	}

	throw new UserError('Zoom lists no users', {
		code: 'not-found',
		hint: 'Check that the Zoom app belongs to the right account, or name a user with --user EMAIL.',
	});
}
