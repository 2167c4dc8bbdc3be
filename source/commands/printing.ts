import {escapeUnsafe} from '../safe-text.ts';
import type {LineJson} from './json-shapes.ts';
import type {Output} from './output.ts';

/** For a person to read; as one JSON document; or as JSON lines, each as soon as it is known. */
export type Printing = 'text' | 'json' | 'jsonl';

/** What stands in a line of each type. */
type Entries = {readonly [Line in LineJson as Line['type']]: Omit<Line, 'type'>};

/** Prints one JSON document. */
export function printJson(stdout: Pick<Output, 'write'>, document: unknown): void {
	stdout.write(`${escapeUnsafe(JSON.stringify(document, undefined, '\t'))}\n`);
}

/** Prints a JSON line that says first what it is. */
export function printLine<Type extends keyof Entries>(
	stdout: Pick<Output, 'write'>,
	type: Type,
	entry: Entries[Type],
): void {
	stdout.write(`${escapeUnsafe(JSON.stringify({type, ...entry}))}\n`);
}

/** What is listed, and how it is printed. */
export type ListKind<Item, Type extends keyof Entries> = {
	readonly type: Type;
	readonly toEntry: (item: Item) => Entries[Type];
	readonly toText: (items: readonly Item[]) => string;
};

/** A list that is printed in the way that was asked for. */
export type OpenList<Item> = {
	/** Some more have been found. */
	readonly add: (items: readonly Item[]) => void;
	/** There are no others than these, in this order. */
	readonly end: (items: readonly Item[]) => void;
};

/** JSON lines are printed as things are found, everything else at the end. */
export function openList<Item, Type extends keyof Entries>(
	stdout: Pick<Output, 'write'>,
	printing: Printing,
	{type, toEntry, toText}: ListKind<Item, Type>,
): OpenList<Item> {
	switch (printing) {
		case 'jsonl':
			return {
				add(items) {
					for (const item of items) {
						printLine(stdout, type, toEntry(item));
					}
				},
				end: () => undefined,
			};
		case 'json':
			return {add: () => undefined, end: items => printJson(stdout, items.map(toEntry))};
		case 'text':
			return {add: () => undefined, end: items => void stdout.write(toText(items))};
	}
}

/** Prints a list that is all there. */
export function printList<Item, Type extends keyof Entries>(
	stdout: Pick<Output, 'write'>,
	printing: Printing,
	kind: ListKind<Item, Type>,
	items: readonly Item[],
): void {
	const list = openList(stdout, printing, kind);
	list.add(items);
	list.end(items);
}
