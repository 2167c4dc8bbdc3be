import {preloaded} from '../test/support/preloaded.ts';
import {type OpenTerminal, openTerminal} from '../test/support/terminal.ts';
import type {Shot} from './shots.ts';

/** The built program in a terminal, at what a shot is to show. */
export async function takeShot({columns, rows, commandLine, steps}: Shot): Promise<OpenTerminal> {
	// Whatever this computer has: a picture shows a keychain, and nothing is looked for in the real one.
	const variables = preloaded('preload-keychain.ts');
	const terminal = openTerminal(commandLine, {columns, rows, variables});
	try {
		for (const {press = [], until} of steps) {
			await terminal.press(...press);
			await terminal.waitFor(until, {timeoutMs: 30_000});
		}

		return terminal;
	} catch (error) {
		await terminal[Symbol.asyncDispose]();
		throw error;
	}
}
