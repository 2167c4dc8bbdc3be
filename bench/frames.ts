import {performance} from 'node:perf_hooks';
import {keys} from '../test/support/keys.ts';
import {type OpenTerminal, openTerminal, type TerminalOptions} from '../test/support/terminal.ts';

const synchronizedOutput = 2026;

/**
 * Waits for the next frame, after which the screen has to be as expected.
 *
 * @returns When (`performance.now()`) all of it was on the screen.
 * @throws When the program ends, or 10 s pass, without such a frame.
 */
export async function paintNextFrame(
	{emulator, waitFor}: OpenTerminal,
	isAsExpected: (screen: string) => boolean,
): Promise<number> {
	let painted: number | undefined;
	// Ink ends every frame with the end of a synchronized update.
	const handler = emulator.parser.registerCsiHandler({prefix: '?', final: 'l'}, parameters => {
		if (parameters.includes(synchronizedOutput)) {
			painted ??= performance.now();
		}

		return false;
	});
	try {
		await waitFor(screen => painted !== undefined && isAsExpected(screen));
	} finally {
		handler.dispose();
	}

	return painted ?? Number.NaN;
}

/** Milliseconds from the start of a program to its first complete frame, which has to hold `text`. */
export async function timeToFirstFrame(
	commandLine: readonly string[],
	text: string,
	options: TerminalOptions = {},
): Promise<number> {
	const started = performance.now();
	await using terminal = openTerminal(commandLine, options);
	const painted = await paintNextFrame(terminal, screen => screen.includes(text));
	// Leaves as a person does: Node keeps what it compiled only when a program ends by itself.
	await terminal.press(keys.ctrlC);
	await terminal.exited;
	return painted - started;
}

/** Milliseconds from a key written to the terminal to the whole frame that follows from it. */
export async function timeFromKeyToFrame(terminal: OpenTerminal, key: string): Promise<number> {
	const before = terminal.screen();
	const pressed = performance.now();
	terminal.write(key);
	return (await paintNextFrame(terminal, screen => screen !== before)) - pressed;
}
