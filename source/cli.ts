import {setImmediate as nextTurn} from 'node:timers/promises';
import {Command, CommanderError, Option} from 'commander';
import packageJson from '../package.json' with {type: 'json'};
import {addMeetings, addZoomTranscript, type RunCommand} from './cli/meeting-commands.ts';
import type {CommandContext} from './commands/command.ts';
import {isAbort, UserError} from './errors.ts';
import type {Program} from './program.ts';
import type {FormatName} from './transcripts/formats/format.ts';

const exitCodes = {failed: 1, usage: 2, notAllowed: 3, interrupted: 130} as const;

const formatNames: readonly FormatName[] = [
	'text',
	'markdown',
	'srt',
	'vtt',
	'json',
	'raw',
	'csv',
	'docx',
	'html',
];

type GlobalOptions = {
	readonly sandbox?: true;
	readonly envFile?: string;
};

/** Starts the sandbox in this process; only here, since nothing else may know it. */
async function startSandbox(port?: number) {
	const sandbox = await import('./sandbox/sandbox.ts');
	try {
		return await sandbox.startSandbox(port === undefined ? {} : {port});
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
			throw new UserError(`Port ${port} or one of the two after it is taken`, {
				hint: 'Give another one with --port, or none for free ones.',
				cause: error,
			});
		}

		throw error;
	}
}

async function openProgram({sandbox, envFile}: GlobalOptions): Promise<Program> {
	const {createProgram} = await import('./program.ts');
	const program = createProgram({
		environment: process.env,
		envFilePath: envFile,
		startSandbox,
	});
	return sandbox === true ? program.enterSandbox() : program;
}

/** Runs one command with what it needs, and ends what was started for it. */
async function withContext(
	globals: GlobalOptions,
	run: (context: CommandContext) => Promise<void>,
): Promise<void> {
	const controller = new AbortController();
	const abort = (signal: NodeJS.Signals) => {
		process.exitCode = signal === 'SIGTERM' ? 143 : exitCodes.interrupted;
		controller.abort();
	};
	process.once('SIGINT', abort).once('SIGTERM', abort);
	const program = await openProgram(globals);
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

async function openScreen(globals: GlobalOptions): Promise<void> {
	if (!(process.stdin.isTTY && process.stdout.isTTY)) {
		throw new UserError('The full screen needs a terminal, and this is none', {
			code: 'usage',
			hint: 'In scripts use a command, for example "recscribe meetings --json"; "recscribe --help" lists them.',
		});
	}

	// Ink's colours know FORCE_COLOR only; https://no-color.org asks for the other one as well.
	if ((process.env['NO_COLOR'] ?? '') !== '') {
		process.env['FORCE_COLOR'] ??= '0';
	}

	const {runTui} = await import('./tui/run-tui.tsx');
	// The first frame is painted before anything else is loaded.
	const opening = nextTurn().then(() => openProgram(globals));
	try {
		if ((await runTui(opening)) === 'interrupted') {
			process.exitCode = exitCodes.interrupted;
		}
	} finally {
		await opening.then(
			program => program.close(),
			() => undefined,
		);
	}
}

function createCli(): Command {
	const cli = new Command('recscribe')
		.description('Read what was said in your Zoom cloud recordings.')
		.version(packageJson.version, '--version', 'print the version')
		.helpOption('-h, --help', 'print this help')
		.option('--sandbox', 'use made-up meetings on this computer: no account, nothing paid')
		.option('--env-file <file>', 'read credentials from a file of NAME = value lines')
		.configureHelp({showGlobalOptions: true})
		.exitOverride()
		.showSuggestionAfterError()
		.addHelpText(
			'before',
			'Examples:\n' +
				'  recscribe                       open the full screen\n' +
				'  recscribe --sandbox             the same, without an account\n' +
				'  recscribe meetings --user ada@example.com --from 2026-11-01\n' +
				'  recscribe transcribe "abc123==" --output talk.txt\n',
		)
		.allowExcessArguments()
		.action(async (_, command: Command) => {
			const [unknown] = command.args;
			if (unknown !== undefined) {
				throw new UserError(`There is no command "${unknown}"`, {
					code: 'usage',
					hint: '"recscribe --help" lists them.',
				});
			}

			await openScreen(command.optsWithGlobals());
		});

	cli
		.command('setup')
		.description('ask for the credentials of Zoom and AssemblyAI, and check them')
		.action(async (_, command: Command) => {
			const globals: GlobalOptions = command.optsWithGlobals();
			await withContext(globals, async context => {
				const {setUp} = await import('./commands/setup.ts');
				await setUp(context, globals.envFile);
			});
		});

	cli
		.command('users')
		.description('list whose recordings there are')
		.option('--json', 'print one JSON document')
		.action(async ({json = false}: {json?: boolean}, command: Command) =>
			withContext(command.optsWithGlobals(), async context => {
				const {listUsers} = await import('./commands/users.ts');
				await listUsers(context, {json});
			}),
		);

	const run: RunCommand = async (command, act) => withContext(command.optsWithGlobals(), act);
	addMeetings(cli, run);
	addTranscribe(cli);
	addZoomTranscript(cli, formatNames, run);
	addDoctor(cli);
	addJobs(cli);
	addSandbox(cli);
	return cli;
}

function addTranscribe(cli: Command): void {
	cli
		.command('transcribe')
		.description('transcribe meetings; one that has a transcript is not sent again')
		.argument('<meeting...>', 'a UUID, a link, or a meeting number for its latest recording')
		.addOption(
			new Option('--format <format>', 'what to write').choices(formatNames).default('text'),
		)
		.option('--output <path>', 'a file, a folder, or - for standard output', '-')
		.addOption(
			new Option(
				'--audio <way>',
				'how the audio gets to AssemblyAI: through this computer, or by a link',
			).choices(['stream', 'direct']),
		)
		.option('--wait', 'wait for recordings that Zoom is still processing')
		.option('--again', 'transcribe (and pay) again what has a transcript')
		.option('--overwrite', 'replace a file that is there already')
		.option('--json', 'print one JSON document that says what became of each')
		.action(
			async (
				references: readonly string[],
				options: {
					format: FormatName;
					output: string;
					audio?: 'stream' | 'direct';
					wait?: boolean;
					again?: boolean;
					overwrite?: boolean;
					json?: boolean;
				},
				command: Command,
			) =>
				withContext(command.optsWithGlobals(), async context => {
					const {transcribe} = await import('./commands/transcribe.ts');
					const {findFormat, formats} = await import('./transcripts/formats/formats.ts');
					await transcribe(context, references, {
						format: findFormat(options.format) ?? formats[0],
						output: options.output,
						audio: options.audio,
						wait: options.wait ?? false,
						again: options.again ?? false,
						overwrite: options.overwrite ?? false,
						json: options.json ?? false,
					});
				}),
		);
}

function addDoctor(cli: Command): void {
	cli
		.command('doctor')
		.description('say what is set up, which hosts answer, and what Zoom allows')
		.option('--json', 'print one JSON document')
		.action(async ({json = false}: {json?: boolean}, command: Command) =>
			withContext(command.optsWithGlobals(), async context => {
				const {runDoctor} = await import('./commands/doctor.ts');
				await runDoctor(context, {json});
			}),
		);
}

function addJobs(cli: Command): void {
	cli
		.command('jobs')
		.description('list what is, was or will be transcribed')
		.option('--resume', 'let what is unfinished go on, and wait for it')
		.option('--cancel <id>', 'give a job up')
		.option('--json', 'print one JSON document')
		.action(
			async (
				{resume = false, cancel, json = false}: {resume?: boolean; cancel?: string; json?: boolean},
				command: Command,
			) =>
				withContext(command.optsWithGlobals(), async context => {
					const {lookAfterJobs} = await import('./commands/jobs.ts');
					await lookAfterJobs(context, {resume, cancel, json});
				}),
		);
}

function addSandbox(cli: Command): void {
	cli
		.command('sandbox')
		.description('run the stand-ins for Zoom and AssemblyAI alone, for any client')
		.option('--port <number>', 'the port to listen on; a free one by default', parsePort)
		.action(async ({port}: {port?: number}) => {
			const controller = new AbortController();
			const abort = () => controller.abort();
			process.once('SIGINT', abort).once('SIGTERM', abort);
			const {runSandbox} = await import('./commands/sandbox.ts');
			await runSandbox(await startSandbox(port), {
				stdout: process.stdout,
				stderr: process.stderr,
				signal: controller.signal,
			});
		});
}

function parsePort(text: string): number {
	const port = Number(text);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new UserError(`${text} is no port`, {
			code: 'usage',
			hint: 'Give a number from 0 to 65535; 0 takes a free one.',
		});
	}

	return port;
}

function reportUserError(error: UserError): number {
	process.stderr.write(`✗ ${error.message}\n`);
	if (error.hint !== undefined) {
		process.stderr.write(`  ${error.hint}\n`);
	}

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

/** The one catch: says what went wrong, and gives the exit code for it. */
function report(error: unknown): number {
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

// A reader that has seen enough (`| head`) closes the pipe: that is no error.
process.stdout.on('error', error => {
	if ('code' in error && error.code === 'EPIPE') {
		process.exit(0);
	}

	throw error;
});

try {
	await createCli().parseAsync();
} catch (error) {
	process.exitCode ??= report(error);
}
