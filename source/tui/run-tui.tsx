import {render} from 'ink';
import type {ReactElement} from 'react';
import type {Program} from '../program.ts';
import {App} from './app.tsx';
import {FileApp, type FileAppProps} from './file-app.tsx';
import {isInterrupted} from './outcome.ts';

export type TuiOutcome = 'quit' | 'interrupted';

/**
 * Shows the full screen until the person leaves it, and restores the terminal. Rejects with what a
 * screen threw.
 */
export function runTui(program: Promise<Program>, transcript?: string): Promise<TuiOutcome> {
	return runScreen(<App program={program} transcript={transcript} />);
}

/** The same with one file in it, and nothing else. */
export function runFileTui(props: FileAppProps): Promise<TuiOutcome> {
	return runScreen(<FileApp {...props} />);
}

async function runScreen(screen: ReactElement): Promise<TuiOutcome> {
	const instance = render(screen, {
		alternateScreen: true,
		incrementalRendering: true,
		// A key may have to wait for a frame's length, after a frame of a spinner: 17 ms, not Ink's usual 34.
		maxFps: 60,
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
