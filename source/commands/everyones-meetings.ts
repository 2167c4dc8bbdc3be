import {UserError} from '../errors.ts';
import type {DateRange, Meeting} from '../zoom/recordings.ts';
import type {EveryonesMeetingPage, Zoom} from '../zoom/zoom.ts';
import type {CommandContext} from './command.ts';

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
	{stderr, signal}: CommandContext,
	zoom: Zoom,
	range: DateRange,
): Promise<EveryonesMeetings> {
	const meetings = new Map<string, Meeting>();
	const skipUsers = new Set<string>();
	const progress = createProgressLine(stderr);

	function keep({meetings: found, progress}: EveryonesMeetingPage): void {
		for (const meeting of found) {
			meetings.set(meeting.uuid, meeting);
		}
		if (progress.by === 'user' && progress.isUserDone) {
			skipUsers.add(progress.user.id);
		}
	}

	/** Goes through all that is left; why it could not go to the end. */
	async function search(): Promise<UserError | undefined> {
		try {
			for await (const page of zoom.listEveryonesMeetings(range, signal, {skipUsers})) {
				keep(page);
				progress.show(page);
			}
			return undefined;
		} catch (error) {
			if (error instanceof UserError && !signal.aborted) {
				return error;
			}
			throw error;
		} finally {
			progress.clear();
		}
	}

	let interruptions = 0;
	for (;;) {
		const usersBefore = skipUsers.size;
		const failure = await search();
		interruptions = skipUsers.size > usersBefore ? 1 : interruptions + 1;
		if (failure?.code !== 'network' || interruptions > mostInterruptions) {
			return {
				meetings: [...meetings.values()],
				failure: failure && explain(failure, skipUsers.size),
			};
		}
	}
}

function explain(error: UserError, usersDone: number): UserError {
	if (usersDone === 0) {
		return error;
	}
	const users = usersDone === 1 ? 'one user' : `${usersDone} users`;
	return new UserError(`Only the recordings of ${users} could be listed: ${error.message}`, {
		code: error.code,
		hint: error.hint ?? 'Try again.',
		cause: error,
	});
}

function createProgressLine(stderr: CommandContext['stderr']) {
	let isShown = false;
	const clear = () => {
		if (isShown) {
			stderr.write('\r\u001B[K');
			isShown = false;
		}
	};
	return {
		clear,
		show({progress}: EveryonesMeetingPage) {
			if (progress.by === 'user' && progress.problem !== undefined) {
				clear();
				const {user, problem} = progress;
				stderr.write(`! ${user.name} <${user.email}>: ${problem.message}\n`);
			}
			if (stderr.isTTY === true) {
				clear();
				stderr.write(toLine(progress));
				isShown = true;
			}
		},
	};
}

function toLine(progress: EveryonesMeetingPage['progress']): string {
	if (progress.by === 'account') {
		return `${progress.windowsDone} of ${progress.windowsTotal} months`;
	}
	const {usersDone, usersTotal} = progress;
	return usersTotal === undefined
		? `${usersDone} users`
		: `${usersDone} of ${usersTotal} users, ${usersTotal - usersDone} left`;
}
