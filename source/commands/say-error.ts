import type {UserError} from '../errors.ts';
import type {CommandContext} from './command.ts';
import type {ErrorJson} from './json-shapes.ts';

/** What happened and why, and below that what to do next. */
export function sayError({message, hint}: UserError, stderr: CommandContext['stderr']): void {
	stderr.write(`✗ ${message}\n`);
	if (hint !== undefined) {
		stderr.write(`  ${hint}\n`);
	}
}

/** The same for scripts. */
export function toErrorJson({code, message, hint}: UserError): ErrorJson {
	return {code, message, hint: hint ?? null};
}
