import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {Writable} from 'node:stream';
import {stripVTControlCharacters} from 'node:util';
import {fitForTerminal} from '../safe-text.ts';
import type {PromptContext} from './terminal-prompts.ts';

/**
 * One line as the terminal itself edits and echoes it: nothing is written but the question. Undefined
 * when Esc is in it, which goes back. Throws the signal's reason.
 */
export function askLine(
	question: string,
	context: Omit<PromptContext, 'use'>,
): Promise<string | undefined> {
	return read(question, context, 'echoed');
}

/** The same for a secret: nothing of it is to be seen. */
export function askHiddenLine(
	question: string,
	context: Omit<PromptContext, 'use'>,
): Promise<string | undefined> {
	return read(question, context, 'hidden');
}

async function read(
	question: string,
	{input, output, signal}: Omit<PromptContext, 'use'>,
	kind: 'echoed' | 'hidden',
): Promise<string | undefined> {
	// In raw mode it is readline that echoes, to where nobody looks.
	const lines = createInterface(
		kind === 'hidden' ? {input, output: nowhere(), terminal: true} : {input, terminal: false},
	);
	// Only now: who answers at once is to be read as well, and a secret not to be echoed.
	output.write(fitForTerminal(question));
	const closed = new AbortController();
	lines.once('close', () => closed.abort());
	try {
		const [line] = await once(lines, 'line', {signal: AbortSignal.any([signal, closed.signal])});
		const text = String(line);
		return isEscape(text)
			? undefined
			: stripVTControlCharacters(text)
					.replaceAll(/\p{Cc}/gu, '')
					.trim();
	} catch (error) {
		output.write('\n');
		signal.throwIfAborted();
		throw error;
	} finally {
		lines.close();
		if (kind === 'hidden') {
			output.write('\n');
		}
	}
}

/** An Esc by itself, and no key that is sent as one and more. */
function isEscape(text: string): boolean {
	return stripVTControlCharacters(text).includes('\u001B');
}

function nowhere(): Writable {
	return new Writable({write: (_chunk, _encoding, done) => done()});
}
