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
