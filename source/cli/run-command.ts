import type {Command} from 'commander';
import type {CommandContext} from '../commands/command.ts';
import type {Program} from '../program.ts';
import {exitCodes} from './exit-codes.ts';
import {startSandbox} from './sandbox-command.ts';

/** What may stand before or behind every command. */
export type GlobalOptions = {
	readonly sandbox?: true;
	readonly envFile?: string;
};

export async function openProgram({sandbox, envFile}: GlobalOptions): Promise<Program> {
	const {createProgram} = await import('../program.ts');
	const program = createProgram({
		environment: process.env,
		envFilePath: envFile,
		startSandbox,
	});
	return sandbox === true ? program.enterSandbox() : program;
}

/** Runs what a command does with what it needs, and ends what was started for it. */
export async function runCommand(
	command: Command,
	run: (context: CommandContext) => Promise<void>,
): Promise<void> {
	const controller = new AbortController();
	const abort = (signal: NodeJS.Signals) => {
		process.exitCode = signal === 'SIGTERM' ? 143 : exitCodes.interrupted;
		controller.abort();
	};
	process.once('SIGINT', abort).once('SIGTERM', abort);
	const program = await openProgram(command.optsWithGlobals());
	try {
		await run({
			program,
			stdout: process.stdout,
			stderr: process.stderr,
			signal: controller.signal,
		});
	} finally {
		await program.close();
	}
}
