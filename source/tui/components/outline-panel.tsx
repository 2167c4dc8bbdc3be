import {Box, Text} from 'ink';
import {formatTime} from '../../transcripts/time.ts';
import {type OutlinePanelState, outlineTextHeight} from '../hooks/use-outline.ts';
import type {OutlineEntry} from '../outline-entries.ts';
import {colours} from '../theme.ts';
import {ListView} from './list.tsx';
import {ErrorNotice, LoadingNotice} from './notice.tsx';
import {Paragraph} from './paragraph.tsx';

export type OutlinePanelProps = {
	readonly panel: Exclude<OutlinePanelState, {readonly status: 'closed'}>;
	/** Cells. */
	readonly width: number;
	readonly height: number;
};

const keyOf = ({key}: OutlineEntry) => key;

/** What a recording was about, to jump by. */
export function OutlinePanel({panel, width, height}: OutlinePanelProps) {
	return (
		<Box flexDirection="column" width={width} height={height} flexShrink={0} overflow="hidden">
			<Content panel={panel} width={width} />
		</Box>
	);
}

function Content({panel, width}: Pick<OutlinePanelProps, 'panel' | 'width'>) {
	switch (panel.status) {
		case 'loading':
			return <LoadingNotice>Asking Zoom for its summary…</LoadingNotice>;
		case 'failed':
			return <ErrorNotice error={panel.error} />;
		case 'none':
			return (
				<Box flexDirection="column" paddingX={2} paddingY={1} gap={1}>
					<Text bold>There is no outline</Text>
					<Paragraph width={width - 4}>
						{
							'Zoom made no summary of this meeting, and none was asked of AssemblyAI. Transcribe it again with “Outline” in the options (o on the meeting).'
						}
					</Paragraph>
				</Box>
			);
		case 'there':
			return (
				<>
					<ListView
						list={panel.list}
						keyOf={keyOf}
						renderItem={(entry, isCurrent) => <EntryRow entry={entry} isCurrent={isCurrent} />}
					/>
					<Box
						flexDirection="column"
						height={outlineTextHeight}
						flexShrink={0}
						paddingX={2}
						overflow="hidden"
					>
						<Text dimColor wrap="truncate">
							{panel.isZooms ? 'by Zoom’s AI' : 'by AssemblyAI'}
						</Text>
						<Paragraph width={width - 4}>{panel.list.current?.text ?? ''}</Paragraph>
					</Box>
				</>
			);
	}
}

const timeWidth = 8;

function EntryRow({
	entry: {kind, title, timeMs},
	isCurrent,
}: {
	readonly entry: OutlineEntry;
	readonly isCurrent: boolean;
}) {
	return (
		<Box flexGrow={1} flexBasis={0}>
			<Box width={timeWidth} flexShrink={0}>
				<Text dimColor>{timeMs === undefined ? '' : formatTime(timeMs)}</Text>
			</Box>
			<Text bold={isCurrent || kind !== 'step'} wrap="truncate">
				{kind === 'step' && <Text color={colours.accent}>□ </Text>}
				{title}
			</Text>
		</Box>
	);
}
