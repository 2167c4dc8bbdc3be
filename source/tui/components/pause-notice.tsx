import {Box, Text} from 'ink';
import type {UserError} from '../../errors.ts';
import {useBodySize} from '../hooks/use-body-size.ts';
import {colours} from '../theme.ts';
import {Paragraph} from './paragraph.tsx';

/** Rows of a `PauseNotice`. */
export const pauseNoticeHeight = 5;

/** Why nothing more is begun, for all jobs alike. */
export function PauseNotice({reason}: {readonly reason: UserError}) {
	const {width} = useBodySize();
	return (
		<Box flexDirection="column" height={pauseNoticeHeight} flexShrink={0} overflow="hidden">
			<Text dimColor>{'─'.repeat(width)}</Text>
			<Box flexDirection="column" flexShrink={0} paddingX={1}>
				<Paragraph
					width={width - 2}
					color={colours.warning}
				>{`! Paused, nothing is lost: ${reason.message}`}</Paragraph>
				{reason.hint !== undefined && <Paragraph width={width - 2}>{reason.hint}</Paragraph>}
				<Text dimColor>Press c to go on.</Text>
			</Box>
		</Box>
	);
}
