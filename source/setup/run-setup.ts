import process from 'node:process';
import {UserError} from '../errors.ts';
import {choose} from '../questions/choose.ts';
import {say} from '../questions/say.ts';
import {
	type PromptContext,
	type PromptTerminal,
	withTerminalPrompts,
} from '../questions/terminal-prompts.ts';
import type {LoadedSettings} from '../settings/load-settings.ts';
import {askAssemblyAI} from './ask-assemblyai.ts';
import {askZoom} from './ask-zoom.ts';
import {credentialStates, type ServiceName, showCredentialState} from './credential-state.ts';

type Choice = ServiceName | 'done';

/**
 * The checklist without the full screen: asks for one service after the other until the person is
 * done. `cancelled` when they leave the checklist itself with Ctrl+C; what was kept before stays.
 * Throws a `UserError` `usage` without a terminal, and what `load` throws.
 */
export async function runSetup({
	load,
	terminal = {},
}: {
	/** Reads what is configured; called again after each change. */
	readonly load: () => LoadedSettings;
	readonly terminal?: PromptTerminal;
}): Promise<{readonly status: 'done' | 'cancelled'}> {
	const {input = process.stdin} = terminal;
	if (!('isTTY' in input && input.isTTY === true)) {
		throw new UserError('There is no terminal to ask questions in', {
			code: 'usage',
			hint: 'Run `recscribe setup --env-file FILE` with a file of NAME = value lines instead.',
		});
	}
	let isFirst = true;
	for (;;) {
		const loaded = load();
		const notices = isFirst ? loaded.notices : [];
		isFirst = false;
		const answered = await withTerminalPrompts(
			context => askWhichService(loaded, notices, context),
			terminal,
		);
		if (answered.status === 'cancelled') {
			return {status: 'cancelled'};
		}
		if (answered.value === 'done') {
			return {status: 'done'};
		}
		const ask = answered.value === 'zoom' ? askZoom : askAssemblyAI;
		await ask({settings: loaded.settings, store: loaded.store, terminal});
	}
}

async function askWhichService(
	{settings}: LoadedSettings,
	notices: readonly string[],
	context: PromptContext,
): Promise<Choice> {
	for (const notice of notices) {
		say(context, notice, {style: 'yellow'});
	}
	say(context, '');
	const states = credentialStates(settings);
	const firstOpen = (['zoom', 'assemblyai'] as const).find(
		name => states[name].status === 'not-set',
	);
	const chosen = await choose<Choice>(
		{
			message: 'What do you want to set up?',
			choices: [
				{
					value: 'zoom',
					name: `Zoom (${showCredentialState(states.zoom)})`,
					short: 'Zoom',
					description: 'Where your recordings are.',
				},
				{
					value: 'assemblyai',
					name: `AssemblyAI (${showCredentialState(states.assemblyai)})`,
					short: 'AssemblyAI',
					description: 'Turns them into text.',
				},
				{
					value: 'done',
					name: 'Done',
					description:
						firstOpen === undefined
							? 'Now run `recscribe`.'
							: 'The rest can wait: run this again any time.',
				},
			],
			default: firstOpen ?? 'done',
		},
		context,
	);
	return chosen ?? 'done';
}
