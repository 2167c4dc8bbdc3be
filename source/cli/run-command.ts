import {Writable} from 'node:stream';
import type {Command} from 'commander';
import type {CommandContext} from '../commands/command.ts';
import {createOutput} from '../commands/output.ts';
import type {Log} from '../log/log.ts';
import type {Program} from '../program.ts';
import {terminalUse} from '../questions/terminal-use.ts';
import {exitCodes} from './exit-codes.ts';
import {prepareNetwork} from './prepare-network.ts';
import {startLog} from './process-log.ts';
import {startSandbox} from './sandbox-command.ts';

/** What may stand before or behind every command. */
export type GlobalOptions = {
	readonly sandbox?: true;
	readonly envFile?: string;
	readonly logFile?: string;
	/** Nothing on standard error but errors. */
	readonly quiet?: true;
	/** False: nobody is asked anything. */
	readonly input?: boolean;
	/** No full screen, and no line that is drawn again. */
	readonly plain?: true;
};

/** @param onNotice Says what is to be said at once; without it, the program keeps it. */
export async function openProgram(
	{sandbox, envFile}: GlobalOptions,
	log: Log,
	onNotice?: (sentence: string) => void,
): Promise<Program> {
	const notice = await prepareNetwork(process.env);
	const {createProgram} = await import('../program.ts');
	const program = createProgram({
		environment: process.env,
		envFilePath: envFile,
		startSandbox,
		onSecrets: log.hide,
		notices: notice === undefined ? [] : [notice],
		...(onNotice !== undefined && {onNotice}),
	});
	return sandbox === true ? program.enterSandbox() : program;
}

/** Takes what is written, and shows it to nobody. */
function createSilence(): Writable {
	return new Writable({write: (_chunk, _encoding, done) => done()});
}

/** Runs what a command does with what it needs, and ends what was started for it. */
export async function runCommand(
	command: Command,
	run: (context: CommandContext) => Promise<void>,
): Promise<void> {
	const options: GlobalOptions = command.optsWithGlobals();
	const controller = new AbortController();
	const abort = (signal: NodeJS.Signals) => {
		process.exitCode = signal === 'SIGTERM' ? 143 : exitCodes.interrupted;
		controller.abort();
	};
	process.once('SIGINT', abort).once('SIGTERM', abort);
	const log = await startLog(command);
	const stderr = createOutput(options.quiet === true ? createSilence() : process.stderr);
	const program = await openProgram(options, log, sentence => stderr.write(`${sentence}\n`));
	try {
		await run({
			program,
			stdout: createOutput(process.stdout),
			stderr,
			mayAsk: options.input !== false,
			use: options.plain === true ? 'append' : terminalUse(process.env),
			signal: controller.signal,
		});
	} finally {
		await program.close();
	}
}
