import {Box, Text} from 'ink';
import {showMinutes, showMoment} from '../../measures.ts';
import {findAudio} from '../../zoom/recording-choice.ts';
import type {Meeting} from '../../zoom/recordings.ts';
import {listFiles} from '../listed-files.ts';
import {describeTranscript} from '../meeting-words.ts';
import {useSession} from '../session.ts';
import {colours} from '../theme.ts';
import {FileRow} from './file-row.tsx';
import {Paragraph} from './paragraph.tsx';

export type MeetingSideProps = {
	readonly meeting: Meeting;
	/** Cells. */
	readonly width: number;
};

/** The meeting at the cursor with its files, beside the list. */
export function MeetingSide({meeting, width}: MeetingSideProps) {
	const {services} = useSession();
	const files = listFiles({
		...meeting,
		downloadAccessToken: undefined,
		passcode: undefined,
		// Only the meeting's own page asks Zoom for them.
		participantAudioFiles: [],
	});
	const remark = findAudio(meeting)?.remark;
	return (
		<Box flexDirection="column" width={width} gap={1} overflow="hidden">
			<Paragraph width={width} bold color={colours.accent}>
				{meeting.topic === '' ? '(no topic)' : meeting.topic}
			</Paragraph>
			<Box flexDirection="column" flexShrink={0}>
				<Text wrap="truncate">
					{showMoment(meeting.start)} · {showMinutes(meeting.durationMinutes)}
				</Text>
				<Text dimColor wrap="truncate">
					meeting {meeting.number}
				</Text>
				{meeting.hostEmail !== undefined && (
					<Text dimColor wrap="truncate">
						{meeting.hostEmail}
					</Text>
				)}
			</Box>
			<Box flexDirection="column" flexShrink={0}>
				<Paragraph width={width}>{describeTranscript(meeting, services)}</Paragraph>
				{remark !== undefined && <Paragraph width={width}>{remark}</Paragraph>}
			</Box>
			<Box flexDirection="column" flexShrink={0}>
				{files.length === 0 && <Text dimColor>no files yet</Text>}
				{files.map(listed => (
					<FileRow key={listed.file.id} listed={listed} isCurrent={false} width={width} />
				))}
			</Box>
		</Box>
	);
}
