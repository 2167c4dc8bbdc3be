import {fitForTerminal} from '../safe-text.ts';
import {askLine} from './ask-line.ts';
import {orEscape} from './or-escape.ts';
import type {PromptContext} from './terminal-prompts.ts';

/** Asks for a line of text. Undefined for none, and for Esc: back. Throws the signal's reason. */
export async function askText(
	question: {
		readonly message: string;
		/** What Enter alone takes. */
		readonly default?: string;
	},
	context: PromptContext,
): Promise<string | undefined> {
	const message = fitForTerminal(question.message);
	const usual = fitForTerminal(question.default ?? '');
	if (context.use === 'append') {
		const enter = usual === '' ? 'Enter goes back' : `Enter takes ${usual}, Esc goes back`;
		const answer = await askLine(`${message} (${enter}): `, context);
		return answer === '' ? usual || undefined : answer;
	}

	const {input} = await import('./drawn-prompts.ts');
	const answer = await orEscape(drawn => input({message, default: usual}, drawn), context);
	return answer?.trim() || undefined;
}
