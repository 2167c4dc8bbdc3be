import {Box, Text} from 'ink';
import {useBodySize} from '../hooks/use-body-size.ts';
import type {PaletteControl} from '../hooks/use-palette.ts';
import {colours} from '../theme.ts';
import {firstVisibleRow} from './list-state.ts';

export type PaletteProps = {readonly view: NonNullable<PaletteControl['view']>};

/** What can be done now, to be chosen by its name, in the place of the screen. */
export function Palette({view: {text, cursor, entries}}: PaletteProps) {
	const {width, height} = useBodySize();
	const rows = Math.max(1, height - 2);
	const first = firstVisibleRow(cursor, rows, entries.length);
	return (
		<Box flexDirection="column" width={width} height={height} overflow="hidden">
			<Box flexShrink={0} height={1} paddingX={1} gap={1}>
				<Text bold color={colours.accent}>
					:
				</Text>
				<Text wrap="truncate-start">
					{text}
					<Text inverse> </Text>
				</Text>
				{text === '' && <Text dimColor>what do you want to do, or where to go?</Text>}
			</Box>
			<Box flexDirection="column" marginTop={1}>
				{entries.length === 0 && <Text dimColor>{'  '}nothing of that name</Text>}
				{entries.slice(first, first + rows).map(({title, detail}, row) => {
					const isCurrent = first + row === cursor;
					return (
						// biome-ignore lint/suspicious/noArrayIndexKey: two places may have the same name
						<Box key={first + row} height={1} flexShrink={0} paddingRight={1} gap={1}>
							<Box flexShrink={0}>
								<Text bold color={colours.accent}>
									{isCurrent ? '❯' : ' '}
								</Text>
							</Box>
							<Box flexGrow={1} flexBasis={0}>
								<Text bold={isCurrent} wrap="truncate">
									{title}
								</Text>
							</Box>
							<Box flexShrink={0}>
								<Text dimColor>{detail}</Text>
							</Box>
						</Box>
					);
				})}
			</Box>
		</Box>
	);
}
