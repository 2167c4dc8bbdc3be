import {fitForTerminal} from '../safe-text.ts';
import {askLine} from './ask-line.ts';
import type {PromptContext} from './terminal-prompts.ts';

/** Asks for a yes or a no; no by default. Throws the signal's reason. */
export async function confirm(question: string, context: PromptContext): Promise<boolean> {
	const message = fitForTerminal(question);
	if (context.use === 'append') {
		const answer = await askLine(`${message} (y/N): `, context);
		return /^y(?:es)?$/i.test(answer ?? '');
	}

	const prompts = await import('./drawn-prompts.ts');
	const {input, output, signal} = context;
	return prompts.confirm({message, default: false}, {input, output, signal});
}
