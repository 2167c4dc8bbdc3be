import {UserError} from '../errors.ts';
import {showDayRange} from '../measures.ts';
import {toDateRange} from '../zoom/date-range.ts';
import type {DateRange, Meeting, User} from '../zoom/recordings.ts';
import type {Zoom} from '../zoom/zoom.ts';
import type {CommandContext} from './command.ts';
import {collectEveryonesMeetings, type FindOptions} from './everyones-meetings.ts';

/** Whose meetings, and of which days, as a person gave it. */
export type WhoseOptions = {
	/** Id or email. */
	readonly user: string | undefined;
	/** Everybody's, deactivated users included. */
	readonly allUsers: boolean;
	readonly from: string | undefined;
	readonly to: string | undefined;
};

export type Whose = {
	readonly range: DateRange;
	readonly who:
		| {readonly type: 'everyone'}
		/** The first one that Zoom lists, where nobody is named. */
		| {readonly type: 'user'; readonly user: string | undefined};
};

/** What was found, and what kept the search from coming to its end. */
export type FoundMeetings = {
	/** Newest first. */
	readonly meetings: readonly Meeting[];
	/** "Ada Moreau", "This account". */
	readonly whose: string;
	readonly failure: UserError | undefined;
};

/** Throws `UserError` `usage` for what contradicts itself, or is no date. */
export function parseWhose({user, allUsers, from, to}: WhoseOptions): Whose {
	if (allUsers && user !== undefined) {
		throw new UserError('--all-users and --user contradict each other', {
			code: 'usage',
			hint: 'Give one of them.',
		});
	}

	return {
		range: toDateRange({from, to}, new Date()),
		who: allUsers ? {type: 'everyone'} : {type: 'user', user},
	};
}

/** Finds them all; says on `stderr` how far it is, and where there are none. */
export async function findMeetings(
	context: CommandContext,
	zoom: Zoom,
	{range, who}: Whose,
	options: FindOptions = {},
): Promise<FoundMeetings> {
	const found =
		who.type === 'everyone'
			? {
					...(await collectEveryonesMeetings(context, zoom, range, options)),
					whose: 'This account',
				}
			: await findOnes(context, zoom, {user: who.user, range}, options);
	if (found.meetings.length === 0 && found.failure === undefined) {
		const days = showDayRange(range.from, range.to);
		context.stderr.write(`${found.whose} has no cloud recordings of ${days}.\n`);
	}

	return {
		...found,
		meetings: found.meetings.toSorted((one, other) => other.start.getTime() - one.start.getTime()),
	};
}

async function findOnes(
	context: CommandContext,
	zoom: Zoom,
	{user: wanted, range}: {readonly user: string | undefined; readonly range: DateRange},
	{onFound}: FindOptions,
): Promise<FoundMeetings> {
	const user = await findUser(context, zoom, wanted);
	const meetings: Meeting[] = [];
	for await (const page of zoom.listMeetings(user.id, range, context.signal)) {
		meetings.push(...page.meetings);
		onFound?.(page.meetings);
	}

	return {meetings, whose: user.name, failure: undefined};
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
