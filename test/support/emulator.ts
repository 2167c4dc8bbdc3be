import graphemes from '@xterm/addon-unicode-graphemes';
import xterm from '@xterm/headless';

/** The terminal emulator of VS Code and many others, without a window. */
export type Emulator = xterm.Terminal;

export type EmulatorOptions = {
	/** False: like older terminals, it gives each code point cells of its own, joined or not. */
	readonly joinsClusters?: boolean;
};

export function createEmulator(
	columns: number,
	rows: number,
	{joinsClusters = true}: EmulatorOptions = {},
): Emulator {
	const emulator = new xterm.Terminal({
		cols: columns,
		rows,
		allowProposedApi: true,
		scrollback: 10_000,
	});
	if (joinsClusters) {
		emulator.loadAddon(new graphemes.UnicodeGraphemesAddon());
	}

	return emulator;
}

/** Resolves when all that was written so far is on the screen. */
export function whenParsed(emulator: Emulator): Promise<void> {
	return new Promise(resolve => {
		emulator.write('', resolve);
	});
}

function readRows(emulator: Emulator, first: number, end: number): readonly string[] {
	const {active} = emulator.buffer;
	// What was right of the rim before a resize is kept in memory, and not to be seen.
	const {cols} = emulator;
	return Array.from(
		{length: end - first},
		(_, index) =>
			active
				.getLine(first + index)
				?.translateToString(false, 0, cols)
				.trimEnd() ?? '',
	);
}

/** The visible rows, without blanks at their ends. */
export function readScreen(emulator: Emulator): readonly string[] {
	const top = emulator.buffer.active.viewportY;
	return readRows(emulator, top, top + emulator.rows);
}

/** The rows that scrolled away, and then the visible ones. */
export function readHistory(emulator: Emulator): readonly string[] {
	return readRows(emulator, 0, emulator.buffer.active.length);
}
