import type {Command} from 'commander';
import {runCommand} from './run-command.ts';
import {addWriting, readWriting, type Writing} from './shared-options.ts';

const whichTranscripts = 'its id, the beginning of that, or the UUID of its meeting';

/** `recscribe export` */
export function addExport(cli: Command): void {
	const command = cli
		.command('export')
		.description('write transcripts of the library; neither service is asked')
		.argument('[transcript...]', whichTranscripts)
		.option('--all', 'everything that was transcribed, into a folder')
		.addHelpText(
			'before',
			'Examples:\n' +
				'  recscribe export 6f2a --output talk.srt\n' +
				'  recscribe export "abc123==" --format text --unit sentence --no-timestamps\n' +
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
