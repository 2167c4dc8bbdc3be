import type {Command} from 'commander';
import {runCommand} from './run-command.ts';

const load = () => import('../commands/config.ts');

/** `recscribe config` */
export function addConfig(cli: Command): void {
	const config = cli
		.command('config')
		.description('read and change settings that are no secrets: models, limits, prices, …')
		.addHelpText(
			'before',
			'Examples:\n' +
				'  recscribe config list\n' +
				'  recscribe config set monthlyLimitUsd 50\n' +
				'  recscribe config set prices.universal-2 0.12\n' +
				'  recscribe config get speechModels\n',
		);
	config
		.command('list')
		.description('every setting, with its value')
		.addHelpText('before', 'Examples:\n  recscribe config list\n  recscribe config list --json\n')
		.option('--json', 'print one JSON document')
		.action(async ({json = false}: {readonly json?: boolean}, command: Command) =>
			runCommand(command, async context => (await load()).listConfig(context, {json})),
		);
	config
		.command('get')
		.description('the value of one setting')
		.addHelpText(
			'before',
			'Examples:\n  recscribe config get speechModels\n  recscribe config get prices.universal-2\n',
		)
		.argument('<name>')
		.option('--json', 'print one JSON document')
		.action(async (name: string, {json = false}: {readonly json?: boolean}, command: Command) =>
			runCommand(command, async context => (await load()).getConfig(context, name, {json})),
		);
	config
		.command('set')
		.description('save another value')
		.addHelpText(
			'before',
			'Examples:\n  recscribe config set monthlyLimitUsd 50\n  recscribe config set speechModels universal-2\n',
		)
		.argument('<name>')
		.argument('<value>', 'a number, true or false, a word, a list with commas, or JSON')
		.action(async (name: string, value: string, _: unknown, command: Command) =>
			runCommand(command, async context => (await load()).setConfig(context, name, value)),
		);
	config
		.command('unset')
		.description('go back to the default')
		.addHelpText('before', 'Examples:\n  recscribe config unset monthlyLimitUsd\n')
		.argument('<name>')
		.action(async (name: string, _: unknown, command: Command) =>
			runCommand(command, async context => (await load()).setConfig(context, name, undefined)),
		);
	config
		.command('path')
		.description('where the settings are')
		.addHelpText('before', 'Examples:\n  recscribe config path\n')
		.action(async (_: unknown, command: Command) =>
			runCommand(command, async context => (await load()).printConfigPath(context)),
		);
}
