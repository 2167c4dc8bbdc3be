import {Box, Text} from 'ink';
import {showBytes, showMinutes, showMoment} from '../../measures.ts';
import {findAudio} from '../../zoom/recording-choice.ts';
import type {Meeting, RecordingFile} from '../../zoom/recordings.ts';
import {useBodySize} from '../hooks/use-body-size.ts';
import {describeFile, describeTranscript} from '../meeting-words.ts';
import {useSession} from '../session.ts';

export type MeetingDetailProps = {
	readonly meeting: Meeting;
	/** Rows. */
	readonly height: number;
};

/** The meeting under the cursor: what it is, what there is of it, what it would cost. */
export function MeetingDetail({meeting, height}: MeetingDetailProps) {
	const {width} = useBodySize();
	const {services} = useSession();
	const audio = findAudio(meeting);
	// What will be transcribed stands first; the rest by size.
	const rank = (file: RecordingFile) =>
		file === audio?.file ? Number.POSITIVE_INFINITY : file.sizeBytes;
	const files = meeting.files
		.toSorted((one, other) => rank(other) - rank(one))
		.map(
			file =>
				`${describeFile(file)} ${file.isReady ? showBytes(file.sizeBytes) : 'still processing'}`,
		);
	return (
		<Box flexDirection="column" height={height} flexShrink={0} overflow="hidden">
			<Text dimColor>{'─'.repeat(width)}</Text>
			<Box flexDirection="column" paddingX={1}>
				<Text bold wrap="truncate">
					{meeting.topic === '' ? '(no topic)' : meeting.topic}
				</Text>
				<Text wrap="truncate">
					{showMoment(meeting.start)} · {showMinutes(meeting.durationMinutes)} · meeting{' '}
					{meeting.number}
				</Text>
				<Text dimColor wrap="truncate">
					{files.length === 0 ? 'no files yet' : files.join(' · ')}
				</Text>
				<Text wrap="truncate">
					{describeTranscript(meeting, services)}
					{audio?.remark !== undefined && ` · ${audio.remark}`}
				</Text>
			</Box>
		</Box>
	);
}
