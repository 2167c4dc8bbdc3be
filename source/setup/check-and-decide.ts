import {choose} from '../questions/choose.ts';
import {say} from '../questions/say.ts';
import type {PromptContext} from '../questions/terminal-prompts.ts';
import type {CheckResult, Refused} from './check-result.ts';
import {whileWaiting} from './while-waiting.ts';

/** What is to be done with the credentials that were given. */
export type Decision =
	| {readonly type: 'keep'; readonly check: CheckResult}
	| {readonly type: 'enter-again'}
	| {readonly type: 'back'};

/** Checks credentials; when they are refused, says why and lets the person decide. */
export async function checkAndDecide(
	serviceName: string,
	check: (signal: AbortSignal) => Promise<CheckResult>,
	context: PromptContext,
): Promise<Decision> {
	for (;;) {
		const result = await whileWaiting(`Asking ${serviceName}…`, check, context);
		if (result.status === 'accepted') {
			return {type: 'keep', check: result};
		}
		explain(result, context);
		const choice = (await askWhatNow(result, context)) ?? 'back';
		if (choice === 'keep') {
			return {type: 'keep', check: result};
		}
		if (choice !== 'check-again') {
			return {type: choice};
		}
	}
}

function explain({message, hint, missingScopes}: Refused, context: PromptContext): void {
	say(context, `✗ ${message}`, {style: 'red'});
	for (const scope of missingScopes ?? []) {
		say(context, scope, {indent: 4, style: 'bold'});
	}
	if (hint !== undefined) {
		say(context, hint, {indent: 2});
	}
	say(context, '');
}

function askWhatNow({reason}: Refused, context: PromptContext) {
	const checkAgain = {value: 'check-again', name: 'Try again with the same values'} as const;
	const enterAgain = {value: 'enter-again', name: 'Enter the values again'} as const;
	const first = reason === 'wrong-secret' ? [enterAgain, checkAgain] : [checkAgain, enterAgain];
	return choose(
		{
			message: 'What now?',
			choices: [
				...first,
				{value: 'keep', name: 'Keep them anyway'} as const,
				{value: 'back', name: 'Go back, keep nothing'} as const,
			],
		},
		context,
	);
}
