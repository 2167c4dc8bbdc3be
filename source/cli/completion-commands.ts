import {existsSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type {Argument, RootCommand} from '@bomb.sh/tab';
import {type Command, Argument as CommandArgument} from 'commander';
import {createOutput} from '../commands/output.ts';
import type {TranscriptRecord} from '../library/records.ts';
import type {Shell} from './completion-scripts.ts';

const shells = ['bash', 'zsh', 'fish'] as const;

/**
 * `recscribe completion`, and the hidden `complete` that what it prints asks at each press of Tab.
 *
 * @param createCommands Those that are to be completed.
 */
export function addCompletion(cli: Command, createCommands: () => Command): void {
	cli
		.command('completion')
		.description('print what makes your shell complete commands, flags and transcripts')
		.addArgument(new CommandArgument('<shell>', 'your shell').choices(shells))
		.addHelpText(
			'before',
			'Examples:\n' +
				'  recscribe completion bash > ~/.local/share/bash-completion/completions/recscribe\n' +
				'  recscribe completion zsh > ~/.zfunc/_recscribe\n' +
				'  recscribe completion fish > ~/.config/fish/completions/recscribe.fish\n',
		)
		.action(async (shell: Shell) => {
			const {completionScripts} = await import('./completion-scripts.ts');
			createOutput(process.stdout).write(completionScripts[shell]);
		});
	cli
		.command('complete', {hidden: true})
		.argument('[words...]')
		.allowUnknownOption()
		.action(async () => {
			const words = process.argv.slice(process.argv.indexOf('--') + 1);
			const {default: tab} = await import('@bomb.sh/tab/commander');
			const root = tab(createCommands(), {completionCommandName: 'completion'});
			await completeNames(root);
			completeFromLibrary(root, await readLibrary(words.includes('--sandbox')));
			root.parse(words);
		});
}

/** What is no command's own: the shells, and the names of settings. */
async function completeNames(root: RootCommand): Promise<void> {
	const [{preferenceNames}, {schemaNames}] = await Promise.all([
		import('../settings/preference-values.ts'),
		import('../commands/json-schemas.ts'),
	]);
	const offerAll =
		(names: readonly string[]): Handler =>
		complete => {
			for (const name of names) {
				offer(complete, name, '');
			}
		};
	root.commands.get('completion')?.argument('shell', offerAll(shells));
	root.commands.get('schema')?.argument('name', offerAll(schemaNames));
	for (const name of ['get', 'set', 'unset']) {
		root.commands.get(`config ${name}`)?.argument('name', offerAll(preferenceNames));
	}
}

type Handler = NonNullable<Argument['handler']>;

/** Of ids and addresses; what holds anything else is not offered to a shell. */
const plainWord = /^[\w@.+/=-]+$/;

/** What is in the library, as values: neither service is asked at a press of Tab. */
function completeFromLibrary(root: RootCommand, records: readonly TranscriptRecord[]): void {
	const transcripts: Handler = complete => {
		for (const {id, meeting} of records) {
			offer(complete, id, meeting.topic);
		}
	};
	const meetings: Handler = complete => {
		for (const {meeting} of records) {
			offer(complete, meeting.uuid, meeting.topic);
		}
	};
	for (const name of ['open', 'outline', 'export', 'delete']) {
		root.commands.get(name)?.argument('transcript', transcripts, true);
	}

	for (const name of ['transcribe', 'zoom-transcript', 'meetings']) {
		root.commands.get(name)?.argument('meeting', meetings, true);
		root.commands.get(name)?.option('user', 'whose meetings', complete => {
			for (const {meeting} of records) {
				offer(complete, meeting.hostEmail ?? '', '');
			}
		});
	}
}

function offer(
	complete: (value: string, description: string) => void,
	value: string,
	description: string,
): void {
	if (plainWord.test(value)) {
		complete(value, description);
	}
}

async function readLibrary(isSandbox: boolean): Promise<readonly TranscriptRecord[]> {
	const {folders} = await import('../settings/folders.ts');
	const folder = folders(process.env, {isSandbox}).data;
	if (!existsSync(path.join(folder, 'library.db'))) {
		return [];
	}

	const {openLibrary} = await import('../library/library.ts');
	const library = openLibrary(folder);
	try {
		return library.listTranscripts();
	} finally {
		library.close();
	}
}
