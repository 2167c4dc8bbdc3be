import {Box, Text} from 'ink';
import {useBodySize} from '../hooks/use-body-size.ts';
import {type Binding, showKey} from '../keymap.ts';
import {colours} from '../theme.ts';

export type HelpProps = {
	readonly bindings: readonly Binding[];
};

const keysWidth = 13;
const columnWidth = 38;

/** Every key of the screen beneath, in as many columns as there is room for. */
export function Help({bindings}: HelpProps) {
	const {width, height} = useBodySize();
	const rows = Math.max(1, height - 2);
	const fitting = Math.max(1, Math.floor(width / columnWidth));
	const columnCount = Math.min(fitting, Math.ceil(bindings.length / rows));
	// With too many keys for the screen the last ones go: those are the ones that every screen has.
	const perColumn = Math.min(rows, Math.ceil(bindings.length / columnCount));
	const columns = Array.from({length: columnCount}, (_, column) =>
		bindings.slice(column * perColumn, (column + 1) * perColumn),
	);
	return (
		<Box flexDirection="column" paddingX={1} width={width} height={height} overflow="hidden">
			<Text bold>Keys on this screen</Text>
			<Box marginTop={1}>
				{columns.map(column => (
					<Box
						key={column[0]?.label}
						flexDirection="column"
						width={Math.floor((width - 2) / columnCount)}
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
