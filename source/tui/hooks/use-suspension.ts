import {setTimeout as delay} from 'node:timers/promises';
import {useApp, useStdout} from 'ink';
import {useEffect, useEffectEvent, useState} from 'react';
import {keepTitle, restoreTitle, resumeWrapping} from '../../terminal-sequences.ts';
import type {KeyQueue} from '../key-queue.ts';
import type {Binding} from '../keymap.ts';

const knowsJobs = process.platform !== 'win32';

export type Suspension = {
	/** Nothing where shells know no jobs. */
	readonly bindings: readonly Binding[];
	/** How often the terminal was taken again: what was set in it then has to be set once more. */
	readonly resumptions: number;
};

/**
 * `Ctrl+Z`, or a stop that is asked for from elsewhere (SIGTSTP): gives the shell its terminal back as it
 * was, until `fg`; then the same frame is there.
 */
export function useSuspension(queue: KeyQueue): Suspension {
	const {suspendTerminal, exit} = useApp();
	const {stdout} = useStdout();
	const [resumptions, setResumptions] = useState(0);

	async function suspend(): Promise<void> {
		queue.clear();
		let isGiven = false;
		try {
			await suspendTerminal(async () => {
				isGiven = true;
				stdout.write(resumeWrapping + restoreTitle);
				await stop();
				stdout.write(keepTitle);
			});
		} catch (error) {
			if (isGiven) {
				throw error;
			}

			// It is not Ink's at the moment: questions have it.
			const {isRaw} = process.stdin;
			process.stdin.setRawMode(false);
			await stop();
			process.stdin.setRawMode(isRaw);
			return;
		}

		setResumptions(count => count + 1);
	}

	const suspendOrEnd = () => void suspend().catch(exit);
	const obey = useEffectEvent(suspendOrEnd);
	useEffect(() => {
		if (!knowsJobs) {
			return;
		}

		const atSignal = () => obey();
		process.on('SIGTSTP', atSignal);
		return () => void process.off('SIGTSTP', atSignal);
	}, []);

	const binding: Binding = {
		keys: ['ctrl+z'],
		label: 'put Recscribe aside; "fg" in the shell brings it back',
		run: suspendOrEnd,
	};
	return {bindings: knowsJobs ? [binding] : [], resumptions};
}

/** Longer than a signal to oneself takes to arrive. */
const untilStoppedMs = 50;

/**
 * Resolves when the shell lets the program go on; at once where there is no shell that could. Every
 * process that the shell takes for this one (npm's, for `npm start`) stops with it, as at a terminal's
 * own Ctrl+Z.
 */
async function stop(): Promise<void> {
	// Whoever listens for it is not stopped by it.
	const listeners = process.listeners('SIGTSTP');
	process.removeAllListeners('SIGTSTP');
	process.kill(0, 'SIGTSTP');
	// While the program is stopped, no time passes for it.
	await delay(untilStoppedMs);
	for (const listener of listeners) {
		process.on('SIGTSTP', listener);
	}

	// Nobody told it meanwhile that the terminal has another size now.
	process.emit('SIGWINCH', 'SIGWINCH');
}
