import {setImmediate as nextTurn} from 'node:timers/promises';
import {Command} from 'commander';
import packageJson from '../package.json' with {type: 'json'};
import {exitCodes, report} from './cli/exit-codes.ts';
import {addJobs, addTranscribe} from './cli/job-commands.ts';
import {addDelete, addExport, addSearch, addTranscripts} from './cli/library-commands.ts';
import {addMeetings, addUsers, addZoomTranscript} from './cli/meeting-commands.ts';
import {type GlobalOptions, openProgram} from './cli/run-command.ts';
import {addSandbox} from './cli/sandbox-command.ts';
import {addDoctor, addSetup} from './cli/set-up-commands.ts';
import {UserError} from './errors.ts';

async function openScreen(globals: GlobalOptions): Promise<void> {
	if (!(process.stdin.isTTY && process.stdout.isTTY)) {
		throw new UserError('The full screen needs a terminal, and this is none', {
			code: 'usage',
			hint: 'In scripts use a command, for example "recscribe meetings --json"; "recscribe --help" lists them.',
		});
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
				'  recscribe transcribe "abc123==" --output talk.txt\n' +
				'  recscribe export --all --format markdown --output notes/\n',
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

	addSetup(cli);
	addUsers(cli);
	addMeetings(cli);
	addTranscribe(cli);
	addZoomTranscript(cli);
	addTranscripts(cli);
	addSearch(cli);
	addExport(cli);
	addDelete(cli);
	addDoctor(cli);
	addJobs(cli);
	addSandbox(cli);
	return cli;
}

// A reader that has seen enough (`| head`) closes the pipe: that is no error.
process.stdout.on('error', error => {
	if ('code' in error && error.code === 'EPIPE') {
		process.exit(0);
	}

	throw error;
});

// The one catch.
try {
	await createCli().parseAsync();
} catch (error) {
	process.exitCode ??= report(error);
}
