import {type Command, Option} from 'commander';
import type {CommandContext} from '../commands/command.ts';
import type {FormatName} from '../transcripts/formats/format.ts';

/** Runs what a command does, with the options that every command has. */
export type RunCommand = (
	command: Command,
	run: (context: CommandContext) => Promise<void>,
) => Promise<void>;

type Where = {readonly user?: string; readonly from?: string; readonly to?: string};

function addWhere(command: Command, whose: string): Command {
	return command
		.option('--user <id|email>', whose)
		.option('--from <date>', 'first day, YYYY-MM-DD')
		.option('--to <date>', 'last day, YYYY-MM-DD');
}

/** `recscribe meetings`: many of them, or everything about one. */
export function addMeetings(cli: Command, run: RunCommand): void {
	const meetings = cli
		.command('meetings')
		.description(
			'list the recorded meetings of a user, newest first, the last 30 days by default; or show one with all its files',
		)
		.argument('[meeting]', 'one meeting: its UUID, its number, or a link to it or its recording');
	addWhere(meetings, 'whose; the first user by default')
		.option('--all-users', 'everybody’s, deactivated users included')
		.option('--json', 'print one JSON document')
		.action(
			async (
				reference: string | undefined,
				options: Where & {readonly allUsers?: true; readonly json?: true},
				command: Command,
			) =>
				run(command, async context => {
					const {user, from, to, allUsers = false, json = false} = options;
					if (reference === undefined) {
						const {listMeetings} = await import('../commands/meetings.ts');
						await listMeetings(context, {user, allUsers, from, to, json});
					} else {
						const {showMeeting} = await import('../commands/meeting.ts');
						await showMeeting(context, reference, {user, from, to, json});
					}
				}),
		);
}

/** `recscribe zoom-transcript`: what Zoom itself wrote down. */
export function addZoomTranscript(
	cli: Command,
	formatNames: readonly FormatName[],
	run: RunCommand,
): void {
	const transcript = cli
		.command('zoom-transcript')
		.description('write the transcript that Zoom itself made of a meeting: at once, and free')
		.argument('<meeting>', 'its UUID, its number, or a link to it or its recording')
		.addOption(
			new Option('--format <format>', 'what to write')
				.choices(formatNames.filter(name => name !== 'raw'))
				.default('text'),
		)
		.option('--output <path>', 'a file, a folder, or - for standard output', '-')
		.option('--overwrite', 'replace a file that is there already');
	addWhere(transcript, 'for a link to a recording: whose; everybody’s by default').action(
		async (
			reference: string,
			options: Where & {
				readonly format: FormatName;
				readonly output: string;
				readonly overwrite?: true;
			},
			command: Command,
		) =>
			run(command, async context => {
				const {writeZoomTranscript} = await import('../commands/zoom-transcript.ts');
				const {findFormat, formats} = await import('../transcripts/formats/formats.ts');
				await writeZoomTranscript(context, reference, {
					user: options.user,
					from: options.from,
					to: options.to,
					format: findFormat(options.format) ?? formats[0],
					output: options.output,
					overwrite: options.overwrite ?? false,
				});
			}),
	);
}
