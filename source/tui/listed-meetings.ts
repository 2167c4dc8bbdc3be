import type {SafeText} from '../safe-text.ts';
import type {DateRange, Meeting, User} from '../zoom/recordings.ts';
import type {EveryonesMeetingPage, Zoom} from '../zoom/zoom.ts';

export type ListedMeetings = {
	/** Newest first, each once. */
	readonly meetings: readonly Meeting[];
	/** How far the search has come; undefined before the first answer. */
	readonly progress:
		| {readonly by: 'windows' | 'users'; readonly done: number; readonly total: number | undefined}
		| undefined;
	/** Users who need not be asked again when the search goes on. */
	readonly usersDone: ReadonlySet<string>;
	/** Whose recordings can't be listed, and why. */
	readonly problems: ReadonlyArray<{readonly user: SafeText; readonly message: string}>;
};

export const nothingListed: ListedMeetings = {
	meetings: [],
	progress: undefined,
	usersDone: new Set(),
	problems: [],
};

type Change = (value: ListedMeetings) => ListedMeetings;

/** One user's meetings, as changes to what is listed. */
export async function* listUser(
	zoom: Pick<Zoom, 'listMeetings'>,
	user: User,
	range: DateRange,
	signal: AbortSignal,
): AsyncGenerator<Change, void, void> {
	for await (const {meetings, windowsDone, windowsTotal} of zoom.listMeetings(
		user.id,
		range,
		signal,
	)) {
		yield value => ({
			...addMeetings(value, meetings),
			progress: {by: 'windows', done: windowsDone, total: windowsTotal},
		});
	}
}

/** Everybody's meetings; users who are done in `listed` are not asked again. */
export async function* listEveryone(
	zoom: Pick<Zoom, 'listEveryonesMeetings'>,
	range: DateRange,
	listed: ListedMeetings,
	signal: AbortSignal,
): AsyncGenerator<Change, void, void> {
	const pages = zoom.listEveryonesMeetings(range, signal, {skipUsers: listed.usersDone});
	for await (const page of pages) {
		yield value => addEveryonesPage(value, page);
	}
}

function addEveryonesPage(
	value: ListedMeetings,
	{meetings, progress}: EveryonesMeetingPage,
): ListedMeetings {
	const added = addMeetings(value, meetings);
	if (progress.by === 'account') {
		const {windowsDone, windowsTotal} = progress;
		return {...added, progress: {by: 'windows', done: windowsDone, total: windowsTotal}};
	}

	const {user, isUserDone, usersDone, usersTotal, problem} = progress;
	return {
		...added,
		progress: {by: 'users', done: usersDone, total: usersTotal},
		usersDone: isUserDone ? new Set([...value.usersDone, user.id]) : value.usersDone,
		problems:
			problem === undefined
				? value.problems
				: [...value.problems, {user: user.name, message: problem.message}],
	};
}

function addMeetings(value: ListedMeetings, meetings: readonly Meeting[]): ListedMeetings {
	const known = new Set(value.meetings.map(({uuid}) => uuid));
	const fresh = meetings.filter(({uuid}) => !known.has(uuid));
	return fresh.length === 0
		? value
		: {
				...value,
				meetings: [...value.meetings, ...fresh].toSorted(
					(one, other) => other.start.getTime() - one.start.getTime(),
				),
			};
}
