import {createPrompt, useEffect, usePrefix, useState} from '@inquirer/core';
import {say} from '../questions/say.ts';
import type {PromptContext} from '../questions/terminal-prompts.ts';

/** How work ended, as a value. */
export type Settled<Value> =
	| {readonly status: 'done'; readonly value: Value}
	| {readonly status: 'failed'; readonly error: unknown};

/**
 * Does `work` under a moving spinner. It is a prompt like the others, so that keys pressed meanwhile
 * answer no later question and Ctrl+C means the same: the work's signal is aborted.
 */
export async function whileWaiting<Value>(
	message: string,
	work: (signal: AbortSignal) => Promise<Value>,
	context: PromptContext,
): Promise<Value> {
	if (context.use === 'append') {
		say(context, message);
		return work(context.signal);
	}

	const prompt = createPrompt<Settled<Value>, object>((_config, done) => {
		const [isDone, setIsDone] = useState(false);
		const prefix = usePrefix({status: isDone ? 'done' : 'loading'});
		useEffect(() => {
			const leaving = new AbortController();
			void settle(work(leaving.signal)).then(settled => {
				setIsDone(true);
				done(settled);
			});
			return () => {
				leaving.abort();
			};
		}, []);
		return `${prefix} ${message}`;
	});
	const settled = await prompt({}, {...context, clearPromptOnDone: true});
	if (settled.status === 'failed') {
		throw settled.error;
	}
	return settled.value;
}

/** The work's end, however it ends. */
export async function settle<Value>(work: Promise<Value>): Promise<Settled<Value>> {
	try {
		return {status: 'done', value: await work};
	} catch (error) {
		return {status: 'failed', error};
	}
}
