import {Box, Text} from 'ink';
import {showBytes} from '../../measures.ts';
import {formatTime} from '../../transcripts/time.ts';
import type {ListedFile} from '../listed-files.ts';
import {colours} from '../theme.ts';

export type FileRowProps = {
	readonly listed: ListedFile;
	readonly isCurrent: boolean;
	/** Cells. */
	readonly width: number;
};

export function FileRow({listed, isCurrent, width}: FileRowProps) {
	const {file, title, lengthMs, segment, isDefault, canTranscribe} = listed;
	return (
		<Box width={width} gap={1}>
			<Box flexGrow={1} flexBasis={0}>
				<Text bold={isCurrent} dimColor={!(canTranscribe || isCurrent)} wrap="truncate">
					{segment !== undefined && `segment ${segment} · `}
					{title}
					{isDefault && <Text color={colours.good}> · the usual choice</Text>}
				</Text>
			</Box>
			<Box width={7} flexShrink={0} justifyContent="flex-end">
				<Text>{lengthMs === undefined ? '' : formatTime(lengthMs)}</Text>
			</Box>
			<Box width={10} flexShrink={0} justifyContent="flex-end">
				{file.isReady ? (
					<Text>{showBytes(file.sizeBytes)}</Text>
				) : (
					<Text color={colours.warning}>processing</Text>
				)}
			</Box>
		</Box>
	);
}
