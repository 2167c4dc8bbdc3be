import {Box} from 'ink';
import {useMemo, useState} from 'react';
import {showDay} from '../../measures.ts';
import {createLayout} from '../../transcripts/layout.ts';
import {speakerLabels} from '../../transcripts/speaker-names.ts';
import type {Transcript} from '../../transcripts/transcript.ts';
import {Frame} from '../components/frame.tsx';
import {Notice} from '../components/notice.tsx';
import {OutlinePanel} from '../components/outline-panel.tsx';
import {ReadingBody} from '../components/reading-body.tsx';
import {SpeakersPanel} from '../components/speakers-panel.tsx';
import {useBodySize} from '../hooks/use-body-size.ts';
import {useCopy} from '../hooks/use-copy.ts';
import {useCorrection} from '../hooks/use-correction.ts';
import {useFind} from '../hooks/use-find.ts';
import type {KeyHandling} from '../hooks/use-keys.ts';
import {useNameProposals} from '../hooks/use-name-proposals.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import {useOpenRecording} from '../hooks/use-open-recording.ts';
import {useOutline} from '../hooks/use-outline.ts';
import {useSpeakers} from '../hooks/use-speakers.ts';
import {useTimeJump} from '../hooks/use-time-jump.ts';
import type {Binding} from '../keymap.ts';
import type {ListedTranscript} from '../listings.ts';
import {moveBindings} from '../move-bindings.ts';
import type {FoundPlace, TranscriptReference} from '../navigation.ts';
import {bringTurnIntoView, type ReadingStep, readFrom, settle, stepThrough} from '../reading.ts';
import {speakerColour} from '../theme.ts';

/** Longer lines than this are hard to read, however wide the terminal is. */
const widestText = 100;

/** Cells left and right of the text: the hanging indent, a blank and the scroll bar. */
const margins = 5;

export type TranscriptPaneProps = {
	readonly reference: TranscriptReference;
	readonly listed: ListedTranscript;
	/** Where to begin, in milliseconds from the start; undefined: at the start. */
	readonly at?: FoundPlace | undefined;
};

export function TranscriptPane({reference, listed, at}: TranscriptPaneProps) {
	const {document, opened} = listed;
	const {transcript, meeting} = document;
	const isZooms = opened.record.source === 'zoom';
	const {open, back, backBinding} = useNavigation();
	const {width, height: bodyHeight} = useBodySize();
	const outline = useOutline({
		opened,
		reference,
		outline: transcript.outline,
		meetingUuid: meeting.uuid,
		width,
		height: bodyHeight,
		onTime: timeMs => step({type: 'time at', timeMs}),
	});
	const names = useNameProposals(reference, opened);
	const speakers = useSpeakers({
		transcript,
		opened,
		onIdentified: names.lookAgain,
		reference,
		height: bodyHeight,
	});
	const textWidth = Math.min(widestText, width - margins - outline.besideWidth);
	const height = Math.max(1, bodyHeight - 1 - (names.proposals.length > 0 ? 1 : 0));
	const layout = useMemo(
		() => createLayout(transcript, {width: textWidth}),
		[transcript, textWidth],
	);
	const colours = useMemo(
		() =>
			new Map<string, string>(
				speakerLabels(transcript).map((label, position) => [label, speakerColour(position)]),
			),
		[transcript],
	);
	const {panel} = outline;
	const context = {transcript, layout, height};
	const [requested, setReading] = useState(() =>
		readFrom(context, at === undefined ? layout.start() : layout.placeAtTime(at.timeMs)),
	);
	const reading = settle(context, requested);
	const find = useFind({...context, reading, found: at?.words ?? [], onReading: setReading});
	const copying = useCopy(document, reading.turn, turn =>
		setReading(bringTurnIntoView(context, reading, turn)),
	);
	const correction = useCorrection({
		transcript,
		opened,
		reference,
		turn: reading.turn,
		width: textWidth,
		onTurn: turn => setReading(bringTurnIntoView(context, reading, turn)),
	});
	const openRecording = useOpenRecording(meeting.uuid);
	const timeJump = useTimeJump(transcript.durationMs, timeMs => step({type: 'time at', timeMs}));

	function step(by: ReadingStep): void {
		setReading(current => stepThrough(context, current, by));
	}

	const everyBinding: readonly Binding[] = [
		{
			keys: [' '],
			label: 'page down',
			hint: 'page',
			run: () => step({type: 'rows', by: Math.max(1, height - 1)}),
		},
		...moveBindings(height, by => step({type: 'rows', by})),
		...turnBindings(step),
		timeJump.binding,
		...names.bindings,
		...find.bindings,
		...correction.bindings,
		...copying.bindings,
		openRecording,
		speakers.binding,
		outline.binding,
		{
			keys: ['.'],
			label: 'export',
			hint: 'export',
			run: () => open({name: 'export', reference}),
		},
		backBinding,
		{keys: ['q'], label: 'close the transcript', run: back},
	];
	// What was said is about the key before.
	const readingBindings = everyBinding.map(binding => ({
		...binding,
		run() {
			copying.forget();
			correction.forget();
			binding.run();
		},
	}));

	/** Whoever has the keys now. */
	function readInput(): KeyHandling {
		if (speakers.panel !== undefined) {
			return speakers.keys;
		}

		if (panel.status !== 'closed') {
			return {bindings: outline.bindings};
		}

		if (copying.range !== undefined) {
			return {bindings: copying.choosing};
		}

		if (correction.editor !== undefined) {
			return correction.keys;
		}

		if (timeJump.field !== undefined) {
			return {bindings: timeJump.bindings, onText: timeJump.field.onText};
		}

		return {bindings: find.isTyping ? find.bindings : readingBindings, onText: find.onText};
	}

	return (
		<Frame
			breadcrumb={[
				meeting.topic,
				showDay(meeting.start),
				...(isZooms ? ['Zoom’s transcript'] : []),
			]}
			{...readInput()}
		>
			{speakers.panel !== undefined && (
				<SpeakersPanel panel={speakers.panel} colours={colours} width={width} height={bodyHeight} />
			)}
			<Box flexGrow={1} flexBasis={0} display={speakers.panel === undefined ? 'flex' : 'none'}>
				{(panel.status === 'closed' || outline.besideWidth > 0) && (
					<Box flexDirection="column" flexGrow={1} flexBasis={0}>
						{transcript.turns.length === 0 ? (
							<Silence source={transcript.source} />
						) : (
							<ReadingBody
								transcript={transcript}
								layout={layout}
								find={find}
								chosen={copying.range}
								editor={correction.editor}
								proposals={names.proposals}
								timeField={timeJump.field}
								said={correction.said ?? copying.said}
								colours={colours}
								height={height}
								width={textWidth}
							/>
						)}
					</Box>
				)}
				{panel.status !== 'closed' && (
					<OutlinePanel
						panel={panel}
						understanding={outline.understanding}
						source={opened.record.source}
						width={outline.besideWidth || width}
						height={bodyHeight}
					/>
				)}
			</Box>
		</Frame>
	);
}

const minuteMs = 60_000;

function turnBindings(step: (by: ReadingStep) => void): readonly Binding[] {
	return [
		{keys: [']'], label: 'next turn', run: () => step({type: 'turns', by: 1})},
		{keys: ['['], label: 'previous turn', run: () => step({type: 'turns', by: -1})},
		{keys: ['}'], label: 'next turn of this speaker', run: () => step({type: 'speaker', by: 1})},
		{
			keys: ['{'],
			label: 'previous turn of this speaker',
			run: () => step({type: 'speaker', by: -1}),
		},
		{keys: ['m'], label: 'a minute on', run: () => step({type: 'time', byMs: minuteMs})},
		{keys: ['M'], label: 'a minute back', run: () => step({type: 'time', byMs: -minuteMs})},
	];
}

function Silence({source}: Pick<Transcript, 'source'>) {
	return (
		<Notice title="Nothing was said">
			{source === 'zoom'
				? 'Zoom’s transcript of this recording has no words.'
				: 'AssemblyAI heard no speech in this recording. What it sent is kept in the library.'}
		</Notice>
	);
}
