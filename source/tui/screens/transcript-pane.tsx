import {Box} from 'ink';
import {useMemo, useState} from 'react';
import type {ExportSource} from '../../exports/render-export.ts';
import {showDay} from '../../measures.ts';
import {
	createLayout,
	placeOfRow,
	type TranscriptLayout,
	type TranscriptRow,
} from '../../transcripts/layout.ts';
import {comparePlaces, type ReadingPlace} from '../../transcripts/reading-place.ts';
import {scrollBar} from '../../transcripts/scroll-bar.ts';
import {speakerLabels} from '../../transcripts/speaker-names.ts';
import {Frame} from '../components/frame.tsx';
import {Notice} from '../components/notice.tsx';
import {OutlinePanel} from '../components/outline-panel.tsx';
import {
	FindLine,
	NameLine,
	PlaceLine,
	type PlaceLineProps,
	TimeLine,
} from '../components/reading-lines.tsx';
import {ScrollBarView} from '../components/scroll-bar.tsx';
import {SpeakersPanel} from '../components/speakers-panel.tsx';
import {TranscriptRows} from '../components/transcript-rows.tsx';
import {useBodySize} from '../hooks/use-body-size.ts';
import {useCopy} from '../hooks/use-copy.ts';
import {useFind} from '../hooks/use-find.ts';
import type {KeyHandling} from '../hooks/use-keys.ts';
import {useNameProposals} from '../hooks/use-name-proposals.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import {useOpenRecording} from '../hooks/use-open-recording.ts';
import {useOutline} from '../hooks/use-outline.ts';
import {useSpeakers} from '../hooks/use-speakers.ts';
import type {TextField} from '../hooks/use-text-field.ts';
import {useTimeJump} from '../hooks/use-time-jump.ts';
import type {Binding} from '../keymap.ts';
import {moveBindings} from '../move-bindings.ts';
import type {TranscriptReference} from '../navigation.ts';
import {type ReadingStep, stepThrough} from '../reading.ts';
import {speakerColour} from '../theme.ts';

/** Longer lines than this are hard to read, however wide the terminal is. */
const widestText = 100;

/** Cells left and right of the text: the hanging indent, a blank and the scroll bar. */
const margins = 5;

export type TranscriptPaneProps = {
	readonly reference: TranscriptReference;
	readonly source: ExportSource;
	/** Where to begin, in milliseconds from the start; undefined: at the start. */
	readonly timeMs?: number | undefined;
};

export function TranscriptPane({reference, source: {document}, timeMs}: TranscriptPaneProps) {
	const {transcript, meeting} = document;
	const {open, back, backBinding} = useNavigation();
	const {width, height: bodyHeight} = useBodySize();
	const outline = useOutline({
		outline: transcript.outline,
		meetingUuid: meeting.uuid,
		width,
		height: bodyHeight,
		onTime: timeMs => step({type: 'time at', timeMs}),
	});
	const speakers = useSpeakers({
		transcript,
		transcriptId: document.transcriptId,
		reference,
		height: bodyHeight,
	});
	const textWidth = Math.min(widestText, width - margins - outline.besideWidth);
	const names = useNameProposals(reference, document.transcriptId);
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
	const [requested, setPlace] = useState<ReadingPlace>(() =>
		timeMs === undefined ? layout.start() : layout.placeAtTime(timeMs),
	);
	const place = layout.clamp(requested, height);
	const find = useFind({transcript, layout, height, place, onPlace: setPlace});
	const rows = layout.rowsFrom(find.shownPlace, height);
	const isScrolled = comparePlaces(layout.end(height), layout.start()) > 0;
	const copying = useCopy(document, place.turn, turn => {
		if (!rows.some(row => row.turn === turn)) {
			setPlace(layout.placeOfTurn(turn));
		}
	});
	const openRecording = useOpenRecording(meeting.uuid);
	const timeJump = useTimeJump(transcript.durationMs, timeMs => step({type: 'time at', timeMs}));

	function step(by: ReadingStep): void {
		copying.forget();
		setPlace(current => stepThrough({transcript, layout, height}, current, by));
	}

	const readingBindings: readonly Binding[] = [
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
				...(reference.type === 'zoom' ? ['Zoom’s transcript'] : []),
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
							<Silence reference={reference} />
						) : (
							<>
								<Box flexShrink={0} justifyContent="space-between">
									<TranscriptRows
										colours={colours}
										rows={rows}
										finds={find.finds}
										currentHit={find.current}
										chosen={copying.range}
										height={height}
										width={textWidth}
									/>
									{isScrolled && (
										<ScrollBarView
											cells={scrollBar(
												transcript,
												{...viewOf(rows, layout), finds: find.finds},
												height,
											)}
										/>
									)}
								</Box>
								{names.proposals.length > 0 && <NameLine proposals={names.proposals} />}
								<ReadingFoot
									transcript={transcript}
									layout={layout}
									place={place}
									height={height}
									find={find}
									said={copying.said}
									timeField={timeJump.field}
								/>
							</>
						)}
					</Box>
				)}
				{panel.status !== 'closed' && (
					<OutlinePanel panel={panel} width={outline.besideWidth || width} height={bodyHeight} />
				)}
			</Box>
		</Frame>
	);
}

/** When the first and the last row in view are said. */
function viewOf(
	rows: readonly TranscriptRow[],
	layout: TranscriptLayout,
): {readonly startMs: number; readonly endMs: number} {
	const timeOf = (row: TranscriptRow | undefined) =>
		row === undefined ? 0 : layout.timeAt(placeOfRow(row));
	return {startMs: timeOf(rows[0]), endMs: timeOf(rows.at(-1))};
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

function Silence({reference}: Pick<TranscriptPaneProps, 'reference'>) {
	return (
		<Notice title="Nothing was said">
			{reference.type === 'zoom'
				? 'Zoom’s transcript of this recording has no words.'
				: 'AssemblyAI heard no speech in this recording. What it sent is kept in the library.'}
		</Notice>
	);
}

function ReadingFoot({
	timeField,
	...rest
}: PlaceLineProps & {readonly timeField: TextField | undefined}) {
	if (timeField !== undefined) {
		return <TimeLine field={timeField} durationMs={rest.transcript.durationMs} />;
	}

	return rest.find.isTyping ? <FindLine find={rest.find} /> : <PlaceLine {...rest} />;
}
