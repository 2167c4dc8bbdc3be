import {encodePathPart} from '../http/addresses.ts';
import {toUtcWindows} from './date-windows.ts';
import {
	createTally,
	readWindow,
	type Tally,
	type WindowPage,
	windowsAtOnce,
} from './meeting-windows.ts';
import type {DateRange, User} from './recordings.ts';
import {type Source, severalAtOnce} from './several-at-once.ts';
import {listUsers} from './users.ts';
import type {EveryonesMeetingPage} from './zoom.ts';
import type {ZoomApi} from './zoom-api.ts';
import {ZoomError} from './zoom-error.ts';

const accountPath = 'accounts/me/recordings';

/** Everybody's recorded meetings; see `Zoom.listEveryonesMeetings`. */
export async function* listEveryonesMeetings(
	api: ZoomApi,
	range: DateRange,
	skipUsers: ReadonlySet<string>,
	signal: AbortSignal,
): AsyncGenerator<EveryonesMeetingPage, void, void> {
	const windows = toUtcWindows(range);
	const [newest, ...others] = windows;
	if (newest === undefined) {
		return;
	}
	if (api.isPersonal) {
		yield* listUserByUser(api, {range, windows, skipUsers}, signal);
		return;
	}
	// Asked alone, to see whether it may be asked at all.
	const opening = readWindow(api, accountPath, newest, signal);
	const first = await unlessRefused(opening.next());
	if (first === undefined) {
		yield* listUserByUser(api, {range, windows, skipUsers}, signal);
		return;
	}
	const sources: readonly Source<WindowPage>[] = [
		() => withFirst(first, opening),
		...others.map(window => (signal: AbortSignal) => readWindow(api, accountPath, window, signal)),
	];
	const tally = createTally(range, windows.length);
	for await (const page of severalAtOnce(() => sources, windowsAtOnce, signal)) {
		const meetings = tally.takeNew(page);
		const {windowsDone, windowsTotal} = tally;
		yield {
			meetings,
			searched: page.searched,
			progress: {by: 'account', windowsDone, windowsTotal},
		};
	}
}

async function* withFirst<Value>(
	first: IteratorResult<Value, void>,
	others: AsyncIterable<Value>,
): AsyncGenerator<Value, void, void> {
	if (!first.done) {
		yield first.value;
		yield* others;
	}
}

/** Undefined where Zoom does not allow it: without a paid plan, the scope or the role. */
async function unlessRefused<Value>(answer: Promise<Value>): Promise<Value | undefined> {
	try {
		return await answer;
	} catch (error) {
		const isRefused =
			error instanceof ZoomError &&
			(error.code === 'not-allowed' || error.code === 'not-found' || error.zoomCode === 300);
		if (!isRefused) {
			throw error;
		}
		return undefined;
	}
}

type Search = {
	readonly range: DateRange;
	readonly windows: readonly DateRange[];
	readonly skipUsers: ReadonlySet<string>;
};

type UserSearch = {
	readonly user: User;
	windowsLeft: number;
	/** Why this user's recordings can't be listed. */
	problem: ZoomError | undefined;
};

type UserPage = {
	readonly of: UserSearch;
	readonly page: WindowPage;
	readonly problem: ZoomError | undefined;
};

async function* listUserByUser(
	api: ZoomApi,
	search: Search,
	signal: AbortSignal,
): AsyncGenerator<EveryonesMeetingPage, void, void> {
	const {range, windows, skipUsers} = search;
	const tally: Tally = createTally(range, 0);
	const known: User[] = [];
	let usersTotal: number | undefined;
	let usersDone = 0;

	async function* listSources(signal: AbortSignal): AsyncGenerator<Source<UserPage>, void, void> {
		for await (const {users, total} of listUsers(api, signal)) {
			usersTotal = total;
			known.push(...users);
			for (const user of users) {
				if (skipUsers.has(user.id)) {
					usersDone++;
					continue;
				}
				const of: UserSearch = {user, windowsLeft: windows.length, problem: undefined};
				for (const window of windows) {
					yield signal => readUserWindow(api, of, window, signal);
				}
			}
		}
	}

	for await (const {of, page, problem} of severalAtOnce(listSources, windowsAtOnce, signal)) {
		of.windowsLeft -= page.isLast && !page.isCut ? 1 : 0;
		const isUserDone = of.windowsLeft === 0;
		usersDone += isUserDone ? 1 : 0;
		yield {
			meetings: tally.takeNew(page),
			searched: page.searched,
			progress: {
				by: 'user',
				user: of.user,
				isUserDone,
				usersDone,
				users: known,
				usersTotal,
				problem,
			},
		};
	}
}

/** What concerns this user alone does not end the search: it is said once, and the others go on. */
async function* readUserWindow(
	api: ZoomApi,
	of: UserSearch,
	window: DateRange,
	signal: AbortSignal,
): AsyncGenerator<UserPage, void, void> {
	const nothing = {meetings: [], searched: window, isLast: true, isCut: false};
	if (of.problem !== undefined) {
		yield {of, page: nothing, problem: undefined};
		return;
	}
	try {
		const path = `users/${encodePathPart(of.user.id)}/recordings`;
		for await (const page of readWindow(api, path, window, signal)) {
			yield {of, page, problem: undefined};
		}
	} catch (error) {
		if (!isAboutOneUser(error)) {
			throw error;
		}
		const problem = of.problem === undefined ? error : undefined;
		of.problem ??= error;
		yield {of, page: nothing, problem};
	}
}

function isAboutOneUser(error: unknown): error is ZoomError {
	return (
		error instanceof ZoomError &&
		error.remedy === undefined &&
		error.missingScopes.length === 0 &&
		(error.code === 'not-found' || error.code === 'not-allowed')
	);
}
