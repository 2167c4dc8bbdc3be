import {Box, Text} from 'ink';
import type {UserError} from '../../errors.ts';
import {useBodySize} from '../hooks/use-body-size.ts';
import {colours} from '../theme.ts';
import {Rule, whereToSetUp} from './notice.tsx';
import {Paragraph} from './paragraph.tsx';

/** Rows of a `PauseNotice`. */
export const pauseNoticeHeight = 6;

/** Why nothing more is begun, for all jobs alike. */
export function PauseNotice({reason}: {readonly reason: UserError}) {
	const {width} = useBodySize();
	return (
		<Box flexDirection="column" height={pauseNoticeHeight} flexShrink={0} overflow="hidden">
			<Rule width={width} />
			<Box flexDirection="column" flexShrink={0} paddingX={1}>
				<Paragraph
					width={width - 2}
					color={colours.warning}
				>{`! Paused, nothing is lost: ${reason.message}`}</Paragraph>
				{reason.hint !== undefined && <Paragraph width={width - 2}>{reason.hint}</Paragraph>}
				<Text dimColor>{['Press c to go on.', ...whereToSetUp(reason)].join(' ')}</Text>
			</Box>
		</Box>
	);
}
