import os from 'node:os';
import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import {spawn} from '@lydell/node-pty';
import {
	createEmulator,
	type Emulator,
	type EmulatorOptions,
	readHistory,
	readScreen,
	whenParsed,
} from './emulator.ts';
import {
	createIsolatedEnvironment,
	type IsolatedEnvironment,
	programVariables,
	type Variables,
} from './isolated-environment.ts';
import {bracketedPaste} from './keys.ts';
import {programArguments} from './program.ts';
import {createTextWatch, type TextWatch} from './text-watch.ts';

export type TerminalOptions = EmulatorOptions & {
	readonly columns?: number;
	readonly rows?: number;
	/** Beside those of the isolated environment; undefined takes one away. */
	readonly variables?: Variables;
	/** Settings and library to go on with; without it, fresh ones that `close()` removes. */
	readonly environment?: IsolatedEnvironment;
	readonly workingFolder?: string;
	/** Another program than the built Recscribe, by its path. */
	readonly command?: string;
};

export type TerminalExit = {
	readonly exitCode: number;
	/** `SIGTERM`, …, when it ended that way. */
	readonly signal: string | undefined;
};

/** A program in a real pseudo-terminal, and the screen that a person would see of it. */
export type OpenTerminal = AsyncDisposable & {
	readonly pid: number;
	readonly environment: IsolatedEnvironment;
	/** What is behind the screen, for its cells and colours. */
	readonly emulator: Emulator;
	/** The visible rows, without blanks at their ends. */
	lines(): readonly string[];
	/** The visible rows as one text, without empty ones at the end. */
	screen(): string;
	/** The rows that scrolled away and the visible ones: on the normal screen, all that was printed. */
	history(): string;
	/** Everything that the program wrote, as it wrote it. */
	raw(): string;
	isAlternate(): boolean;
	isCursorVisible(): boolean;
	/** Resolves with the screen; rejects, showing it, after 30 s or when the program has ended. */
	readonly waitFor: TextWatch['waitFor'];
	/** Types keys at a fast person's pace, so that the program reads each by itself. */
	press(...keys: readonly string[]): Promise<void>;
	/** Sends text as it is and in one piece. */
	write(text: string): void;
	/** Sends text as terminals send what is pasted. */
	paste(text: string): void;
	resize(columns: number, rows: number): void;
	kill(signal: NodeJS.Signals): void;
	/** Resolves when the program has ended and all that it wrote is on the screen. */
	readonly exited: Promise<TerminalExit>;
	/** Ends the program if it still runs, and removes its folders unless they were given. */
	close(): Promise<void>;
};

// More than the 20 ms for which Ink waits to tell a lone Escape from the start of a sequence.
const millisecondsBetweenKeys = 30;

const terminalVariables = {TERM: 'xterm-256color', FORCE_COLOR: '1'};

function signalName(signal: number | undefined): string | undefined {
	return Object.entries(os.constants.signals).find(([, number]) => number === signal)?.[0];
}

/** Runs the built Recscribe, or another command, in a terminal of 80 by 24 or as asked. */
export function openTerminal(
	commandLine: readonly string[],
	options: TerminalOptions = {},
): OpenTerminal {
	const {columns = 80, rows = 24, command} = options;
	const argv = command === undefined ? programArguments(commandLine) : commandLine;
	const environment = options.environment ?? createIsolatedEnvironment();
	const emulator = createEmulator(columns, rows, options);
	const screen = () => readScreen(emulator).join('\n').trimEnd();
	const watch = createTextWatch('screen', screen);
	let raw = '';
	let isRunning = true;

	const child = spawn(command ?? process.execPath, [...argv], {
		cols: columns,
		rows,
		cwd: options.workingFolder ?? environment.home,
		env: programVariables(environment, terminalVariables, options.variables ?? {}),
	});
	child.onData(data => {
		raw += data;
		emulator.write(data, () => {
			// A terminal shows a frame when all of it has come: between the two there is nothing to see.
			if (!emulator.modes.synchronizedOutputMode) {
				watch.check();
			}
		});
	});
	// Where the cursor is, what the terminal can do: answered as any terminal answers.
	emulator.onData(answer => {
		if (isRunning) {
			child.write(answer);
		}
	});
	const exited = new Promise<TerminalExit>(resolve => {
		child.onExit(({exitCode, signal}) => {
			isRunning = false;
			void whenParsed(emulator).then(() => {
				const exit = {exitCode, signal: signalName(signal)};
				watch.end(`The program ended (${exit.signal ?? `exit code ${exitCode}`})`);
				resolve(exit);
			});
		});
	});

	async function close(): Promise<void> {
		if (isRunning) {
			child.kill('SIGKILL');
		}

		await exited;
		emulator.dispose();
		if (options.environment === undefined) {
			environment.remove();
		}
	}

	return {
		pid: child.pid,
		environment,
		emulator,
		lines: () => readScreen(emulator),
		screen,
		history: () => readHistory(emulator).join('\n').trimEnd(),
		raw: () => raw,
		isAlternate: () => emulator.buffer.active.type === 'alternate',
		isCursorVisible: () => raw.lastIndexOf('\u001B[?25h') >= raw.lastIndexOf('\u001B[?25l'),
		waitFor: watch.waitFor,
		async press(...keys) {
			for (const [index, key] of keys.entries()) {
				if (index > 0) {
					await delay(millisecondsBetweenKeys);
				}

				child.write(key);
			}
		},
		write(text) {
			child.write(text);
		},
		paste(text) {
			child.write(bracketedPaste(text));
		},
		resize(newColumns, newRows) {
			emulator.resize(newColumns, newRows);
			child.resize(newColumns, newRows);
		},
		kill(signal) {
			child.kill(signal);
		},
		exited,
		close,
		[Symbol.asyncDispose]: close,
	};
}
