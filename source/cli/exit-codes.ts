import {CommanderError} from 'commander';
import {sayError} from '../commands/say-error.ts';
import {isAbort, UserError} from '../errors.ts';

export const exitCodes = {failed: 1, usage: 2, notAllowed: 3, interrupted: 130} as const;

function reportUserError(error: UserError): number {
	sayError(error, process.stderr);
	switch (error.code) {
		case 'usage':
			return exitCodes.usage;
		case 'not-set-up':
		case 'not-allowed':
			return exitCodes.notAllowed;
		default:
			return exitCodes.failed;
	}
}

/** Says what went wrong, and gives the exit code for it. */
export function report(error: unknown): number {
	if (error instanceof CommanderError) {
		return error.exitCode === 0 ? 0 : exitCodes.usage;
	}

	if (error instanceof UserError) {
		return reportUserError(error);
	}

	if (isAbort(error)) {
		return exitCodes.interrupted;
	}

	const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
	process.stderr.write(`Recscribe has a bug and had to stop.\n${stack}\n`);
	return exitCodes.failed;
}
