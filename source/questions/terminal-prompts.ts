import process from 'node:process';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {isAbort} from '../errors.ts';
import {type TerminalUse, terminalUse} from './terminal-use.ts';

/** Where questions are asked; without it, this process's own terminal. */
export type PromptTerminal = {
	readonly input?: NodeJS.ReadableStream;
	readonly output?: NodeJS.WritableStream;
	readonly signal?: AbortSignal;
	/** Default: what the environment says of the terminal. */
	readonly use?: TerminalUse;
};

/** What each prompt takes beside its question. */
export type PromptContext = Required<PromptTerminal>;

/** The answer, or that the person left with Ctrl+C, Ctrl+D or by closing the input. */
export type Answered<Value> =
	| {readonly status: 'answered'; readonly value: Value}
	| {readonly status: 'cancelled'};

/**
 * Asks questions in a terminal that may be another's before and afterwards (Ink's).
 * `ask` passes the context on to every prompt. Throws what `ask` throws, and the signal's reason.
 */
export async function withTerminalPrompts<Value>(
	ask: (context: PromptContext) => Promise<Value>,
	terminal: PromptTerminal = {},
): Promise<Answered<Value>> {
	const {input = process.stdin, output = process.stdout, signal} = terminal;
	const {use = terminalUse(process.env)} = terminal;
	const left = new AbortController();
	const leave = () => {
		left.abort();
	};
	// Readline closes at Ctrl+D, and the prompt would wait for ever.
	const leaveAtCtrlD = (
		_text: unknown,
		key?: {readonly ctrl?: boolean; readonly name?: string},
	) => {
		if (key?.ctrl === true && key.name === 'd') {
			leave();
		}
	};
	input.on('keypress', leaveAtCtrlD);
	input.once('end', leave);
	if (input === process.stdin) {
		// Ink lets go of stdin so that it alone doesn't keep the process; now it must.
		process.stdin.ref();
	}
	try {
		const signals = signal === undefined ? [left.signal] : [left.signal, signal];
		return {
			status: 'answered',
			value: await ask({input, output, use, signal: AbortSignal.any(signals)}),
		};
	} catch (error) {
		signal?.throwIfAborted();
		if (left.signal.aborted || isAbort(error)) {
			return {status: 'cancelled'};
		}
		throw error;
	} finally {
		input.off('keypress', leaveAtCtrlD);
		input.off('end', leave);
		// Readline pauses the input on the next turn: that must be over before Ink reads again.
		await nextTurn();
	}
}
