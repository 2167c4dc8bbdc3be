import {setTimeout as delay} from 'node:timers/promises';
import {useApp, useStdout} from 'ink';
import {useState} from 'react';
import {keepTitle, restoreTitle, resumeWrapping} from '../../terminal-sequences.ts';
import type {KeyQueue} from '../key-queue.ts';
import type {Binding} from '../keymap.ts';

export type Suspension = {
	/** Nothing where shells know no jobs. */
	readonly bindings: readonly Binding[];
	/** How often the terminal was taken again: what was set in it then has to be set once more. */
	readonly resumptions: number;
};

/** `Ctrl+Z`: gives the shell its terminal back as it was, until `fg`; then the same frame is there. */
export function useSuspension(queue: KeyQueue): Suspension {
	const {suspendTerminal, exit} = useApp();
	const {stdout} = useStdout();
	const [resumptions, setResumptions] = useState(0);

	async function suspend(): Promise<void> {
		queue.clear();
		await suspendTerminal(async () => {
			stdout.write(resumeWrapping + restoreTitle);
			await stop();
			stdout.write(keepTitle);
		});
		setResumptions(count => count + 1);
	}

	const binding: Binding = {
		keys: ['ctrl+z'],
		label: 'put Recscribe aside; "fg" in the shell brings it back',
		run: () => void suspend().catch(exit),
	};
	return {bindings: process.platform === 'win32' ? [] : [binding], resumptions};
}

/** Longer than a signal to oneself takes to arrive. */
const untilStoppedMs = 50;

/**
 * Resolves when the shell lets the program go on; at once where there is no shell that could. Every
 * process that the shell takes for this one (npm's, for `npm start`) stops with it, as at a terminal's
 * own Ctrl+Z.
 */
async function stop(): Promise<void> {
	process.kill(0, 'SIGTSTP');
	// While the program is stopped, no time passes for it.
	await delay(untilStoppedMs);
	// Nobody told it meanwhile that the terminal has another size now.
	process.emit('SIGWINCH', 'SIGWINCH');
}
