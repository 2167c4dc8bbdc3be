import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import {formatTime} from '../../transcripts/time.ts';
import type {TranscriptSource} from '../../transcripts/transcript.ts';
import type {List} from '../hooks/use-list.ts';
import type {OutlinePanelState} from '../hooks/use-outline.ts';
import {outlineTextHeight} from '../hooks/use-outline-list.ts';
import type {UnderstandingState} from '../hooks/use-understanding.ts';
import type {OutlineEntry} from '../outline-entries.ts';
import {colours} from '../theme.ts';
import {ListView} from './list.tsx';
import {ErrorNotice, LoadingNotice} from './notice.tsx';
import {Paragraph} from './paragraph.tsx';
import {UnderstandingNotice} from './understanding-notice.tsx';

export type OutlinePanelProps = {
	readonly panel: Exclude<OutlinePanelState, {readonly status: 'closed'}>;
	readonly understanding: UnderstandingState;
	readonly source: TranscriptSource;
	/** Cells. */
	readonly width: number;
	readonly height: number;
};

const keyOf = ({key}: OutlineEntry) => key;

/** What a recording was about, to jump by. */
export function OutlinePanel({panel, understanding, source, width, height}: OutlinePanelProps) {
	return (
		<OutlineBox width={width} height={height}>
			{understanding.name === 'none' ? (
				<Content panel={panel} source={source} width={width} />
			) : (
				<Box paddingX={2} paddingY={1}>
					<UnderstandingNotice state={understanding} what="for an outline" width={width - 4} />
				</Box>
			)}
		</OutlineBox>
	);
}

/** Cells that an outline keeps, however short it is. */
export function OutlineBox({
	width,
	height,
	children,
}: Pick<OutlinePanelProps, 'width' | 'height'> & {readonly children: ReactNode}) {
	return (
		<Box flexDirection="column" width={width} height={height} flexShrink={0} overflow="hidden">
			{children}
		</Box>
	);
}

function Content({panel, source, width}: Pick<OutlinePanelProps, 'panel' | 'source' | 'width'>) {
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
						{source === 'zoom'
							? 'Zoom made no summary of this meeting.'
							: 'Zoom made no summary of this meeting, and none was asked of AssemblyAI. Press a to ask for one now.'}
					</Paragraph>
				</Box>
			);
		case 'there':
			return (
				<OutlineEntries list={panel.list} width={width}>
					{panel.isZooms ? 'by Zoom’s AI' : 'by AssemblyAI'}
				</OutlineEntries>
			);
	}
}

export type OutlineEntriesProps = {
	readonly list: List<OutlineEntry>;
	/** Cells. */
	readonly width: number;
	/** Whose they are. */
	readonly children: string;
};

/** Headlines and steps, and what the chosen one says. */
export function OutlineEntries({list, width, children}: OutlineEntriesProps) {
	return (
		<>
			<ListView
				list={list}
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
					{children}
				</Text>
				<Paragraph width={width - 4}>{list.current?.text ?? ''}</Paragraph>
			</Box>
		</>
	);
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
