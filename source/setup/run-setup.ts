import process from 'node:process';
import {describeError, UserError} from '../errors.ts';
import type {Choice} from '../questions/choice.ts';
import {choose} from '../questions/choose.ts';
import {say} from '../questions/say.ts';
import {
	type PromptContext,
	type PromptTerminal,
	withTerminalPrompts,
} from '../questions/terminal-prompts.ts';
import type {LoadedSettings} from '../settings/load-settings.ts';
import type {Protection} from '../settings/settings-file.ts';
import type {SettingsStore} from '../settings/store.ts';
import {askAssemblyAI} from './ask-assemblyai.ts';
import {askZoom} from './ask-zoom.ts';
import {credentialStates, type ServiceName, showCredentialState} from './credential-state.ts';

type Answer = ServiceName | 'protection' | 'done';

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
	let loaded = load();
	let toSay = loaded.notices;
	const keychainProblem = await loaded.store.findKeychainProblem();
	for (;;) {
		const answered = await withTerminalPrompts(
			context => askWhichService({...loaded, notices: toSay, keychainProblem}, context),
			terminal,
		);
		if (answered.status === 'cancelled') {
			return {status: 'cancelled'};
		}
		if (answered.value === 'done') {
			return {status: 'done'};
		}
		if (answered.value === 'protection') {
			toSay = await changeProtection(loaded.store);
		} else {
			toSay = [];
			const ask = answered.value === 'zoom' ? askZoom : askAssemblyAI;
			await ask({settings: loaded.settings, store: loaded.store, terminal});
		}

		loaded = load();
	}
}

/** Keeps them the other way; gives back what there is to say of it, or why that can't be. */
async function changeProtection(store: SettingsStore): Promise<readonly string[]> {
	try {
		return await store.protect(store.protection() === 'file' ? 'keychain' : 'file');
	} catch (error) {
		if (error instanceof UserError) {
			return [describeError(error)];
		}

		throw error;
	}
}

async function askWhichService(
	{
		settings,
		store,
		notices,
		keychainProblem,
	}: LoadedSettings & {readonly keychainProblem: UserError | undefined},
	context: PromptContext,
): Promise<Answer> {
	for (const notice of notices) {
		say(context, notice, {style: 'yellow'});
	}
	say(context, '');
	const states = credentialStates(settings);
	const firstOpen = (['zoom', 'assemblyai'] as const).find(
		name => states[name].status === 'not-set',
	);
	const chosen = await choose<Answer>(
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
				{value: 'protection', ...describeProtection(store.protection(), keychainProblem)},
			],
			default: firstOpen ?? 'done',
		},
		context,
	);
	return chosen ?? 'done';
}

function describeProtection(
	by: Protection,
	keychainProblem: UserError | undefined,
): Omit<Choice<Answer>, 'value'> {
	if (by === 'keychain') {
		return {
			name: 'Where they are kept (encrypted, the key in the keychain)',
			short: 'In a file',
			description: 'Enter goes back to a file that only you can read.',
		};
	}

	const file = 'a file that only you can read';
	return keychainProblem === undefined
		? {
				name: `Where they are kept (${file}, or the keychain)`,
				short: 'In the keychain',
				description: 'Enter encrypts that file, with a key in this computer’s keychain.',
			}
		: {
				name: `Where they are kept (${file}; no keychain here)`,
				short: 'In the keychain',
				description: describeError(keychainProblem),
			};
}
