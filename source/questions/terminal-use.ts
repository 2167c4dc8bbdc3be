/** Whether lines that were written may be drawn again, or others are only appended to them. */
export type TerminalUse = 'redraw' | 'append';

const isOn = (value: string | undefined) => !/^(?:|0|false)$/i.test(value ?? '');

/**
 * What a terminal can do, and whoever reads it: a dumb one has no cursor to move, and a screen reader
 * reads out anew what is drawn anew.
 */
export function terminalUse({
	TERM: terminal,
	ACCESSIBLE: accessible,
	INK_SCREEN_READER: screenReader,
}: Readonly<Record<string, string | undefined>>): TerminalUse {
	return terminal === 'dumb' || isOn(accessible) || isOn(screenReader) ? 'append' : 'redraw';
}
