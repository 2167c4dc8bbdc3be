import type {Command} from 'commander';
import {type GlobalOptions, runCommand} from './run-command.ts';

/** `recscribe setup` */
export function addSetup(cli: Command): void {
	cli
		.command('setup')
		.description('ask for the credentials of Zoom and AssemblyAI, and check them')
		.action(async (_, command: Command) => {
			const {envFile}: GlobalOptions = command.optsWithGlobals();
			await runCommand(command, async context => {
				const {setUp} = await import('../commands/setup.ts');
				await setUp(context, envFile);
			});
		});
}

/** `recscribe doctor` */
export function addDoctor(cli: Command): void {
	cli
		.command('doctor')
		.description('say what is set up, which hosts answer, and what Zoom allows')
		.option('--json', 'print one JSON document')
		.action(async ({json = false}: {json?: boolean}, command: Command) =>
			runCommand(command, async context => {
				const {runDoctor} = await import('../commands/doctor.ts');
				await runDoctor(context, {json});
			}),
		);
}
