import {UserError} from '../errors.ts';
import type {DateRange, Meeting, User} from '../zoom/recordings.ts';
import type {EveryonesMeetingPage, Zoom} from '../zoom/zoom.ts';
import type {CommandContext} from './command.ts';
import type {SearchJournal} from './search-journal.ts';
import {createSearchLine} from './search-line.ts';

export type FindOptions = {
	/** Remembers whose are found, for another run to go on with. */
	readonly journal?: SearchJournal | undefined;
	/** Is told of each meeting once, as soon as it is found. */
	readonly onFound?: (meetings: readonly Meeting[]) => void;
};

export type EveryonesMeetings = {
	readonly meetings: readonly Meeting[];
	/** Why not all users could be asked; undefined when they could. */
	readonly failure: UserError | undefined;
};

/** Interruptions in a row that are gone on after, if nothing was gained in between. */
const mostInterruptions = 3;

/**
 * Everybody's meetings. An interrupted search goes on with the users that are left; says on `stderr` how
 * far it is, and whose recordings can't be listed.
 */
export async function collectEveryonesMeetings(
	context: CommandContext,
	zoom: Zoom,
	range: DateRange,
	{journal, onFound}: FindOptions = {},
): Promise<EveryonesMeetings> {
	const {stderr, signal} = context;
	const line = createSearchLine(context);
	const found = createFindings(journal, stderr, onFound);

	/** Goes through all that is left; why it could not go to the end. */
	async function search(): Promise<UserError | undefined> {
		try {
			const options = {skipUsers: found.usersDone};
			for await (const page of zoom.listEveryonesMeetings(range, signal, options)) {
				found.add(page);
				line.show(page);
			}
			return undefined;
		} catch (error) {
			if (error instanceof UserError && !signal.aborted) {
				return error;
			}
			line.clear();
			found.sayStopped();
			throw error;
		} finally {
			line.clear();
		}
	}

	let interruptions = 0;
	for (;;) {
		const usersBefore = found.usersDone.size;
		const failure = await search();
		interruptions = found.usersDone.size > usersBefore ? 1 : interruptions + 1;
		if (failure === undefined) {
			journal?.end();
		}
		if (failure?.code !== 'network' || interruptions > mostInterruptions) {
			return {meetings: found.meetings(), failure: failure && found.explain(failure)};
		}
	}
}

/** What was found so far, and of whom. */
function createFindings(
	journal: SearchJournal | undefined,
	stderr: CommandContext['stderr'],
	onFound: FindOptions['onFound'],
) {
	const meetings = new Map<string, Meeting>();
	const usersDone = new Set<string>();
	/** Of users who are not done. */
	const parts = new Map<string, readonly Meeting[]>();
	let users: readonly User[] = [];
	let usersTotal: number | undefined;
	let isKept = journal !== undefined;
	for (const earlier of journal?.found ?? []) {
		finish(earlier.userId, earlier.meetings);
	}

	function finish(userId: string, all: readonly Meeting[]): void {
		usersDone.add(userId);
		addMeetings(all);
	}

	function addMeetings(some: readonly Meeting[]): void {
		const fresh = some.filter(({uuid}) => !meetings.has(uuid));
		for (const meeting of fresh) {
			meetings.set(meeting.uuid, meeting);
		}
		onFound?.(fresh);
	}

	function keep(userId: string, all: readonly Meeting[]): void {
		try {
			journal?.keep({userId, meetings: all});
		} catch (error) {
			isKept = false;
			const reason = error instanceof Error ? error.message : String(error);
			stderr.write(`! Another run will not be able to go on with this search: ${reason}\n`);
		}
	}

	const showUsers = () =>
		usersTotal === undefined ? `${usersDone.size}` : `${usersDone.size} of ${usersTotal}`;
	const canResume = () => isKept && usersDone.size > 0;
	return {
		usersDone,
		meetings: () => [...meetings.values()],
		add({meetings: some, progress}: EveryonesMeetingPage) {
			addMeetings(some);
			if (progress.by === 'account') {
				return;
			}
			({users, usersTotal} = progress);
			const {id} = progress.user;
			const all = [...(parts.get(id) ?? []), ...some];
			parts.set(id, all);
			if (progress.isUserDone) {
				parts.delete(id);
				usersDone.add(id);
				if (isKept) {
					keep(id, all);
				}
			}
		},
		sayStopped() {
			if (canResume()) {
				stderr.write(`Stopped after ${showUsers()} users. ${resumeHint}\n`);
			}
		},
		explain(error: UserError): UserError {
			if (usersDone.size === 0) {
				return error;
			}
			const missing = users.filter(({id}) => !usersDone.has(id));
			const unnamed = Math.max(0, (usersTotal ?? 0) - users.length);
			return new UserError(
				`Only the recordings of ${showUsers()} users could be listed: ${error.message}\n  Missing: ${showNames(missing, unnamed)}`,
				{
					code: error.code,
					hint: [error.hint ?? 'Try again.', canResume() ? resumeHint : ''].join(' ').trim(),
					cause: error,
				},
			);
		},
	};
}

const resumeHint = '`recscribe meetings --resume` goes on from there.';
const mostNames = 10;

/** `Ada Moreau, Bo Lind and 28 more` */
function showNames(users: readonly User[], unnamed: number): string {
	const names = users.slice(0, mostNames).map(({name, email}) => (name === '' ? email : name));
	const others = users.length - names.length + unnamed;
	if (others === 0) {
		return names.join(', ');
	}

	return names.length === 0 ? `${others} users` : `${names.join(', ')} and ${others} more`;
}
