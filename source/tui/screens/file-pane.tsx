import {Box, Text} from 'ink';
import {useMemo, useState} from 'react';
import type {OpenedFile} from '../../transcript-files/open-transcript-file.ts';
import {type SpeakerSummary, summarizeSpeakers} from '../../transcripts/speaker-names.ts';
import {Frame} from '../components/frame.tsx';
import {Notice} from '../components/notice.tsx';
import {OutlineBox, OutlineEntries} from '../components/outline-panel.tsx';
import {ReadingBody} from '../components/reading-body.tsx';
import {SpeakersTable} from '../components/speakers-panel.tsx';
import {useBodySize} from '../hooks/use-body-size.ts';
import type {CopyToSystem} from '../hooks/use-copy.ts';
import type {KeyHandling} from '../hooks/use-keys.ts';
import {useList} from '../hooks/use-list.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import {useOutlineList} from '../hooks/use-outline-list.ts';
import {useReader} from '../hooks/use-reader.ts';
import {speakersFootHeight} from '../hooks/use-speakers.ts';
import type {Binding} from '../keymap.ts';

export type FilePaneProps = {
	readonly file: OpenedFile;
	readonly copyToSystem: CopyToSystem;
	readonly onExport: () => void;
};

const keyOf = ({label}: SpeakerSummary) => label;
const textOf = ({name}: SpeakerSummary) => name;

/** A file to be read: what is kept in the library of a transcript can't be kept of it. */
export function FilePane({file, copyToSystem, onExport}: FilePaneProps) {
	const {document, name} = file;
	const {transcript} = document;
	const {back} = useNavigation();
	const {width, height: bodyHeight} = useBodySize();
	const height = Math.max(1, bodyHeight - 1);
	const [isOutlined, setOutlined] = useState(false);
	const outline = useOutlineList({
		name: 'outline',
		isOpen: isOutlined,
		setOpen: setOutlined,
		outline: transcript.outline,
		width,
		height: bodyHeight,
		onTime: timeMs => reader.step({type: 'time at', timeMs}),
	});
	const reader = useReader({document, width: width - outline.besideWidth, height, copyToSystem});
	const {find, copying, colours} = reader;
	const [isListing, setListing] = useState(false);
	const speakers = useMemo(
		() => (isListing ? summarizeSpeakers(transcript) : []),
		[transcript, isListing],
	);
	const list = useList({
		name: 'speakers',
		items: speakers,
		keyOf,
		textOf,
		height: Math.max(1, bodyHeight - speakersFootHeight),
		canFilter: false,
	});
	const everyBinding: readonly Binding[] = [
		...reader.moving,
		...find.bindings,
		...copying.bindings,
		{keys: ['s'], label: 'speakers: who talks how much', run: () => setListing(true)},
		...(transcript.outline === undefined ? [] : [outline.binding]),
		{keys: ['.'], label: 'export', hint: 'export', run: onExport},
		{keys: ['escape', 'q'], label: 'quit', hint: 'quit', run: back},
	];
	// What was said is about the key before.
	const readingBindings = everyBinding.map(binding => ({
		...binding,
		run() {
			copying.forget();
			binding.run();
		},
	}));
	const close: Binding = {
		keys: ['escape', 's', 'q'],
		label: 'close the speakers',
		hint: 'close',
		run: () => setListing(false),
	};

	/** Whoever has the keys now. */
	function readInput(): KeyHandling {
		if (isListing) {
			return {bindings: [...list.bindings, close]};
		}

		return isOutlined
			? {bindings: [...outline.moving, outline.close]}
			: reader.keysOver(readingBindings);
	}

	return (
		<Frame breadcrumb={[name]} {...readInput()}>
			{isListing && (
				<SpeakersTable list={list} colours={colours} width={width} height={bodyHeight}>
					<Text wrap="wrap">
						Names and corrections are kept in the library, and this file is not in it.
					</Text>
				</SpeakersTable>
			)}
			<Box flexGrow={1} flexBasis={0} display={isListing ? 'none' : 'flex'}>
				<Box
					flexDirection="column"
					flexGrow={1}
					flexBasis={0}
					display={isOutlined && outline.besideWidth === 0 ? 'none' : 'flex'}
				>
					{transcript.turns.length === 0 ? (
						<Notice title="Nothing was said">This file has no words.</Notice>
					) : (
						<ReadingBody
							transcript={transcript}
							layout={reader.layout}
							find={find}
							chosen={copying.range}
							editor={undefined}
							proposals={[]}
							timeField={reader.timeJump.field}
							said={copying.said}
							colours={colours}
							height={height}
							width={reader.textWidth}
						/>
					)}
				</Box>
				{isOutlined && (
					<OutlineBox width={outline.besideWidth || width} height={bodyHeight}>
						<OutlineEntries list={outline.list} width={outline.besideWidth || width}>
							as the file has it
						</OutlineEntries>
					</OutlineBox>
				)}
			</Box>
		</Frame>
	);
}
