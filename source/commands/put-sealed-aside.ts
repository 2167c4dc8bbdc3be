import {UserError} from '../errors.ts';
import type {CommandContext} from './command.ts';
import {canAsk, confirm} from './confirm.ts';

/**
 * Before a set-up: settings that can't be opened, for want of their key, are put aside where that is
 * wanted; asks first. Throws `UserError` where it is not wanted or nobody can be asked.
 */
export async function putSealedAside(
	context: CommandContext,
	{isApproved}: {readonly isApproved: boolean},
): Promise<void> {
	const safekeeping = context.program.openSafekeeping();
	const problem = safekeeping.findSealProblem();
	if (problem === undefined) {
		return;
	}

	if (!isApproved) {
		await ask(problem, context);
	}

	context.stderr.write(`${safekeeping.setAsideSealed().join('\n')}\n`);
}

async function ask(sealed: UserError, context: CommandContext): Promise<void> {
	if (!canAsk(context)) {
		throw new UserError(sealed.message, {
			code: 'not-set-up',
			hint: 'Unlock the keychain or bring the key back; else add --yes, which puts that file aside: the library stays.',
			cause: sealed,
		});
	}

	context.stderr.write(`${sealed.message}\n`);
	const question = 'Put that file aside and set up anew? Transcripts and jobs stay.';
	if (!(await confirm(question, context))) {
		throw new UserError('The settings are left as they are', {
			code: 'not-set-up',
			hint: 'Unlock the keychain, or bring the key back.',
		});
	}
}
