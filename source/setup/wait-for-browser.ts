import {styleText} from 'node:util';
import {createPrompt, useEffect, usePrefix, useState} from '@inquirer/core';
import type {PersonalSignIn} from '../zoom/personal-sign-in.ts';
import type {PromptContext} from './terminal-prompts.ts';
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
	const settled = await prompt({signIn}, context);
	if (settled.status === 'failed') {
		throw settled.error;
	}
	return settled.value;
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
			problem === undefined ? undefined : styleText('red', `> ${problem}`),
		];
	},
);
