import {createAssemblyAI} from '../assemblyai/create-assemblyai.ts';
import {choose} from '../questions/choose.ts';
import {say} from '../questions/say.ts';
import type {PromptContext} from '../questions/terminal-prompts.ts';
import {usualAddresses} from '../settings/resolve.ts';
import type {StoredAssemblyAI} from '../settings/stored-settings.ts';
import {type AskOptions, type AskOutcome, askAndKeep, noteWhatComesFirst} from './ask-and-keep.ts';
import {askValue} from './ask-value.ts';
import {checkAssemblyAI} from './check-assemblyai.ts';
import {findProblem} from './find-problem.ts';

type KeyAndHost = {readonly apiKey: string; readonly baseUrl: string};

const europe = 'https://api.eu.assemblyai.com';

/**
 * Asks where AssemblyAI is to work and for the key, checks the key there, and keeps both.
 * Throws a `UserError` when they can't be written.
 */
export function askAssemblyAI(options: AskOptions): Promise<AskOutcome> {
	const {settings, store} = options;
	const {baseUrl: current} = settings.assemblyai;
	// Somebody who has named another host, such as a gateway, is not asked to choose between these.
	const isOneOfTwo = current === usualAddresses.assemblyai || current === europe;
	return askAndKeep<string, KeyAndHost>(
		{
			name: 'AssemblyAI',
			async begin(context) {
				noteWhatComesFirst(context, 'AssemblyAI', settings.sources.assemblyai);
				return isOneOfTwo ? await askRegion(current, context) : current;
			},
			explain: (_baseUrl, context) => {
				explainWhere(context);
			},
			ask: async (baseUrl, _previous, context) => ({baseUrl, apiKey: await askKey(context)}),
			check: (given, signal) => checkAssemblyAI(createAssemblyAI(given), signal),
			keep: given => store.keep('assemblyai', withUnusualAddress(given)),
		},
		options,
	);
}

/** The key, with the address only where it is not AssemblyAI's usual one. */
export function withUnusualAddress({apiKey, baseUrl}: KeyAndHost): StoredAssemblyAI {
	return baseUrl === usualAddresses.assemblyai ? {apiKey} : {apiKey, baseUrl};
}

function explainWhere(context: PromptContext): void {
	say(context, '');
	say(context, 'Your key is on AssemblyAI’s dashboard:');
	say(context, 'https://www.assemblyai.com/dashboard › Workspace › Manage › API Keys', {indent: 2});
	say(context, '');
}

function askKey(context: PromptContext): Promise<string> {
	return askValue(
		{
			message: 'API key:',
			isSecret: true,
			findProblem: value => findProblem(value, 'API key'),
		},
		context,
	);
}

async function askRegion(current: string, context: PromptContext): Promise<string | undefined> {
	const choice = await choose<string>(
		{
			message: 'Where is AssemblyAI to work on your recordings?',
			choices: [
				{value: usualAddresses.assemblyai, name: 'United States (AssemblyAI’s default)'},
				{value: europe, name: 'European Union (the data stays there)'},
				{value: 'back', name: 'Go back'},
			],
			default: current,
		},
		context,
	);
	return choice === 'back' ? undefined : choice;
}
