import {Box, Text} from 'ink';
import {dateFormat, showMinutes} from '../../measures.ts';
import type {Meeting} from '../../zoom/recordings.ts';
import {describeContents, hasAudio} from '../meeting-words.ts';
import {colours} from '../theme.ts';

const day = dateFormat({weekday: 'short', day: '2-digit', month: 'short'});
const clock = dateFormat({hour: '2-digit', minute: '2-digit'});

export type MeetingRowProps = {
	readonly meeting: Meeting;
	readonly isCurrent: boolean;
	readonly isTranscribed: boolean;
};

export function MeetingRow({meeting, isCurrent, isTranscribed}: MeetingRowProps) {
	const {start, topic, durationMinutes} = meeting;
	return (
		<Box flexGrow={1} flexBasis={0} gap={1} paddingRight={1}>
			<Box flexShrink={0} width={17}>
				<Text dimColor={!isCurrent}>
					{day(start).replace(',', '')} {clock(start)}
				</Text>
			</Box>
			<Box flexGrow={1} flexBasis={0}>
				<Text bold={isCurrent} wrap="truncate">
					{topic === '' ? '(no topic)' : topic}
				</Text>
			</Box>
			<Box flexShrink={0} width={11} justifyContent="flex-end">
				<Text>{showMinutes(durationMinutes)}</Text>
			</Box>
			<Box flexShrink={0} width={11}>
				{isTranscribed ? (
					<Text color={colours.good}>transcribed</Text>
				) : (
					<Contents meeting={meeting} />
				)}
			</Box>
		</Box>
	);
}

function Contents({meeting}: Pick<MeetingRowProps, 'meeting'>) {
	const words = describeContents(meeting);
	return hasAudio(meeting) ? (
		<Text dimColor>{words}</Text>
	) : (
		<Text color={colours.warning}>{words}</Text>
	);
}
