function control(letter: string): string {
	return String.fromCharCode(letter.toUpperCase().charCodeAt(0) - 64);
}

/** What a terminal sends for a key; a printable key is its own text. */
export const keys = {
	enter: '\r',
	escape: '\u001B',
	tab: '\t',
	shiftTab: '\u001B[Z',
	space: ' ',
	backspace: '\u007F',
	delete: '\u001B[3~',
	up: '\u001B[A',
	down: '\u001B[B',
	right: '\u001B[C',
	left: '\u001B[D',
	home: '\u001B[H',
	end: '\u001B[F',
	pageUp: '\u001B[5~',
	pageDown: '\u001B[6~',
	ctrlA: control('a'),
	ctrlC: control('c'),
	ctrlD: control('d'),
	ctrlE: control('e'),
	ctrlL: control('l'),
	ctrlP: control('p'),
	ctrlU: control('u'),
	ctrlW: control('w'),
	ctrlZ: control('z'),
} as const;

/** The bytes of a bracketed paste, as terminals send it to a program that asked for it. */
export function bracketedPaste(text: string): string {
	return `\u001B[200~${text}\u001B[201~`;
}
