import {Box, Text} from 'ink';
import {
	describeCopies,
	describeEntry,
	type LibraryEntry,
} from '../../kept-transcripts/library-entries.ts';
import {useBeginning} from '../hooks/use-beginning.ts';
import {colours} from '../theme.ts';
import {Paragraph} from './paragraph.tsx';

export type LibrarySideProps = {
	readonly entry: LibraryEntry;
	/** Cells. */
	readonly width: number;
};

/** The transcript at the cursor: what it is, and how it begins. */
export function LibrarySide({entry, width}: LibrarySideProps) {
	const beginning = useBeginning(entry.id);
	return (
		<Box flexDirection="column" width={width} gap={1} overflow="hidden">
			<Paragraph width={width} bold color={colours.accent}>
				{entry.topic === '' ? '(no topic)' : entry.topic}
			</Paragraph>
			<Box flexDirection="column" flexShrink={0}>
				<Paragraph width={width}>{describeEntry(entry)}</Paragraph>
				<Paragraph width={width} dimColor>
					{describeCopies(entry)}
				</Paragraph>
			</Box>
			{beginning?.turns.map(({speaker, text}, turn) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a turn's place is what it is
				<Box key={turn} flexDirection="column" flexShrink={0}>
					{speaker !== undefined && (
						<Text bold wrap="truncate">
							{speaker}
						</Text>
					)}
					<Paragraph width={width}>{text}</Paragraph>
				</Box>
			))}
		</Box>
	);
}
