import type {EveryonesMeetingPage} from '../zoom/zoom.ts';
import type {CommandContext} from './command.ts';

/** How far a search of everybody is, as one live line on a terminal, or a line for each tenth; whose can't be listed, anywhere. */
export function createSearchLine({stderr, use}: Pick<CommandContext, 'stderr' | 'use'>) {
	let isShown = false;
	let lastTenth = 0;
	const clear = () => {
		if (isShown) {
			stderr.stream.write('\r\u001B[K');
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
			if (!stderr.isTTY) {
				return;
			}

			if (use === 'redraw') {
				clear();
				stderr.write(toLine(progress));
				isShown = true;
			} else if (tenthOf(progress) > lastTenth) {
				lastTenth = tenthOf(progress);
				stderr.write(`${toLine(progress)}\n`);
			}
		},
	};
}

function tenthOf(progress: EveryonesMeetingPage['progress']): number {
	const [done, total = Number.POSITIVE_INFINITY] =
		progress.by === 'account'
			? [progress.windowsDone, progress.windowsTotal]
			: [progress.usersDone, progress.usersTotal];
	return Math.floor((10 * done) / total);
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
