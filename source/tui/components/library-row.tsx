import {Box, Text} from 'ink';
import {
	describeCopies,
	describeEntry,
	type LibraryEntry,
} from '../../kept-transcripts/library-entries.ts';
import {dateFormat, showMinutes} from '../../measures.ts';
import {useBodySize} from '../hooks/use-body-size.ts';
import {colours} from '../theme.ts';

const day = dateFormat({day: '2-digit', month: 'short', year: 'numeric'});

/** Below this many cells there is no room for what the detail says, too. */
const roomyWidth = 76;

export type LibraryRowProps = {readonly entry: LibraryEntry; readonly isCurrent: boolean};

export function LibraryRow({entry, isCurrent}: LibraryRowProps) {
	const {width} = useBodySize();
	const {start, topic, durationMinutes, speakers, record} = entry;
	return (
		<Box flexGrow={1} flexBasis={0} gap={1} paddingRight={1}>
			<Box flexShrink={0} width={11}>
				<Text dimColor={!isCurrent}>{day(start)}</Text>
			</Box>
			<Box flexGrow={1} flexBasis={0}>
				<Text bold={isCurrent} wrap="truncate">
					{topic === '' ? '(no topic)' : topic}
				</Text>
			</Box>
			{width >= roomyWidth && (
				<>
					<Box flexShrink={0} width={11} justifyContent="flex-end">
						<Text dimColor>
							{speakers.length === 1 ? '1 speaker' : `${speakers.length} speakers`}
						</Text>
					</Box>
					<Box flexShrink={0} width={5}>
						<Text dimColor wrap="truncate">
							{record.language ?? ''}
						</Text>
					</Box>
				</>
			)}
			<Box flexShrink={0} width={11} justifyContent="flex-end">
				<Text>{showMinutes(durationMinutes)}</Text>
			</Box>
		</Box>
	);
}

/** Rows of a `LibraryDetail`. */
export const libraryDetailHeight = 4;

/** Under the list: everything about the transcript at the cursor. */
export function LibraryDetail({entry}: {readonly entry: LibraryEntry}) {
	const {width} = useBodySize();
	return (
		<Box flexDirection="column" height={libraryDetailHeight} flexShrink={0} overflow="hidden">
			<Text dimColor>{'─'.repeat(width)}</Text>
			<Box flexDirection="column" paddingX={1}>
				<Text bold color={colours.accent} wrap="truncate">
					{entry.topic === '' ? '(no topic)' : entry.topic}
				</Text>
				<Text wrap="truncate">{describeEntry(entry)}</Text>
				<Text dimColor wrap="truncate">
					{describeCopies(entry)}
				</Text>
			</Box>
		</Box>
	);
}
