import {UserError} from '../errors.ts';
import {choose} from '../questions/choose.ts';
import {say} from '../questions/say.ts';
import type {PromptContext} from '../questions/terminal-prompts.ts';
import type {ZoomCredentials} from '../settings/settings.ts';
import {beginPersonalSignIn} from '../zoom/personal-sign-in.ts';
import {askValue} from './ask-value.ts';
import {findProblem} from './find-problem.ts';
import type {OpenBrowser} from './open-browser.ts';
import {waitForBrowser} from './wait-for-browser.ts';

export type PersonalZoomCredentials = Extract<ZoomCredentials, {readonly type: 'user'}>;

/**
 * Asks for the app's Public Client ID and signs the person in to it, in the browser. Undefined when
 * they go back.
 */
export async function askPersonalSignIn(
	{
		previousClientId,
		oauthUrl,
		openBrowser,
	}: {
		readonly previousClientId: string | undefined;
		readonly oauthUrl: string;
		readonly openBrowser: OpenBrowser;
	},
	context: PromptContext,
): Promise<PersonalZoomCredentials | undefined> {
	let clientId = await askClientId(previousClientId, context);
	for (;;) {
		try {
			const refreshToken = await signIn({clientId, oauthUrl, openBrowser}, context);
			return {type: 'user', clientId, refreshToken};
		} catch (error) {
			if (!(error instanceof UserError)) {
				throw error;
			}
			const next = await askWhatNow(error, context);
			if (next === undefined || next === 'back') {
				return undefined;
			}
			if (next === 'enter-again') {
				clientId = await askClientId(clientId, context);
			}
		}
	}
}

async function signIn(
	{
		clientId,
		oauthUrl,
		openBrowser,
	}: {
		readonly clientId: string;
		readonly oauthUrl: string;
		readonly openBrowser: OpenBrowser;
	},
	context: PromptContext,
): Promise<string> {
	await using pending = await beginPersonalSignIn({oauthUrl, clientId});
	const hasOpened = await openBrowser(pending.address);
	say(context, '');
	say(
		context,
		hasOpened
			? 'Allow Recscribe in the browser that opens now. If none does, open this address:'
			: 'Open this address in a browser, and allow Recscribe there:',
	);
	say(context, '');
	// Not wrapped: a terminal then takes it as one address.
	context.output.write(`${pending.address}\n`);
	say(context, '');
	say(
		context,
		'A browser on another computer ends on a page that can’t be reached: copy the address of that page and paste it here.',
		{style: 'dim'},
	);
	return await waitForBrowser(pending, context);
}

function askClientId(previous: string | undefined, context: PromptContext): Promise<string> {
	return askValue(
		{
			message: 'Public Client ID:',
			isSecret: false,
			previous,
			findProblem: value => findProblem(value, 'Public Client ID'),
		},
		context,
	);
}

function askWhatNow({message, hint}: UserError, context: PromptContext) {
	say(context, `✗ ${message}`, {style: 'red'});
	if (hint !== undefined) {
		say(context, hint, {indent: 2});
	}
	say(context, '');
	return choose(
		{
			message: 'What now?',
			choices: [
				{value: 'sign-in-again', name: 'Sign in again'} as const,
				{value: 'enter-again', name: 'Enter the Public Client ID again'} as const,
				{value: 'back', name: 'Go back, keep nothing'} as const,
			],
		},
		context,
	);
}
