import {type Sandbox, type SandboxOptions, startSandbox} from '../../source/sandbox/sandbox.ts';
import {
	createIsolatedEnvironment,
	type IsolatedEnvironment,
	type Variables,
} from '../support/isolated-environment.ts';
import {
	type CommandOptions,
	type CommandResult,
	type RunningCommand,
	runCommand,
	startCommand,
} from '../support/run-command.ts';

/** Somebody at a shell, set up with a sandbox by nothing but environment variables. */
export type Caller = {
	readonly sandbox: Sandbox;
	readonly environment: IsolatedEnvironment;
	readonly variables: Variables;
	/** Runs `recscribe` with these arguments to its end. */
	readonly run: (
		commandLine: readonly string[],
		options?: CommandOptions,
	) => Promise<CommandResult>;
	readonly start: (commandLine: readonly string[]) => RunningCommand;
	readonly close: () => Promise<void>;
};

/** With a sandbox that is done with a recording at once. To be closed by whoever asked for it. */
export async function createCaller(options: SandboxOptions = {}): Promise<Caller> {
	const sandbox = await startSandbox({processingMs: 1, ...options});
	const environment = createIsolatedEnvironment();
	const variables = sandbox.environment;
	return {
		sandbox,
		environment,
		variables,
		run: (commandLine, options) => runCommand(commandLine, {environment, variables, ...options}),
		start: commandLine => startCommand(commandLine, {environment, variables}),
		async close() {
			await sandbox.close();
			environment.remove();
		},
	};
}
