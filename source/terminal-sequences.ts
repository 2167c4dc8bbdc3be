type Environment = Readonly<Record<string, string | undefined>>;

const [introducer, bell, stringTerminator] = ['\u001B', '\u0007', '\u001B\\'];

/**
 * What tells a person who looks elsewhere: the bell, and a desktop notification where the terminal may
 * know how. OSC 777 is understood by rxvt, foot and the terminals built on VTE; OSC 9 by iTerm2, kitty,
 * WezTerm, Ghostty, mintty and Windows Terminal; the others leave it out.
 */
export function notification(text: string, environment: Environment): string {
	const {TERM: terminal = '', TMUX: tmux, VTE_VERSION: vte} = environment;
	if (/^(?:linux|dumb|screen)?$/.test(terminal) && tmux === undefined) {
		return bell;
	}

	const clean = toField(text);
	const sequence =
		vte !== undefined || /^(?:rxvt|foot)/.test(terminal)
			? `${introducer}]777;notify;recscribe;${clean}${bell}`
			: `${introducer}]9;${clean}${bell}`;
	return bell + (tmux === undefined ? sequence : throughTmux(sequence));
}

/** Sets the terminal's title (OSC 2). */
export function terminalTitle(text: string): string {
	return `${introducer}]2;${toField(text)}${bell}`;
}

/** XTWINOPS: the title that was there is put on a stack, and taken from it again. */
export const keepTitle = `${introducer}[22;0t`;
export const restoreTitle = `${introducer}[23;0t`;

/** Bytes in base64 that every terminal with OSC 52 takes; xterm's own limit is of this order. */
const mostCopied = 74_994;

/**
 * Puts text on the clipboard of the computer that one sits at, also over SSH (OSC 52); undefined when
 * it is too long for that.
 */
export function copyByTerminal(text: string, {TMUX: tmux}: Environment): string | undefined {
	const base64 = Buffer.from(text, 'utf8').toString('base64');
	if (base64.length > mostCopied) {
		return undefined;
	}

	const sequence = `${introducer}]52;c;${base64}${bell}`;
	return tmux === undefined ? sequence : throughTmux(sequence);
}

/**
 * DECAWM: whether a row that is too long goes on in the next one. Terminals disagree on how wide some
 * scripts are; without it, a row that is wider than it was thought to be ends at the rim, and the rows
 * below stay where they are.
 */
export const stopWrapping = `${introducer}[?7l`;
export const resumeWrapping = `${introducer}[?7h`;

/** A semicolon would begin another field, a control character end the sequence. */
function toField(text: string): string {
	return text
		.replaceAll(/\p{C}+/gu, ' ')
		.replaceAll(';', ',')
		.trim()
		.slice(0, 200);
}

/** tmux passes on what is wrapped so, with every introducer doubled, where `allow-passthrough` is on. */
function throughTmux(sequence: string): string {
	return `${introducer}Ptmux;${sequence.replaceAll(introducer, introducer + introducer)}${stringTerminator}`;
}
