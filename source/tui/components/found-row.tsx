import {Box, Text} from 'ink';
import type {FoundTurn} from '../../kept-transcripts/found-turns.ts';
import {dateFormat, showMoment} from '../../measures.ts';
import {formatTime} from '../../transcripts/time.ts';
import {useBodySize} from '../hooks/use-body-size.ts';
import {colours} from '../theme.ts';
import {type ShownPart, wrapSnippet} from '../wrap-snippet.ts';

const day = dateFormat({day: '2-digit', month: 'short', year: '2-digit'});

const roomyWidth = 76;

/** A find on one line: when, which meeting, and what was said. */
export function FoundRow({
	found: {hit, record, startMs},
	isCurrent,
}: {
	readonly found: FoundTurn;
	readonly isCurrent: boolean;
}) {
	const {width} = useBodySize();
	const {topic, start} = record.meeting;
	return (
		<Box flexGrow={1} flexBasis={0} gap={1} paddingRight={1}>
			<Box flexShrink={0} width={9}>
				<Text dimColor={!isCurrent}>{day(new Date(start))}</Text>
			</Box>
			{width >= roomyWidth && (
				<Box flexShrink={0} width={Math.floor(width / 5)}>
					<Text dimColor={!isCurrent} wrap="truncate">
						{topic}
					</Text>
				</Box>
			)}
			<Box flexShrink={0} width={7} justifyContent="flex-end">
				<Text>{formatTime(startMs)}</Text>
			</Box>
			<Box flexGrow={1} flexBasis={0}>
				<Snippet parts={hit.snippet} />
			</Box>
		</Box>
	);
}

const snippetRows = 2;

/** Rows of a `FoundDetail`. */
export const foundDetailHeight = 3 + snippetRows;

/** Under the list: the find at the cursor, with as much around it as there is. */
export function FoundDetail({found: {hit, record, startMs, speaker}}: {readonly found: FoundTurn}) {
	const {width} = useBodySize();
	const {topic, start} = record.meeting;
	return (
		<Box flexDirection="column" height={foundDetailHeight} flexShrink={0} overflow="hidden">
			<Text dimColor>{'─'.repeat(width)}</Text>
			<Box flexDirection="column" paddingX={1}>
				<Text wrap="truncate">
					<Text bold color={colours.accent}>
						{topic === '' ? '(no topic)' : topic}
					</Text>
					{'  '}
					{showMoment(new Date(start))}
				</Text>
				<Text dimColor wrap="truncate">
					{speaker === undefined ? '' : `${speaker}, `}
					{formatTime(startMs)}
				</Text>
				{wrapSnippet(hit.snippet, width - 2)
					.slice(0, snippetRows)
					.map((parts, row) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: a row's place is all that tells it apart
						<Snippet key={row} parts={parts} />
					))}
			</Box>
		</Box>
	);
}

function Snippet({parts}: {readonly parts: readonly ShownPart[]}) {
	return (
		<Text wrap="truncate">
			{parts.map(({text, isMatch}, position) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a part's place is all that tells it apart
				<Text key={position} bold={isMatch} underline={isMatch}>
					{text}
				</Text>
			))}
		</Text>
	);
}
