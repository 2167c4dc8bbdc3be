import {Box, Text} from 'ink';
import type {ScrollBarCell} from '../../transcripts/scroll-bar.ts';
import {colours} from '../theme.ts';

/** Where one is in the whole, and where the finds are: one column. */
export function ScrollBarView({cells}: {readonly cells: readonly ScrollBarCell[]}) {
	return (
		<Box flexDirection="column" width={1} flexShrink={0}>
			{cells.map((cell, row) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a row's place is what it is
				<Cell key={row} {...cell} />
			))}
		</Box>
	);
}

function Cell({isInView, hasFind}: ScrollBarCell) {
	if (hasFind) {
		return <Text color={colours.warning}>{isInView ? '◆' : '◇'}</Text>;
	}

	return isInView ? <Text color={colours.accent}>┃</Text> : <Text dimColor>│</Text>;
}
