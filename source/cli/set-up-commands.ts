import {type Command, Option} from 'commander';
import type {Folders} from '../settings/folders.ts';
import {type GlobalOptions, runCommand} from './run-command.ts';

type SetUpFlags = {
	readonly forget?: true;
	readonly yes?: boolean;
	readonly keychain?: boolean;
};

/** The program's own, and those of its sandbox. */
async function everyFolder(): Promise<readonly Folders[]> {
	const {folders} = await import('../settings/folders.ts');
	return [true, false].map(isSandbox => folders(process.env, {isSandbox}));
}

/** `recscribe setup` */
export function addSetup(cli: Command): void {
	cli
		.command('setup')
		.description('ask for the credentials of Zoom and AssemblyAI, and check them')
		.addHelpText(
			'before',
			'Examples:\n' +
				'  recscribe setup\n' +
				'  recscribe setup --env-file tokens.env\n' +
				'  recscribe setup --keychain\n' +
				'  recscribe setup --env-file tokens.env --keychain\n' +
				'  recscribe setup --forget\n',
		)
		.addOption(
			new Option(
				'--forget',
				'remove credentials, transcripts and all else that is kept here; asks first',
			).conflicts('keychain'),
		)
		.option('--yes', 'do not ask')
		.option('--keychain', 'encrypt the settings with a key in this computer’s keychain')
		.option('--no-keychain', 'keep them in a file that only you can read, as at first')
		.action(async ({forget, yes = false, keychain}: SetUpFlags, command: Command) => {
			const {envFile}: GlobalOptions = command.optsWithGlobals();
			await runCommand(command, async context => {
				if (forget === true) {
					const {forgetEverything} = await import('../commands/forget.ts');
					await forgetEverything(context, await everyFolder(), {isApproved: yes});
					return;
				}

				const {putSealedAside} = await import('../commands/put-sealed-aside.ts');
				await putSealedAside(context, {isApproved: yes});
				if (keychain !== undefined) {
					const {protectSettings} = await import('../commands/protect-settings.ts');
					await protectSettings(context, keychain ? 'keychain' : 'file');
				}

				if (keychain === undefined || envFile !== undefined) {
					const {setUp} = await import('../commands/setup.ts');
					await setUp(context, envFile);
				}
			});
		});
}

/** `recscribe doctor` */
export function addDoctor(cli: Command): void {
	cli
		.command('doctor')
		.description('say what is set up, which hosts answer, and what Zoom allows')
		.addHelpText('before', 'Examples:\n' + '  recscribe doctor\n' + '  recscribe doctor --json\n')
		.option('--json', 'print one JSON document')
		.action(async ({json = false}: {json?: boolean}, command: Command) =>
			runCommand(command, async context => {
				const {runDoctor} = await import('../commands/doctor.ts');
				await runDoctor(context, {json});
			}),
		);
}
