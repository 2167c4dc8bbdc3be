import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import type {List} from '../hooks/use-list.ts';
import {colours} from '../theme.ts';
import {firstVisibleRow} from './list-state.ts';

export type ListViewProps<Item> = {
	readonly list: List<Item>;
	readonly keyOf: (item: Item) => string;
	/** One row's cells, right of the pointer and the mark. */
	readonly renderItem: (item: Item, isCurrent: boolean) => ReactNode;
};

/** The visible rows of a list; only they are mounted. */
export function ListView<Item>({list, keyOf, renderItem}: ListViewProps<Item>) {
	const {items, cursor, height, marked} = list;
	const first = firstVisibleRow(cursor, height, items.length);
	return (
		<Box flexDirection="column" height={height} flexShrink={0} overflow="hidden">
			{items.length === 0 && list.filter !== '' && (
				<Text dimColor>{'  '}nothing matches; Esc drops the filter</Text>
			)}
			{items.slice(first, first + height).map((item, row) => {
				const isCurrent = first + row === cursor;
				const isMarked = marked.has(keyOf(item));
				return (
					<Box key={keyOf(item)} height={1} flexShrink={0}>
						<Box flexShrink={0}>
							<Text color={colours.accent} bold>
								{isCurrent ? '❯' : ' '}
								{isMarked ? '✓' : ' '}
							</Text>
						</Box>
						{renderItem(item, isCurrent)}
					</Box>
				);
			})}
		</Box>
	);
}

/** `meeting`, `meetings` */
export type Noun = readonly [one: string, many: string];

/** `1 meeting`, `2 meetings` */
export function countOf(count: number, [one, many]: Noun): string {
	return `${count} ${count === 1 ? one : many}`;
}

/** The filter being typed, or the one that is on. */
export function FilterLine({
	list,
	noun,
}: {
	readonly list: Pick<List<unknown>, 'filter' | 'isFiltering' | 'items'>;
	readonly noun: Noun;
}) {
	if (!list.isFiltering && list.filter === '') {
		return null;
	}

	return (
		<Text wrap="truncate">
			<Text bold color={colours.accent}>
				/
			</Text>
			{list.filter}
			{list.isFiltering && <Text inverse> </Text>}
			<Text dimColor>
				{'  '}
				{countOf(list.items.length, noun)}
			</Text>
		</Text>
	);
}
