import {render} from 'ink';
import type {Program} from '../program.ts';
import {App} from './app.tsx';
import {isInterrupted} from './outcome.ts';

export type TuiOutcome = 'quit' | 'interrupted';

/**
 * Shows the full screen until the person leaves it, and restores the terminal. Rejects with what a
 * screen threw.
 */
export async function runTui(program: Promise<Program>, transcript?: string): Promise<TuiOutcome> {
	const instance = render(<App program={program} transcript={transcript} />, {
		alternateScreen: true,
		incrementalRendering: true,
		exitOnCtrlC: false,
		// Ink holds back everything when it sees a CI variable, also on a real terminal.
		interactive: true,
	});
	// What is thrown outside of any screen ends the program like what a screen throws.
	const crash = (error: unknown) => instance.unmount(toError(error));
	process.on('uncaughtException', crash).on('unhandledRejection', crash);
	try {
		const outcome = await instance.waitUntilExit();
		return isInterrupted(outcome) ? 'interrupted' : 'quit';
	} finally {
		process.off('uncaughtException', crash).off('unhandledRejection', crash);
	}
}

function toError(thrown: unknown): Error {
	return thrown instanceof Error ? thrown : new Error(String(thrown));
}
