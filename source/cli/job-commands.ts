import {type Command, Option} from 'commander';
import type {WantedFiles} from '../zoom/file-choice.ts';
import {runCommand} from './run-command.ts';
import {addWhere, addWriting, readWriting, type Where, type Writing} from './shared-options.ts';

/** `recscribe transcribe` */
export function addTranscribe(cli: Command): void {
	const transcribe = cli
		.command('transcribe')
		.description('transcribe meetings; one that has a transcript is not sent again')
		.argument(
			'[meeting...]',
			'a UUID, a link, or a meeting number for its latest recording; without any, every meeting of the days from --from to --to',
		);
	addWhere(transcribe, 'whose meetings; the first user’s by default').option(
		'--all-users',
		'everybody’s meetings, deactivated users included',
	);
	addWriting(transcribe)
		.addOption(
			new Option(
				'--audio <way>',
				'how the audio gets to AssemblyAI: through this computer, or by a link',
			).choices(['stream', 'direct']),
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
		.option('--json', 'print one JSON document that says what became of each')
		.action(
			async (
				references: readonly string[],
				options: Where &
					Writing & {
						readonly allUsers?: true;
						readonly file?: readonly string[];
						readonly segments?: true;
						readonly audio?: 'stream' | 'direct';
						readonly wait?: true;
						readonly again?: true;
						readonly json?: true;
					},
				command: Command,
			) =>
				runCommand(command, async context => {
					const {transcribe} = await import('../commands/transcribe.ts');
					const {audio, user, from, to} = options;
					const {allUsers = false, wait = false, again = false, json = false} = options;
					const writing = await readWriting(options);
					await transcribe(context, references, {
						...writing,
						files: toWantedFiles(options),
						audio,
						wait,
						again,
						json,
						user,
						allUsers,
						from,
						to,
					});
				}),
		);
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
	return [...before, value];
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
				runCommand(command, async context => {
					const {lookAfterJobs} = await import('../commands/jobs.ts');
					await lookAfterJobs(context, {resume, cancel, json});
				}),
		);
}
