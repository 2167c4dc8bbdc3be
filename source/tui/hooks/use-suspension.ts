import {setTimeout as delay} from 'node:timers/promises';
import {useApp, useStdout} from 'ink';
import {useEffect, useEffectEvent, useRef, useState} from 'react';
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
 * was, until `fg`; then the same frame is there. So it is after a stop that nobody was told of (SIGSTOP).
 */
export function useSuspension(queue: KeyQueue): Suspension {
	const {suspendTerminal, exit} = useApp();
	const {stdout} = useStdout();
	const [resumptions, setResumptions] = useState(0);
	const isAside = useRef(false);

	/** Gives the terminal away, and takes it again when `stay` is over. */
	async function giveTerminal(stay: () => Promise<void>): Promise<void> {
		queue.clear();
		isAside.current = true;
		let isGiven = false;
		try {
			await suspendTerminal(async () => {
				isGiven = true;
				stdout.write(resumeWrapping + restoreTitle);
				await stay();
				stdout.write(keepTitle);
			});
		} catch (error) {
			if (isGiven) {
				throw error;
			}

			// It is not Ink's at the moment: questions have it.
			const {isRaw} = process.stdin;
			process.stdin.setRawMode(false);
			await stay();
			process.stdin.setRawMode(isRaw);
			return;
		} finally {
			isAside.current = false;
		}

		setResumptions(count => count + 1);
	}

	const suspend = () => void giveTerminal(stop).catch(exit);
	const obey = useEffectEvent(suspend);
	const goOn = useEffectEvent(() => {
		if (!isAside.current) {
			void giveTerminal(tellSize).catch(exit);
		}
	});
	useEffect(() => {
		if (!knowsJobs) {
			return;
		}

		const atStop = () => obey();
		const atContinuing = () => goOn();
		process.on('SIGTSTP', atStop).on('SIGCONT', atContinuing);
		return () => void process.off('SIGTSTP', atStop).off('SIGCONT', atContinuing);
	}, []);

	const binding: Binding = {
		keys: ['ctrl+z'],
		label: 'put Recscribe aside; "fg" in the shell brings it back',
		run: suspend,
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

	await tellSize();
}

/** Nobody has told the program meanwhile that the terminal has another size now. */
async function tellSize(): Promise<void> {
	process.emit('SIGWINCH', 'SIGWINCH');
}
