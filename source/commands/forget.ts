import {UserError} from '../errors.ts';
import type {Folders} from '../settings/folders.ts';
import {forget, hasLibrary, listKept, rejectRunning} from '../setup/forget.ts';
import type {CommandContext} from './command.ts';
import {canAsk, confirm} from './confirm.ts';

/**
 * Removes everything that Recscribe keeps on this computer; asks first. Throws `UserError` when it is
 * not wanted, nobody can be asked, another Recscribe runs, or something can't be looked into or removed.
 *
 * @param folders Of the program, and of its sandbox.
 */
export async function forgetEverything(
	context: CommandContext,
	folders: readonly Folders[],
	{isApproved}: {readonly isApproved: boolean},
): Promise<void> {
	const {stderr} = context;
	const kept = folders.map(of => ({of, places: listKept(of)}));
	const places = kept.flatMap(one => one.places);
	if (places.length === 0) {
		stderr.write('Recscribe keeps nothing on this computer.\n');
		return;
	}

	const rejectAnyRunning = () => {
		for (const one of kept) {
			rejectRunning(one.places, one.of);
		}
	};
	rejectAnyRunning();
	stderr.write(`${places.join('\n')}\n${hasLibrary(places) ? remoteCopies : ''}`);
	if (!isApproved) {
		await ask(context);
		rejectAnyRunning();
	}

	const notices = kept.flatMap(one => forget(one.places, one.of));
	stderr.write(notices.map(notice => `${notice}\n`).join(''));
	stderr.write(
		`✓ Removed: credentials, transcripts, jobs and reports.\n` +
			'What is left: exported files, AssemblyAI’s copies for up to 30 days, and the app in Zoom’s\n' +
			'Marketplace and the key at AssemblyAI, which only you can remove there.\n',
	);
}

const remoteCopies =
	'AssemblyAI keeps its copies for up to 30 days. To delete them as well, do it first, while the library\n' +
	'knows them: recscribe delete TRANSCRIPT --remote (recscribe transcripts lists them).\n';

async function ask(context: CommandContext): Promise<void> {
	if (!canAsk(context)) {
		throw new UserError('Nobody can be asked whether all of that is to be removed', {
			code: 'usage',
			hint: 'Add --yes to remove it without a question.',
		});
	}

	const question = 'Remove all of that for good, every transcript too?';
	if (!(await confirm(question, context))) {
		throw new UserError('Nothing was removed');
	}
}
