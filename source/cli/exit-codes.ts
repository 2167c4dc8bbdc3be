import {CommanderError} from 'commander';
import type {ErrorJson} from '../commands/json-shapes.ts';
import {createOutput} from '../commands/output.ts';
import {sayError, toErrorJson} from '../commands/say-error.ts';
import {isAbort, UserError} from '../errors.ts';
import {escapeUnsafe, safeText} from '../safe-text.ts';

const stderr = createOutput(process.stderr);

export const exitCodes = {failed: 1, usage: 2, notAllowed: 3, interrupted: 130} as const;

function codeOf({code}: UserError): number {
	switch (code) {
		case 'usage':
			return exitCodes.usage;
		case 'not-set-up':
		case 'not-allowed':
			return exitCodes.notAllowed;
		default:
			return exitCodes.failed;
	}
}

export type ReportOptions = {
	/** As one JSON object: `{"code", "message", "hint"}`. */
	readonly isJson: boolean;
	/** Where more is told of a bug; undefined where that could not be written. */
	readonly reportPath: string | undefined;
};

/** Says what went wrong, and gives the exit code for it. */
export function report(error: unknown, {isJson, reportPath}: ReportOptions): number {
	if (error instanceof CommanderError) {
		if (error.exitCode === 0) {
			return 0;
		}

		if (isJson) {
			printError({
				code: 'usage',
				message: error.message.replace(/^error: /, ''),
				hint: 'See recscribe COMMAND --help.',
			});
		}

		return exitCodes.usage;
	}

	if (error instanceof UserError) {
		if (isJson) {
			printError(toErrorJson(error));
		} else {
			sayError(error, stderr);
		}

		return codeOf(error);
	}

	if (isAbort(error)) {
		return exitCodes.interrupted;
	}

	reportBug(error, {isJson, reportPath});
	return exitCodes.failed;
}

function printError(error: ErrorJson): void {
	stderr.write(`${escapeUnsafe(JSON.stringify(error))}\n`);
}

function reportBug(error: unknown, {isJson, reportPath}: ReportOptions): void {
	const message = error instanceof Error ? error.message : String(error);
	const stack = error instanceof Error ? (error.stack ?? message) : message;
	const where =
		reportPath === undefined
			? undefined
			: `${safeText(reportPath)} says more, without secrets or anything that was said: please send it to us.`;
	if (isJson) {
		printError({code: 'bug', message: safeText(message), hint: where ?? null});
	} else if (where === undefined) {
		stderr.write(`Recscribe has a bug and had to stop.\n${stack}\n`);
	} else {
		stderr.write(`Recscribe has a bug and had to stop: ${safeText(message)}\n  ${where}\n`);
	}
}
