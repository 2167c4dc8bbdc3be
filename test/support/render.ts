import {PassThrough, Writable} from 'node:stream';
import {setTimeout as delay, setImmediate as nextTurn} from 'node:timers/promises';
import {stripVTControlCharacters} from 'node:util';
import {render} from 'ink';
import type {ReactNode} from 'react';
import {onTestFinished} from 'vitest';
import {bracketedPaste, keys} from './keys.ts';
import {createTextWatch, type TextWatch} from './text-watch.ts';

export type ScreenOptions = {
	readonly columns?: number;
	readonly rows?: number;
};

/** An Ink component on a terminal of known size that exists only in memory. */
export type RenderedScreen = {
	/** The newest frame as a person would read it. */
	screen(): string;
	/** The newest frame with its colours, as Ink wrote it. */
	styledScreen(): string;
	/** Everything that was ever written to the terminal. */
	written(): string;
	readonly waitFor: TextWatch['waitFor'];
	/** Types keys one by one, each after the frame that the one before led to; gives the last frame. */
	press(...keys: readonly string[]): Promise<string>;
	paste(text: string): Promise<string>;
	resize(columns: number, rows: number): Promise<string>;
	rerender(node: ReactNode): Promise<string>;
	/** Happens by itself at the end of the test. */
	unmount(): void;
	/** Resolves or rejects with what the component passed to `exit()`. */
	waitUntilExit(): Promise<unknown>;
};

class FakeStdin extends PassThrough {
	readonly isTTY = true;

	setRawMode(): this {
		return this;
	}

	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}
}

class FakeStdout extends Writable {
	readonly isTTY = true;
	columns: number;
	rows: number;
	lastWritten = '';
	readonly written: string[] = [];

	constructor(columns: number, rows: number) {
		super({decodeStrings: false});
		this.columns = columns;
		this.rows = rows;
	}

	override _write(text: string, _encoding: BufferEncoding, done: () => void): void {
		this.lastWritten = text;
		this.written.push(text);
		done();
	}
}

// Ink waits 20 ms after a lone Escape, in case it is the start of a sequence.
const escapeMs = 30;

/** Renders a component on a terminal of 80 by 24 or as asked; to be called within a test. */
export function renderScreen(
	node: ReactNode,
	{columns = 80, rows = 24}: ScreenOptions = {},
): RenderedScreen {
	const stdout = new FakeStdout(columns, rows);
	const stdin = new FakeStdin();
	let frame = '';
	const screen = () => stripVTControlCharacters(frame);
	const watch = createTextWatch('screen', screen);
	const instance = render(node, {
		stdout,
		stdin,
		stderr: stdout,
		// Every frame is written whole, as the last thing before onRender.
		debug: true,
		onRender() {
			frame = stdout.lastWritten;
			watch.check();
		},
		interactive: true,
		exitOnCtrlC: false,
		patchConsole: false,
	});
	onTestFinished(() => {
		instance.unmount();
	});

	async function settle(): Promise<string> {
		// The first flush can come before React's scheduler has run; the second sees its commit.
		await instance.waitUntilRenderFlush();
		await instance.waitUntilRenderFlush();
		return screen();
	}

	async function send(text: string): Promise<string> {
		stdin.write(text);
		if (text === keys.escape) {
			// Ink's own wait begins when it reads the key, which a busy turn puts off.
			await nextTurn();
			await delay(escapeMs);
		}

		return settle();
	}

	return {
		screen,
		styledScreen: () => frame,
		written: () => stdout.written.join(''),
		waitFor: watch.waitFor,
		async press(...pressed) {
			for (const key of pressed) {
				await send(key);
			}

			return screen();
		},
		paste: text => send(bracketedPaste(text)),
		resize(newColumns, newRows) {
			stdout.columns = newColumns;
			stdout.rows = newRows;
			stdout.emit('resize');
			return settle();
		},
		rerender(newNode) {
			instance.rerender(newNode);
			return settle();
		},
		unmount: instance.unmount,
		waitUntilExit: instance.waitUntilExit,
	};
}
