import type {PromptContext} from './terminal-prompts.ts';

/** The answer to a question that inquirer draws; undefined when it is left by Esc, which goes back. */
export async function orEscape<Value>(
	ask: (
		context: Omit<PromptContext, 'use'> & {readonly clearPromptOnDone: boolean},
	) => Promise<Value>,
	{input, output, signal}: PromptContext,
): Promise<Value | undefined> {
	const left = new AbortController();
	const leaveAtEscape = (_text: unknown, key?: {readonly name?: string}) => {
		if (key?.name === 'escape') {
			left.abort();
		}
	};
	input.on('keypress', leaveAtEscape);
	try {
		return await ask({
			input,
			output,
			signal: AbortSignal.any([signal, left.signal]),
			// Asked for at the end: an answer stays to be seen, a question that was left does not.
			get clearPromptOnDone() {
				return left.signal.aborted;
			},
		});
	} catch (error) {
		if (left.signal.aborted && !signal.aborted) {
			return undefined;
		}

		throw error;
	} finally {
		input.off('keypress', leaveAtEscape);
	}
}
