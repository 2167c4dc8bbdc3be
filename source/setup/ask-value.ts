import {styleText} from 'node:util';
import {createPrompt, usePrefix, useState} from '@inquirer/core';
import {askHiddenLine, askLine} from '../questions/ask-line.ts';
import {say} from '../questions/say.ts';
import type {PromptContext} from '../questions/terminal-prompts.ts';
import {fitForTerminal} from '../safe-text.ts';
import {cleanPastedValue} from '../settings/pasted-value.ts';
import {usePastedText} from './use-pasted-text.ts';

export type ValueQuestion = {
	readonly message: string;
	/** A secret is masked while it is typed, and not shown afterwards. */
	readonly isSecret: boolean;
	/** What Enter alone takes. Not for secrets. */
	readonly previous?: string | undefined;
	/** Why a cleaned value can't be right, as a sentence. */
	readonly findProblem: (value: string) => string | undefined;
};

/**
 * Asks for an id, key or secret, which most people paste. What is pasted may begin with line breaks,
 * be wrapped by them, or have blanks and quotes around it: it comes out as it was meant.
 */
export function askValue(question: ValueQuestion, context: PromptContext): Promise<string> {
	return context.use === 'append' ? askLines(question, context) : prompt(question, context);
}

async function askLines(
	{message, isSecret, previous, findProblem}: ValueQuestion,
	context: PromptContext,
): Promise<string> {
	const usual = previous === undefined ? '' : ` (Enter takes ${previous})`;
	for (;;) {
		const ask = isSecret ? askHiddenLine : askLine;
		const answer = await ask(`${message}${usual} `, context);
		const value = cleanPastedValue(answer ?? '') || (previous ?? '');
		const problem = value === '' ? noValue : findProblem(value);
		if (problem === undefined) {
			return value;
		}

		say(context, problem);
	}
}

const noValue = 'Paste or type it, then press Enter.';

const prompt = createPrompt<string, ValueQuestion>((question, done) => {
	const {message, isSecret, previous, findProblem} = question;
	const [problem, setProblem] = useState<string | undefined>(undefined);
	const [answer, setAnswer] = useState<string | undefined>(undefined);
	const prefix = usePrefix({status: answer === undefined ? 'idle' : 'done'});
	const [line, clearLine] = usePastedText({
		onText(text) {
			const value = cleanPastedValue(text) || (previous ?? '');
			const found = value === '' ? noValue : findProblem(value);
			if (found === undefined) {
				setAnswer(value);
				done(value);
			} else {
				setProblem(found);
				clearLine();
			}
		},
		onType: () => setProblem(undefined),
	});

	const shown = answer === undefined ? line : answer;
	const parts = [
		prefix,
		styleText('bold', fitForTerminal(message)),
		previous !== undefined && shown === '' ? styleText('dim', `(${fitForTerminal(previous)})`) : '',
		isSecret ? mask(shown, answer !== undefined) : shown,
	];
	return [
		parts.filter(part => part !== '').join(' '),
		problem === undefined ? undefined : styleText('red', `> ${fitForTerminal(problem)}`),
	];
});

// How long a secret is says something about it; while it is typed one wants to see that keys arrive.
function mask(text: string, isDone: boolean): string {
	return '•'.repeat(isDone ? 8 : text.length);
}
