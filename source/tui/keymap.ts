import type {Key} from 'ink';

/**
 * One thing a screen can do. The footer, the help and the input handling all read this declaration,
 * so what is shown is what works.
 */
export type Binding = {
	/** Key names as `toKeyNames` gives them; the first one stands in the footer and the help. */
	readonly keys: readonly [string, ...string[]];
	/** What it does, for the help: "next page". */
	readonly label: string;
	/** One word for the footer; without it the binding is in the help alone. */
	readonly hint?: string;
	readonly run: () => void;
};

const namedKeys = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageUp', 'pageup'],
	['pageDown', 'pagedown'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['escape', 'escape'],
	['tab', 'tab'],
	['backspace', 'backspace'],
	['delete', 'delete'],
] as const satisfies ReadonlyArray<readonly [keyof Key, string]>;

const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/**
 * The names of the keys in one event of Ink's: `up`, `enter`, `ctrl+u`, `shift+tab`, or the
 * character itself (`j`, `G`, `/`). A terminal that was busy hands over several characters at once:
 * each is a key of its own.
 */
export function toKeyNames(input: string, key: Key): readonly string[] {
	if (key.eventType === 'release') {
		return [];
	}

	if (key.escape && key.meta) {
		// Two that arrived together, not Alt and Esc: no terminal sends that on its own.
		return ['escape', 'escape'];
	}

	const named = namedKeys.find(([property]) => key[property])?.[1];
	if (named !== undefined) {
		return [key.shift && named === 'tab' ? 'shift+tab' : key.ctrl ? `ctrl+${named}` : named];
	}

	if (key.ctrl) {
		return [`ctrl+${input}`];
	}

	return key.meta ? [] : splitKeys(input);
}

function splitKeys(input: string): readonly string[] {
	return Array.from(
		graphemes.segment(input),
		({segment}) => controlKeys.get(segment) ?? controlName(segment),
	);
}

const controlKeys: ReadonlyMap<string, string> = new Map([
	['\r', 'enter'],
	['\n', 'enter'],
	['\r\n', 'enter'],
	['\t', 'tab'],
	['\b', 'backspace'],
	['\u007F', 'backspace'],
	['\u001B', 'escape'],
]);

/** `ctrl+c` for the byte that a terminal sends for it; everything else is its own name. */
function controlName(character: string): string {
	const code = character.charCodeAt(0);
	return code >= 1 && code <= 26 ? `ctrl+${String.fromCharCode(code + 96)}` : character;
}

const shownNames: Readonly<Record<string, string>> = {
	up: '↑',
	down: '↓',
	left: '←',
	right: '→',
	pageup: 'PgUp',
	pagedown: 'PgDn',
	home: 'Home',
	end: 'End',
	enter: 'Enter',
	escape: 'Esc',
	tab: 'Tab',
	'shift+tab': 'Shift+Tab',
	backspace: 'Backspace',
	delete: 'Del',
	' ': 'Space',
};

/** A key's name as a person reads it: `↑`, `Ctrl+U`, `Space`, `G`. */
export function showKey(name: string): string {
	return name.startsWith('ctrl+')
		? `Ctrl+${name.slice('ctrl+'.length).toUpperCase()}`
		: (shownNames[name] ?? name);
}

/** Whether the key puts a character into a text field. */
export function isCharacter(name: string): boolean {
	return name === ' ' || (shownNames[name] === undefined && !name.startsWith('ctrl+'));
}
