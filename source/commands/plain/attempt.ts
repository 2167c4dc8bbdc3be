import {UserError} from '../../errors.ts';
import type {CommandContext} from '../command.ts';
import {sayError} from '../say-error.ts';

/** Says what a step could not do, and lets the person go on from where they were. Throws all but `UserError`. */
export async function attempt(
	step: () => Promise<void>,
	stderr: CommandContext['stderr'],
): Promise<void> {
	try {
		await step();
	} catch (error) {
		if (!(error instanceof UserError)) {
			throw error;
		}

		sayError(error, stderr);
	}
}
