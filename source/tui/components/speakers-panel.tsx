import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import type {SpeakerSummary} from '../../transcripts/speaker-names.ts';
import {formatTime} from '../../transcripts/time.ts';
import type {List} from '../hooks/use-list.ts';
import {type SpeakersPanelState, speakersFootHeight} from '../hooks/use-speakers.ts';
import {colours as meanings} from '../theme.ts';
import {ListView} from './list.tsx';
import {ProgressBar} from './progress-bar.tsx';
import {TextFieldView} from './text-field.tsx';
import {UnderstandingNotice} from './understanding-notice.tsx';

export type SpeakersPanelProps = {
	readonly panel: SpeakersPanelState;
	/** A colour for each speaker label. */
	readonly colours: ReadonlyMap<string, string>;
	/** Cells. */
	readonly width: number;
	readonly height: number;
};

const keyOf = ({label}: SpeakerSummary) => label;
const barWidth = 10;

/** Who speaks how much, with a sentence to recognise the voice by; names and merges them. */
export function SpeakersPanel({panel, ...table}: SpeakersPanelProps) {
	return (
		<SpeakersTable list={panel.list} {...table}>
			{panel.understanding.name === 'none' ? (
				<Foot panel={panel} />
			) : (
				<UnderstandingNotice
					state={panel.understanding}
					what="which participant each speaker is"
					width={table.width - 4}
				/>
			)}
		</SpeakersTable>
	);
}

export type SpeakersTableProps = Omit<SpeakersPanelProps, 'panel'> & {
	readonly list: List<SpeakerSummary>;
	/** What stands under the list. */
	readonly children: ReactNode;
};

/** The same without what is done about it. */
export function SpeakersTable({list, colours, width, height, children}: SpeakersTableProps) {
	const nameWidth = Math.min(26, Math.floor(width / 3));
	return (
		<Box flexDirection="column" width={width} height={height} flexShrink={0} overflow="hidden">
			<ListView
				list={list}
				keyOf={keyOf}
				renderItem={({label, name, share, talkMs, samples}, isCurrent) => (
					<Box flexGrow={1} flexBasis={0} gap={1}>
						<Box width={nameWidth} flexShrink={0}>
							<Text bold={isCurrent} color={colours.get(label) ?? ''} wrap="truncate">
								{name}
							</Text>
						</Box>
						<ProgressBar value={share} width={barWidth} />
						<Box width={14} flexShrink={0} justifyContent="flex-end">
							<Text>
								{Math.round(share * 100)}% {formatTime(talkMs)}
							</Text>
						</Box>
						<Box flexGrow={1} flexBasis={0}>
							<Text dimColor wrap="truncate">
								{samples[0]?.text}
							</Text>
						</Box>
					</Box>
				)}
			/>
			<Box
				flexDirection="column"
				height={speakersFootHeight}
				flexShrink={0}
				paddingX={2}
				paddingTop={1}
				overflow="hidden"
			>
				{children}
			</Box>
		</Box>
	);
}

function Foot({panel: {step, field, list}}: Pick<SpeakersPanelProps, 'panel'>) {
	switch (step.name) {
		case 'listing':
			return <Samples list={list} />;
		case 'renaming':
			return (
				<Box gap={1}>
					<Text bold color={meanings.accent}>
						{step.speaker.name} is
					</Text>
					<TextFieldView {...field} isOpen />
				</Box>
			);
		case 'merging':
			return (
				<Text bold color={meanings.accent} wrap="truncate">
					Which one is {step.speaker.name}? Go there and press Enter.
				</Text>
			);
	}
}

/** What the speaker whom the list is at has said. */
function Samples({list}: {readonly list: List<SpeakerSummary>}) {
	return <Text wrap="wrap">{list.current?.samples.map(({text}) => `“${text}”`).join(' ')}</Text>;
}
