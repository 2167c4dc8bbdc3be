import {styleText} from 'node:util';
import {createPrompt, useEffect, usePrefix, useState} from '@inquirer/core';
import {askLine} from '../questions/ask-line.ts';
import {say} from '../questions/say.ts';
import type {PromptContext} from '../questions/terminal-prompts.ts';
import {fitForTerminal} from '../safe-text.ts';
import type {PersonalSignIn} from '../zoom/personal-sign-in.ts';
import {usePastedText} from './use-pasted-text.ts';
import {type Settled, settle} from './while-waiting.ts';

/**
 * Waits for the browser to come back by itself, or for the address that it was sent back to being
 * pasted here: whichever is first. Gives back the refresh token; throws what `complete` throws.
 */
export async function waitForBrowser(
	signIn: PersonalSignIn,
	context: PromptContext,
): Promise<string> {
	const settled =
		context.use === 'append' ? await waitInLines(signIn, context) : await prompt({signIn}, context);
	if (settled.status === 'failed') {
		throw settled.error;
	}
	return settled.value;
}

/** Whichever comes first; what is pasted and is no such address is asked for again. */
async function waitInLines(
	signIn: PersonalSignIn,
	context: PromptContext,
): Promise<Settled<string>> {
	const isBack = new AbortController();
	const signal = AbortSignal.any([context.signal, isBack.signal]);
	const settled = settle(signIn.complete(context.signal)).finally(() => isBack.abort());
	const question = 'Waiting for the browser, or its address pasted here: ';
	try {
		for (;;) {
			const pasted = await askLine(question, {...context, signal});
			const problem = pasted ? signIn.paste(pasted) : undefined;
			if (problem !== undefined) {
				say(context, problem);
			}
		}
	} catch (error) {
		context.signal.throwIfAborted();
		if (!isBack.signal.aborted) {
			throw error;
		}
	}

	return settled;
}

const shownCharacters = 30;

const prompt = createPrompt<Settled<string>, {readonly signIn: PersonalSignIn}>(
	({signIn}, done) => {
		const [stage, setStage] = useState<'waiting' | 'redeeming' | 'done'>('waiting');
		const [problem, setProblem] = useState<string | undefined>(undefined);
		const prefix = usePrefix({status: stage === 'done' ? 'done' : 'loading'});
		useEffect(() => {
			const leaving = new AbortController();
			void settle(signIn.complete(leaving.signal)).then(settled => {
				setStage('done');
				done(settled);
			});
			return () => {
				leaving.abort();
			};
		}, []);
		const [line, clearLine] = usePastedText({
			onText(text) {
				const found = text.trim() === '' ? undefined : signIn.paste(text);
				setProblem(found);
				clearLine();
				if (text.trim() !== '' && found === undefined) {
					setStage('redeeming');
				}
			},
			onType: () => setProblem(undefined),
		});

		const message = styleText('bold', 'Waiting for the browser, or its address pasted here:');
		const isLong = line.length > shownCharacters;
		const shown = `${line.slice(0, shownCharacters)}${isLong ? '…' : ''}`;
		return [
			stage === 'waiting'
				? `${prefix} ${message} ${shown}`
				: `${prefix} ${styleText('bold', 'The browser is back')}`,
			problem === undefined ? undefined : styleText('red', `> ${fitForTerminal(problem)}`),
		];
	},
);
