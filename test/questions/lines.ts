import {PassThrough} from 'node:stream';
import {setImmediate as nextTurn} from 'node:timers/promises';
import type {PromptContext} from '../../source/questions/terminal-prompts.ts';

/** Somebody who types a line whenever a question has been asked. */
export function createLines(...answers: readonly string[]) {
	const input = new PassThrough();
	const output = new PassThrough({encoding: 'utf8'});
	const controller = new AbortController();
	const waiting = [...answers];
	let written = '';
	output.on('data', async (text: string) => {
		written += text;
		if (/: $/.test(text)) {
			await nextTurn();
			const answer = waiting.shift();
			if (answer === undefined) {
				controller.abort();
			} else {
				input.write(`${answer}\n`);
			}
		}
	});
	const context: PromptContext = {input, output, use: 'append', signal: controller.signal};
	return {context, written: () => written};
}
