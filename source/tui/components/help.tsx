import {Box, Text} from 'ink';
import stringWidth from 'string-width';
import {type BodySize, useBodySize} from '../hooks/use-body-size.ts';
import {type Binding, showKey} from '../keymap.ts';
import {colours} from '../theme.ts';

export type HelpProps = {
	readonly bindings: readonly Binding[];
	/** How many rows are above those that are shown. */
	readonly top: number;
};

const columnGap = 2;

/**
 * In how many columns the keys stand without a word cut off, how wide a column and its part for the keys
 * is, how many keys are in each, and how far they can be scrolled.
 */
export function helpLayout(bindings: readonly Binding[], {width, height}: BodySize) {
	const rows = Math.max(1, height - 2);
	const keysWidth = widest(bindings.map(showKeys)) + columnGap;
	const columnWidth = keysWidth + widest(bindings.map(({label}) => label)) + columnGap;
	const fitting = Math.max(1, Math.floor((width - 2 + columnGap) / columnWidth));
	const columnCount = Math.max(1, Math.min(fitting, Math.ceil(bindings.length / rows)));
	const perColumn = Math.ceil(bindings.length / columnCount);
	const lastTop = Math.max(0, perColumn - rows);
	return {rows, keysWidth, columnWidth, columnCount, perColumn, lastTop};
}

function showKeys({keys}: Binding): string {
	return keys.map(showKey).join(' ');
}

/** In cells. */
function widest(texts: readonly string[]): number {
	return Math.max(0, ...texts.map(text => stringWidth(text)));
}

/** Every key of the screen beneath, in as many columns as there is room for. */
export function Help({bindings, top}: HelpProps) {
	const {width, height} = useBodySize();
	const layout = helpLayout(bindings, {width, height});
	const {rows, perColumn} = layout;
	const columns = Array.from({length: layout.columnCount}, (_, column) =>
		bindings.slice(column * perColumn, (column + 1) * perColumn).slice(top, top + rows),
	);
	return (
		<Box flexDirection="column" paddingX={1} width={width} height={height} overflow="hidden">
			<Text bold>Keys on this screen</Text>
			<Box marginTop={1}>
				{columns.map(column => (
					<Box key={column[0]?.label} flexDirection="column" width={layout.columnWidth}>
						{column.map(binding => (
							<Text key={binding.label} wrap="truncate">
								<Text bold color={colours.accent}>
									{showKeys(binding).padEnd(layout.keysWidth)}
								</Text>
								{binding.label}
							</Text>
						))}
					</Box>
				))}
			</Box>
		</Box>
	);
}
