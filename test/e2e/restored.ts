import type {OpenTerminal} from '../support/terminal.ts';

/** What a full screen switches on, as DEC private modes, and has to switch off again. */
const modes = {
	alternateScreen: 1049,
	bracketedPaste: 2004,
	synchronizedOutput: 2026,
	mouse: 1000,
	mouseDrag: 1002,
	focusEvents: 1004,
} as const;

/** What the program, now ended, has left switched on in the terminal; empty when it is as it was. */
export function leftInTerminal(terminal: OpenTerminal): readonly string[] {
	const raw = terminal.raw();
	const left = Object.entries(modes)
		.filter(([, mode]) => raw.lastIndexOf(`\u001B[?${mode}h`) > raw.lastIndexOf(`\u001B[?${mode}l`))
		.map(([name]) => name);
	const lastStyle = raw.lastIndexOf('\u001B[7m');
	return [
		...left,
		...(terminal.isAlternate() ? ['alternate screen'] : []),
		...(terminal.isCursorVisible() ? [] : ['hidden cursor']),
		...(raw.lastIndexOf('\u001B[?7l') > raw.lastIndexOf('\u001B[?7h') ? ['no wrapping'] : []),
		...(raw.lastIndexOf('\u001B[22;0t') > raw.lastIndexOf('\u001B[23;0t') ? ['title'] : []),
		...(lastStyle > raw.lastIndexOf('\u001B[27m') ? ['inverse'] : []),
		...(raw.lastIndexOf('\u001B[>') > raw.lastIndexOf('\u001B[<') ? ['keyboard protocol'] : []),
	];
}
