import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {
	createIsolatedEnvironment,
	type IsolatedEnvironment,
	programVariables,
	type Variables,
} from './isolated-environment.ts';
import {programArguments} from './program.ts';
import {createTextWatch, type TextWatch} from './text-watch.ts';

export type CommandOptions = {
	/** Beside those of the isolated environment; undefined takes one away. */
	readonly variables?: Variables;
	/** Settings and library to go on with; without it, fresh ones that are removed at the end. */
	readonly environment?: IsolatedEnvironment;
	readonly workingFolder?: string;
	/** What the command reads from its standard input; without it, nothing. */
	readonly stdin?: string;
	/** Another program than the built Recscribe, by its path. */
	readonly command?: string;
};

export type CommandResult = {
	readonly stdout: string;
	readonly stderr: string;
	/** null when a signal ended it. */
	readonly exitCode: number | null;
	readonly signal: NodeJS.Signals | null;
};

/** A command that runs without a terminal. */
export type RunningCommand = AsyncDisposable & {
	readonly pid: number | undefined;
	readonly waitForStdout: TextWatch['waitFor'];
	readonly waitForStderr: TextWatch['waitFor'];
	kill(signal: NodeJS.Signals): void;
	/** Resolves when it has ended and all that it wrote has been read. */
	readonly exited: Promise<CommandResult>;
	/** Ends the command if it still runs, and removes its folders unless they were given. */
	close(): Promise<void>;
};

/** Starts the built Recscribe, or another command, without a terminal, for what goes on until told. */
export function startCommand(
	commandLine: readonly string[],
	options: CommandOptions = {},
): RunningCommand {
	const {command} = options;
	const argv = command === undefined ? programArguments(commandLine) : commandLine;
	const environment = options.environment ?? createIsolatedEnvironment();
	const written = {stdout: '', stderr: ''};
	const watches = {
		stdout: createTextWatch('stdout', () => written.stdout),
		stderr: createTextWatch('stderr', () => written.stderr),
	};
	const child = spawn(command ?? process.execPath, argv, {
		cwd: options.workingFolder ?? environment.home,
		env: programVariables(environment, options.variables ?? {}),
	});
	for (const name of ['stdout', 'stderr'] as const) {
		child[name].setEncoding('utf8').on('data', (text: string) => {
			written[name] += text;
			watches[name].check();
		});
	}

	// A command may end without having read its input.
	child.stdin.on('error', () => {});
	child.stdin.end(options.stdin ?? '');

	async function waitUntilExit(): Promise<CommandResult> {
		await once(child, 'close');
		const {exitCode, signalCode: signal} = child;
		const reason = `The command ended (${signal ?? `exit code ${exitCode}`})`;
		watches.stdout.end(reason);
		watches.stderr.end(reason);
		return {...written, exitCode, signal};
	}

	const exited = waitUntilExit();

	async function close(): Promise<void> {
		child.kill('SIGKILL');
		await exited;
		if (options.environment === undefined) {
			environment.remove();
		}
	}

	return {
		pid: child.pid,
		waitForStdout: watches.stdout.waitFor,
		waitForStderr: watches.stderr.waitFor,
		kill(signal) {
			child.kill(signal);
		},
		exited,
		close,
		[Symbol.asyncDispose]: close,
	};
}

/**
 * Runs the built Recscribe, or another command, without a terminal, to its end.
 * One that takes more than 40 s, or as long as asked, is killed: the result says so in `signal`.
 */
export async function runCommand(
	commandLine: readonly string[],
	{timeoutMs = 40_000, ...options}: CommandOptions & {readonly timeoutMs?: number} = {},
): Promise<CommandResult> {
	await using running = startCommand(commandLine, options);
	const timer = setTimeout(() => {
		running.kill('SIGKILL');
	}, timeoutMs);
	try {
		return await running.exited;
	} finally {
		clearTimeout(timer);
	}
}
