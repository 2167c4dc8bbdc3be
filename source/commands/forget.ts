import {UserError} from '../errors.ts';
import type {Folders} from '../settings/folders.ts';
import {forget, listKept} from '../setup/forget.ts';
import type {CommandContext} from './command.ts';
import {canAsk, confirm} from './confirm.ts';

/**
 * Removes everything that Recscribe keeps on this computer; asks first. Throws `UserError` when it is
 * not wanted, nobody can be asked, or something can't be removed.
 *
 * @param folders Of the program, and of its sandbox.
 */
export async function forgetEverything(
	context: CommandContext,
	folders: readonly Folders[],
	{isApproved}: {readonly isApproved: boolean},
): Promise<void> {
	const {stderr} = context;
	const kept = folders.map(places => listKept(places));
	const places = kept.flat();
	if (places.length === 0) {
		stderr.write('Recscribe keeps nothing on this computer.\n');
		return;
	}

	stderr.write(`${places.join('\n')}\n`);
	if (!isApproved) {
		await ask(context);
	}

	folders.forEach((of, index) => {
		forget(kept[index] ?? [], of);
	});
	stderr.write(
		`✓ Removed: credentials, transcripts, jobs and reports.\n` +
			'What is left: exported files, AssemblyAI’s copies for up to 30 days, and the app in Zoom’s\n' +
			'Marketplace and the key at AssemblyAI, which only you can remove there.\n',
	);
}

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
