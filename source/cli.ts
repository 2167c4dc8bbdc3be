import {setImmediate as nextTurn} from 'node:timers/promises';
import {Command} from 'commander';
import packageJson from '../package.json' with {type: 'json'};
import {addCompletion} from './cli/completion-commands.ts';
import {addConfig} from './cli/config-command.ts';
import {exitCodes, report} from './cli/exit-codes.ts';
import {addJobs, addTranscribe} from './cli/job-commands.ts';
import {
	addDelete,
	addExport,
	addOutline,
	addSearch,
	addTranscripts,
	whichFiles,
	whichTranscripts,
} from './cli/library-commands.ts';
import {addMeetings, addUsers, addZoomTranscript} from './cli/meeting-commands.ts';
import {logFailure, startLog} from './cli/process-log.ts';
import {type GlobalOptions, openProgram, runCommand} from './cli/run-command.ts';
import {addSandbox} from './cli/sandbox-command.ts';
import {addSchema} from './cli/schema-command.ts';
import {addDoctor, addSetup} from './cli/set-up-commands.ts';
import {createOutput} from './commands/output.ts';
import {terminalUse} from './questions/terminal-use.ts';

/** The full screen, or its way as plain lines where these are wanted or nothing else can be read. */
async function open(command: Command): Promise<void> {
	const globals: GlobalOptions = command.optsWithGlobals();
	if (globals.plain === true || terminalUse(process.env) === 'append') {
		await runCommand(command, async context => {
			const {runPlain} = await import('./commands/plain/run-plain.ts');
			await runPlain(context);
		});
	} else {
		await openScreen(globals, command);
	}
}

/** One transcript, of the library or in a file, in the full screen or as plain lines. */
async function openTranscript(reference: string, command: Command): Promise<void> {
	const globals: GlobalOptions = command.optsWithGlobals();
	if (globals.plain === true || terminalUse(process.env) === 'append') {
		await runCommand(command, async context => {
			const {readTranscript} = await import('./commands/read-transcript.ts');
			await readTranscript(context, reference);
		});
		return;
	}

	if (!hasScreen(globals)) {
		const {noScreen} = await import('./commands/no-terminal.ts');
		throw noScreen();
	}

	const {meansFile} = await import('./transcript-files/open-transcript-file.ts');
	await ((await meansFile(reference))
		? openFileScreen(reference, command)
		: openScreen(globals, command, reference));
}

async function openFileScreen(path: string, command: Command): Promise<void> {
	await startLog(command);
	const [{openTranscriptFile}, {openDelivery}, {runFileTui}] = await Promise.all([
		import('./transcript-files/open-transcript-file.ts'),
		import('./transcript-files/delivery.ts'),
		import('./tui/run-tui.tsx'),
	]);
	const file = await openTranscriptFile(path);
	if ((await runFileTui({file, delivery: openDelivery()})) === 'interrupted') {
		process.exitCode = exitCodes.interrupted;
	}
}

function hasScreen({input}: GlobalOptions): boolean {
	return process.stdin.isTTY && process.stdout.isTTY && input !== false;
}

async function openScreen(
	globals: GlobalOptions,
	command: Command,
	transcript?: string,
): Promise<void> {
	if (!hasScreen(globals)) {
		const {noTerminal} = await import('./commands/no-terminal.ts');
		throw noTerminal();
	}

	const log = await startLog(command);
	const {runTui} = await import('./tui/run-tui.tsx');
	// The first frame is painted before anything else is loaded.
	const opening = nextTurn().then(() => openProgram(globals, log));
	try {
		if ((await runTui(opening, transcript)) === 'interrupted') {
			process.exitCode = exitCodes.interrupted;
		}
	} finally {
		await opening.then(
			program => program.close(),
			() => undefined,
		);
	}
}

function createCommands(isJson: boolean): Command {
	const cli = new Command('recscribe')
		.description('Read what was said in your Zoom cloud recordings.')
		.version(packageJson.version, '--version', 'print the version')
		.helpOption('-h, --help', 'print this help')
		.option('--sandbox', 'use made-up meetings on this computer: no account, nothing paid')
		.option('--plain', 'no full screen: questions, and lines that are only appended')
		.option('--no-input', 'ask nothing: what would be asked is an error that names the flag for it')
		.option('--quiet', 'nothing on standard error but errors')
		.option('--log-file <file>', 'write what happens to a file that can be sent to somebody')
		.option('--env-file <file>', 'read credentials from a file of NAME = value lines')
		.configureHelp({showGlobalOptions: true})
		.configureOutput({
			// What commander has to say is in the error, which is told once.
			writeErr: text => isJson || createOutput(process.stderr).write(text),
		})
		.exitOverride()
		.showSuggestionAfterError()
		.addHelpText(
			'before',
			'Examples:\n' +
				'  recscribe                       open the full screen\n' +
				'  recscribe --sandbox             the same, without an account\n' +
				'  recscribe --plain               the same as questions and plain lines, for a screen reader too\n' +
				'  recscribe meetings --user ada.moreau@northquay.example --from 2026-11-01\n' +
				'  recscribe transcribe "XvxmrPMQzjWQUk2DqGKoXg==" --output talk.txt\n' +
				'  recscribe export --all --format markdown --output notes/\n',
		);

	cli
		.command('open')
		.description(
			'open one transcript of the library, or a transcript in a file, in the full screen; with --plain, in your pager',
		)
		.argument('<transcript>', `${whichTranscripts}; or ${whichFiles}`)
		.addHelpText(
			'before',
			'Examples:\n' +
				'  recscribe open 6f2a\n' +
				'  recscribe open talk.vtt\n' +
				'  recscribe open talk.vtt --plain\n',
		)
		.action(async (transcript: string, _: unknown, command: Command) =>
			openTranscript(transcript, command),
		);
	addSetup(cli);
	addUsers(cli);
	addMeetings(cli);
	addTranscribe(cli);
	addZoomTranscript(cli);
	addTranscripts(cli);
	addSearch(cli);
	addOutline(cli);
	addExport(cli);
	addDelete(cli);
	addConfig(cli);
	addDoctor(cli);
	addJobs(cli);
	addSchema(cli);
	addSandbox(cli);
	return cli;
}

/** All of it: without a command, the screen. */
function createProgram(isJson: boolean): Command {
	const create = () => createCommands(isJson);
	const cli = create()
		.allowUnknownOption()
		.allowExcessArguments()
		.action(async (_, command: Command) => {
			if (command.args.length > 0) {
				// No command that there is: where there is nothing else to do, commander says what was meant.
				const other = create();
				addCompletion(other, create);
				await other.parseAsync(command.args, {from: 'user'});
			}

			await open(command);
		});
	addCompletion(cli, create);
	return cli;
}

// A reader that has seen enough (`| head`) closes the pipe: that is no error.
process.stdout.on('error', error => {
	if ('code' in error && error.code === 'EPIPE') {
		process.exit(0);
	}

	throw error;
});

// Where nobody listens any more to what is said beside the result, the work goes on all the same.
process.stderr.on('error', error => {
	if (!('code' in error && error.code === 'EPIPE')) {
		throw error;
	}
});

// Scripts that read one document from standard output read one from standard error, too.
const isJson = process.argv.some(word => word === '--json' || word === '--jsonl');

// The one catch.
try {
	await createProgram(isJson).parseAsync();
} catch (error) {
	process.exitCode ??= report(error, {isJson, reportPath: logFailure(error)});
}
