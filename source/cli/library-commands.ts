import {type Command, InvalidArgumentError} from 'commander';
import {runCommand} from './run-command.ts';
import {
	addPrinting,
	addWriting,
	type PrintingFlags,
	readPrinting,
	readWriting,
	type Writing,
} from './shared-options.ts';

/** What a transcript of the library is named by. */
export const whichTranscripts = 'its id, the beginning of that, or the UUID of its meeting';
/** And what in its place means a file. */
export const whichFiles =
	'a file that is there, or a name with a dot in it: WebVTT, SRT, a JSON export, AssemblyAI’s response';

/** `recscribe transcripts` */
export function addTranscripts(cli: Command): void {
	const transcripts = cli
		.command('transcripts')
		.description(
			'list everything that was transcribed, newest meetings first; neither service is asked',
		)
		.addHelpText(
			'before',
			'Examples:\n' + '  recscribe transcripts\n' + '  recscribe transcripts --json\n',
		);
	addPrinting(transcripts).action(async (options: PrintingFlags, command: Command) =>
		runCommand(command, async context => {
			const {listTranscripts} = await import('../commands/transcripts.ts');
			await listTranscripts(context, readPrinting(options));
		}),
	);
}

/** `recscribe search` */
export function addSearch(cli: Command): void {
	const search = cli
		.command('search')
		.description('search what was said in everything that was transcribed, best finds first')
		.argument('<words...>', 'all of them; "a phrase" in quotes of its own; beginnings as budg*')
		.option('--speaker <name>', 'only what this person says, by name or letter; as speaker:NAME')
		.option('--from <date>', 'first day of the meetings, YYYY-MM-DD')
		.option('--to <date>', 'last day of the meetings, YYYY-MM-DD')
		.option('--limit <number>', 'the most finds', parseLimit, 100)
		.addHelpText(
			'before',
			'Examples:\n' +
				'  recscribe search budget\n' +
				'  recscribe search \'launch "third week" speaker:ada\' --from 2026-11-01\n' +
				'  recscribe search "budg*" --json\n',
		);
	addPrinting(search).action(
		async (
			words: readonly string[],
			options: PrintingFlags & {
				readonly speaker?: string;
				readonly from?: string;
				readonly to?: string;
				readonly limit: number;
			},
			command: Command,
		) =>
			runCommand(command, async context => {
				const {searchTranscripts} = await import('../commands/search.ts');
				const {speaker, from, to, limit} = options;
				const printing = readPrinting(options);
				await searchTranscripts(context, words, {speaker, from, to, limit, printing});
			}),
	);
}

function parseLimit(text: string): number {
	const limit = Number(text);
	if (!Number.isInteger(limit) || limit < 1) {
		throw new InvalidArgumentError('Give a whole number from 1.');
	}

	return limit;
}

/** `recscribe outline` */
export function addOutline(cli: Command): void {
	cli
		.command('outline')
		.description(
			'print what a recording was about; AssemblyAI is asked, and paid, where nobody has yet',
		)
		.argument('<transcript>', whichTranscripts)
		.option('--yes', 'ask AssemblyAI without a question')
		.option('--json', 'print one JSON document')
		.addHelpText(
			'before',
			'Examples:\n  recscribe outline 6f2a --yes\n  recscribe outline 6f2a --json\n',
		)
		.action(
			async (
				transcript: string,
				{yes = false, json = false}: {readonly yes?: boolean; readonly json?: boolean},
				command: Command,
			) =>
				runCommand(command, async context => {
					const {printOutline} = await import('../commands/outline.ts');
					await printOutline(context, transcript, {json, isApproved: yes});
				}),
		);
}

/** `recscribe delete` */
export function addDelete(cli: Command): void {
	cli
		.command('delete')
		.description('delete transcripts here, at AssemblyAI, or both; asks first')
		.addHelpText(
			'before',
			'Examples:\n' +
				'  recscribe delete 6f2a --here\n' +
				'  recscribe delete 6f2a --here --remote --yes\n',
		)
		.argument('<transcript...>', whichTranscripts)
		.option('--here', 'from the library on this computer')
		.option('--remote', 'AssemblyAI’s copy, with the audio it was sent')
		.option('--yes', 'do not ask')
		.action(
			async (
				references: readonly string[],
				options: {readonly here?: true; readonly remote?: true; readonly yes?: true},
				command: Command,
			) =>
				runCommand(command, async context => {
					const {deleteTranscripts} = await import('../commands/delete.ts');
					const {here, remote, yes = false} = options;
					const place = here && remote ? 'both' : here ? 'here' : remote ? 'remote' : undefined;
					await deleteTranscripts(context, references, {place, isApproved: yes});
				}),
		);
}

/** `recscribe export` */
export function addExport(cli: Command): void {
	const command = cli
		.command('export')
		.description(
			'write transcripts of the library, or those in files, anew; neither service is asked',
		)
		.argument('[transcript...]', `${whichTranscripts}; or ${whichFiles}`)
		.option('--all', 'everything that was transcribed, into a folder')
		.addHelpText(
			'before',
			'Examples:\n' +
				'  recscribe export 6f2a --output talk.srt\n' +
				'  recscribe export talk.vtt --output talk.docx\n' +
				'  recscribe export "XvxmrPMQzjWQUk2DqGKoXg==" --format text --unit sentence --no-timestamps\n' +
				'  recscribe export --all --format markdown --name "{date} {time} {topic}" --output notes/\n',
		);
	addWriting(command).action(
		async (
			references: readonly string[],
			options: Writing & {readonly all?: true},
			command: Command,
		) =>
			runCommand(command, async context => {
				const {exportTranscripts} = await import('../commands/export.ts');
				await exportTranscripts(context, references, {
					...(await readWriting(options)),
					all: options.all === true,
				});
			}),
	);
}
