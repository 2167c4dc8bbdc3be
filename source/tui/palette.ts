import {type Binding, showKey} from './keymap.ts';

/** Something that can be done or gone to, by its name. */
export type PaletteEntry = {
	readonly title: string;
	/** The key that does the same, or what kind of place it is. */
	readonly detail: string;
	readonly run: () => void;
};

/** What the keys of a screen do, each once: the first that has a key is the one that acts on it. */
export function toEntries(bindings: readonly Binding[]): readonly PaletteEntry[] {
	const taken = new Set<string>();
	return bindings.flatMap(({keys, label, run}) => {
		const key = keys.find(each => !taken.has(each));
		for (const each of keys) {
			taken.add(each);
		}

		return key === undefined ? [] : [{title: label, detail: showKey(key), run}];
	});
}

function fold(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{Mark}/gu, '')
		.toLowerCase();
}

/** Those whose title has every word that was typed, the ones that begin with it first. */
export function filterEntries(
	entries: readonly PaletteEntry[],
	typed: string,
): readonly PaletteEntry[] {
	const wanted = fold(typed).trim();
	const words = wanted.split(/\s+/).filter(word => word !== '');
	const matching = entries.filter(({title}) => {
		const text = fold(title);
		return words.every(word => text.includes(word));
	});
	const first = matching.filter(({title}) => fold(title).startsWith(wanted));
	return wanted === '' ? matching : [...first, ...matching.filter(each => !first.includes(each))];
}
