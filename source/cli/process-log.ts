import path from 'node:path';
import process from 'node:process';
import type {Command} from 'commander';
import packageJson from '../../package.json' with {type: 'json'};
import type {Log} from '../log/log.ts';
import type {GlobalOptions} from './run-command.ts';

// A process has one log, from when its command is known.
let log: Log | undefined;

/** Opens the log that was asked for, if any. Throws `UserError` when its file can't be written. */
export async function startLog(command: Command): Promise<Log> {
	const {logFile, sandbox}: GlobalOptions = command.optsWithGlobals();
	const [{openLog}, {folders}] = await Promise.all([
		import('../log/log.ts'),
		import('../settings/folders.ts'),
	]);
	const started = await openLog({
		file: logFile ?? (process.env['RECSCRIBE_LOG'] || undefined),
		reportFolder: () =>
			path.join(folders(process.env, {isSandbox: sandbox === true}).data, 'crashes'),
		version: packageJson.version,
		command: command.name(),
	});
	log = started;
	process.once('exit', code => started.end(code));
	return started;
}

/** Tells the log of what ends the program. Gives back where a bug is reported. */
export function logFailure(error: unknown): string | undefined {
	return log?.fail(error);
}
