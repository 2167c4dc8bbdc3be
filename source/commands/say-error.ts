import type {UserError} from '../errors.ts';
import type {CommandContext} from './command.ts';

/** What happened and why, and below that what to do next. */
export function sayError({message, hint}: UserError, stderr: CommandContext['stderr']): void {
	stderr.write(`✗ ${message}\n`);
	if (hint !== undefined) {
		stderr.write(`  ${hint}\n`);
	}
}
