import {Box, Text} from 'ink';
import {type BodySize, useBodySize} from '../hooks/use-body-size.ts';
import {type Binding, showKey} from '../keymap.ts';
import {colours} from '../theme.ts';

export type HelpProps = {
	readonly bindings: readonly Binding[];
	/** How many rows are above those that are shown. */
	readonly top: number;
};

const keysWidth = 13;
const columnWidth = 38;

/** In how many columns so many keys stand, how many in each, and how far they can be scrolled. */
export function helpLayout(keyCount: number, {width, height}: BodySize) {
	const rows = Math.max(1, height - 2);
	const fitting = Math.max(1, Math.floor(width / columnWidth));
	const columnCount = Math.max(1, Math.min(fitting, Math.ceil(keyCount / rows)));
	const perColumn = Math.ceil(keyCount / columnCount);
	return {rows, columnCount, perColumn, lastTop: Math.max(0, perColumn - rows)};
}

/** Every key of the screen beneath, in as many columns as there is room for. */
export function Help({bindings, top}: HelpProps) {
	const {width, height} = useBodySize();
	const {rows, columnCount, perColumn} = helpLayout(bindings.length, {width, height});
	const columns = Array.from({length: columnCount}, (_, column) =>
		bindings.slice(column * perColumn, (column + 1) * perColumn).slice(top, top + rows),
	);
	return (
		<Box flexDirection="column" paddingX={1} width={width} height={height} overflow="hidden">
			<Text bold>Keys on this screen</Text>
			<Box marginTop={1} gap={1}>
				{columns.map(column => (
					<Box
						key={column[0]?.label}
						flexDirection="column"
						width={Math.floor((width - 1) / columnCount) - 1}
					>
						{column.map(({keys, label}) => (
							<Text key={label} wrap="truncate">
								<Text bold color={colours.accent}>
									{keys.map(showKey).join(' ').padEnd(keysWidth)}
								</Text>{' '}
								{label}
							</Text>
						))}
					</Box>
				))}
			</Box>
		</Box>
	);
}
