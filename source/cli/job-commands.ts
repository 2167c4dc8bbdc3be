import {type Command, Option} from 'commander';
import {UserError} from '../errors.ts';
import type {WantedFiles} from '../zoom/file-choice.ts';
import {addRequestOptions, collect, type RequestFlags, readRequest} from './request-options.ts';
import {runCommand} from './run-command.ts';
import {
	addPrinting,
	addWhere,
	addWriting,
	type PrintingFlags,
	readPrinting,
	readWriting,
	type Where,
	type Writing,
} from './shared-options.ts';

/** `recscribe transcribe` */
export function addTranscribe(cli: Command): void {
	const transcribe = cli
		.command('transcribe')
		.description('transcribe meetings; one that has a transcript is not sent again')
		.addHelpText(
			'before',
			'Examples:\n' +
				'  recscribe transcribe 97895292947 --output talk.txt\n' +
				'  recscribe transcribe --from 2026-11-01 --all-users --format markdown --output notes/\n' +
				'  recscribe transcribe 97895292947 --language de --speakers 2-4 --outline\n' +
				'  recscribe transcribe - --yes --quiet\n',
		)
		.argument(
			'[meeting...]',
			'a UUID, a link, or a meeting number for its latest recording; "-" for those of standard input, one a line; without any, every meeting of the days from --from to --to',
		);
	addWhere(transcribe, 'whose meetings; the first user’s by default').option(
		'--all-users',
		'everybody’s meetings, deactivated users included',
	);
	addWriting(
		addPrinting(
			addRequestOptions(transcribe),
			'print JSON lines: what each job does, and what became of each meeting',
		),
	)
		.option('--file <id>', 'this file of the meeting; may be given several times', collect)
		.addOption(
			new Option(
				'--segments',
				'all of a recording that was stopped and started again, as one transcript',
			).conflicts('file'),
		)
		.option('--wait', 'wait for recordings that Zoom is still processing')
		.option('--again', 'transcribe (and pay) again what has a transcript')
		.option('--yes', 'do not ask, also when it costs more than your limit')
		.action(
			async (
				references: readonly string[],
				options: Where &
					Writing &
					RequestFlags &
					PrintingFlags & {
						readonly yes?: true;
						readonly allUsers?: true;
						readonly file?: readonly string[];
						readonly segments?: true;
						readonly wait?: true;
						readonly again?: true;
					},
				command: Command,
			) =>
				runCommand(command, async context => {
					const [{transcribe}, {readReferences}] = await Promise.all([
						import('../commands/transcribe.ts'),
						import('../commands/read-references.ts'),
					]);
					const {user, from, to} = options;
					const {allUsers = false, wait = false, again = false} = options;
					const writing = await readWriting(options);
					await transcribe(context, await readReferences(references, process.stdin), {
						...writing,
						files: toWantedFiles(options),
						request: await readRequest(options),
						cost: options.yes === true ? 'say' : 'ask',
						wait,
						again,
						printing: readPrinting(options),
						user,
						allUsers,
						from,
						to,
					});
				}),
		);
}

function toWantedFiles({
	file,
	segments,
}: {
	readonly file?: readonly string[];
	readonly segments?: true;
}): WantedFiles {
	if (file !== undefined) {
		return {type: 'files', ids: file};
	}

	return {type: segments === true ? 'segments' : 'default'};
}

/** `recscribe jobs` */
export function addJobs(cli: Command): void {
	const jobs = cli
		.command('jobs')
		.description('list what is, was or will be transcribed')
		.addHelpText(
			'before',
			'Examples:\n' +
				'  recscribe jobs\n' +
				'  recscribe jobs --resume\n' +
				'  recscribe jobs --cancel 1a2b --delete-remote\n',
		)
		.option('--resume', 'let what is unfinished go on, and wait for it')
		.option('--cancel <id>', 'give a job up')
		.option('--delete-remote', 'with --cancel: delete also what AssemblyAI has of it');
	addPrinting(jobs, 'print a JSON line for each; with --resume also for what they do').action(
		async (
			options: PrintingFlags & {
				readonly resume?: true;
				readonly cancel?: string;
				readonly deleteRemote?: true;
			},
			command: Command,
		) =>
			runCommand(command, async context => {
				const {resume = false, cancel: id, deleteRemote = false} = options;
				if (deleteRemote && id === undefined) {
					throw new UserError('--delete-remote is about the job that is given up', {
						code: 'usage',
						hint: 'Give it with --cancel ID.',
					});
				}

				const {lookAfterJobs} = await import('../commands/jobs.ts');
				const cancel = id === undefined ? undefined : {id, deleteRemote};
				await lookAfterJobs(context, {resume, cancel, printing: readPrinting(options)});
			}),
	);
}
