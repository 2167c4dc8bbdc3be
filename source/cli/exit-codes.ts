import {CommanderError} from 'commander';
import {sayError} from '../commands/say-error.ts';
import {isAbort, UserError} from '../errors.ts';
import {safeText} from '../safe-text.ts';

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

/**
 * Says what went wrong, and gives the exit code for it.
 *
 * @param reportPath Where more is told of a bug; undefined where that could not be written.
 */
export function report(error: unknown, reportPath: string | undefined): number {
	if (error instanceof CommanderError) {
		return error.exitCode === 0 ? 0 : exitCodes.usage;
	}

	if (error instanceof UserError) {
		return reportUserError(error);
	}

	if (isAbort(error)) {
		return exitCodes.interrupted;
	}

	const message = error instanceof Error ? error.message : String(error);
	const stack = error instanceof Error ? (error.stack ?? message) : message;
	process.stderr.write(
		reportPath === undefined
			? `Recscribe has a bug and had to stop.\n${stack}\n`
			: `Recscribe has a bug and had to stop: ${safeText(message)}\n` +
					`  ${safeText(reportPath)} says more, without secrets or anything that was said: please send it to us.\n`,
	);
	return exitCodes.failed;
}
