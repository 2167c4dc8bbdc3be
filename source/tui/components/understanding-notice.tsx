import {Box, Text} from 'ink';
import {describeError} from '../../errors.ts';
import type {UnderstandingState} from '../hooks/use-understanding.ts';
import {colours} from '../theme.ts';
import {Paragraph} from './paragraph.tsx';
import {Spinner} from './spinner.tsx';

export type UnderstandingNoticeProps = {
	readonly state: Exclude<UnderstandingState, {readonly name: 'none'}>;
	/** What is asked for, as in "Ask AssemblyAI …". */
	readonly what: string;
	/** Cells. */
	readonly width: number;
};

/** What AssemblyAI is about to be asked for, and what it costs. */
export function UnderstandingNotice({state, what, width}: UnderstandingNoticeProps) {
	switch (state.name) {
		case 'offered':
			return (
				<Box flexDirection="column" flexShrink={0}>
					<Text bold color={colours.accent} wrap="truncate">
						Ask AssemblyAI {what}?
					</Text>
					<Paragraph width={width}>{`${state.price} Enter asks now.`}</Paragraph>
				</Box>
			);
		case 'asking':
			return (
				<Text wrap="truncate">
					<Spinner /> asking AssemblyAI {what}…
				</Text>
			);
		case 'failed':
			return (
				<Box flexShrink={0}>
					<Text color={colours.bad}>✗ </Text>
					<Paragraph width={width - 2}>{describeError(state.error)}</Paragraph>
				</Box>
			);
	}
}
