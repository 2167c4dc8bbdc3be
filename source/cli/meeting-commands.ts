import type {Command} from 'commander';
import {UserError} from '../errors.ts';
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

/** `recscribe users` */
export function addUsers(cli: Command): void {
	const users = cli
		.command('users')
		.description('list whose recordings there are')
		.addHelpText('before', 'Examples:\n' + '  recscribe users\n' + '  recscribe users --json\n');
	addPrinting(users).action(async (options: PrintingFlags, command: Command) =>
		runCommand(command, async context => {
			const {listUsers} = await import('../commands/users.ts');
			await listUsers(context, readPrinting(options));
		}),
	);
}

/** `recscribe meetings`: many of them, or everything about one. */
export function addMeetings(cli: Command): void {
	const meetings = cli
		.command('meetings')
		.description(
			'list the recorded meetings of a user, newest first, the last 30 days by default; or show one with all its files',
		)
		.addHelpText(
			'before',
			'Examples:\n' +
				'  recscribe meetings --user ada.moreau@northquay.example --from 2026-11-01 --to 2026-11-24\n' +
				'  recscribe meetings --all-users --json\n' +
				'  recscribe meetings 97895292947\n',
		)
		.argument('[meeting]', 'one meeting: its UUID, its number, or a link to it or its recording');
	addPrinting(addWhere(meetings, 'whose; the first user by default'))
		.option('--all-users', 'everybody’s, deactivated users included')
		.option('--resume', 'go on with the search of everybody’s meetings that was interrupted')
		.action(
			async (
				reference: string | undefined,
				options: Where & PrintingFlags & {readonly allUsers?: true; readonly resume?: true},
				command: Command,
			) =>
				runCommand(command, async context => {
					const {user, from, to, allUsers = false, resume = false} = options;
					const printing = readPrinting(options);
					if (reference === undefined) {
						const {listMeetings} = await import('../commands/meetings.ts');
						await listMeetings(context, {user, allUsers, from, to, resume, printing});
					} else {
						if (printing === 'jsonl') {
							throw new UserError('--jsonl is for lists, and this is one meeting', {
								code: 'usage',
								hint: 'Give --json for one document.',
							});
						}

						const {showMeeting} = await import('../commands/meeting.ts');
						await showMeeting(context, reference, {user, from, to, json: printing === 'json'});
					}
				}),
		);
}

/** There is no response of AssemblyAI's to write. */
const zoomFormats = {except: ['raw']} as const;

/** `recscribe zoom-transcript`: what Zoom itself wrote down. */
export function addZoomTranscript(cli: Command): void {
	const transcript = cli
		.command('zoom-transcript')
		.description('write the transcript that Zoom itself made of a meeting: at once, and free')
		.addHelpText(
			'before',
			'Examples:\n' + '  recscribe zoom-transcript 97895292947 --format vtt --output talk.vtt\n',
		)
		.argument('<meeting>', 'its UUID, its number, or a link to it or its recording');
	addWriting(transcript, zoomFormats);
	addWhere(transcript, 'for a link to a recording: whose; everybody’s by default').action(
		async (reference: string, options: Where & Writing, command: Command) =>
			runCommand(command, async context => {
				const {writeZoomTranscript} = await import('../commands/zoom-transcript.ts');
				const {user, from, to} = options;
				await writeZoomTranscript(context, reference, {
					...(await readWriting(options, zoomFormats)),
					user,
					from,
					to,
				});
			}),
	);
}
