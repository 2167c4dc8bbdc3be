import {useMemo, useState} from 'react';
import type {ExportSource} from '../../exports/render-export.ts';
import {showDay} from '../../measures.ts';
import {createLayout} from '../../transcripts/layout.ts';
import type {ReadingPlace} from '../../transcripts/reading-place.ts';
import {speakerLabels} from '../../transcripts/speaker-names.ts';
import {parseTime} from '../../transcripts/time.ts';
import {Frame} from '../components/frame.tsx';
import {Notice} from '../components/notice.tsx';
import {FindLine, NameLine, PlaceLine, TimeLine} from '../components/reading-lines.tsx';
import {TranscriptRows} from '../components/transcript-rows.tsx';
import {useBodySize} from '../hooks/use-body-size.ts';
import {useFind} from '../hooks/use-find.ts';
import {useNameProposals} from '../hooks/use-name-proposals.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import {type TextField, useTextField} from '../hooks/use-text-field.ts';
import type {Binding} from '../keymap.ts';
import {moveBindings} from '../move-bindings.ts';
import type {TranscriptReference} from '../navigation.ts';
import {type ReadingStep, stepThrough} from '../reading.ts';
import {speakerColour} from '../theme.ts';

/** Longer lines than this are hard to read, however wide the terminal is. */
const widestText = 100;

/** Cells left and right of the text, with the hanging indent. */
const margins = 4;

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
	const textWidth = Math.min(widestText, width - margins);
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
	const [requested, setPlace] = useState<ReadingPlace>(() =>
		timeMs === undefined ? layout.start() : layout.placeAtTime(timeMs),
	);
	const place = layout.clamp(requested, height);
	const find = useFind({transcript, layout, height, place, onPlace: setPlace});
	const timeField = useTextField('');
	const [isAskingTime, setAskingTime] = useState(false);

	const step = (by: ReadingStep) =>
		setPlace(current => stepThrough({transcript, layout, height}, current, by));

	const readingBindings: readonly Binding[] = [
		{
			keys: [' '],
			label: 'page down',
			hint: 'page',
			run: () => step({type: 'rows', by: Math.max(1, height - 1)}),
		},
		...moveBindings(height, by => step({type: 'rows', by})),
		...turnBindings(step),
		{
			keys: ['t'],
			label: 'go to a time: 1:02:30, 62m, 50%',
			hint: 'time',
			run() {
				timeField.set('');
				setAskingTime(true);
			},
		},
		...names.bindings,
		...find.bindings,
		{
			keys: ['.'],
			label: 'export',
			hint: 'export',
			run: () => open({name: 'export', reference}),
		},
		backBinding,
		{keys: ['q'], label: 'close the transcript', run: back},
	];

	function goToTime(): void {
		const wanted = parseTime(timeField.text, transcript.durationMs);
		if (wanted !== undefined) {
			step({type: 'time at', timeMs: wanted});
			setAskingTime(false);
		}
	}

	const input = isAskingTime
		? {
				bindings: timeBindings(timeField, goToTime, () => setAskingTime(false)),
				onText: timeField.onText,
			}
		: {bindings: find.isTyping ? find.bindings : readingBindings, onText: find.onText};
	return (
		<Frame
			breadcrumb={[
				meeting.topic,
				showDay(meeting.start),
				...(reference.type === 'zoom' ? ['Zoom’s transcript'] : []),
			]}
			{...input}
		>
			{transcript.turns.length === 0 ? (
				<Notice title="Nothing was said">
					{reference.type === 'zoom'
						? 'Zoom’s transcript of this recording has no words.'
						: 'AssemblyAI heard no speech in this recording. What it sent is kept in the library.'}
				</Notice>
			) : (
				<>
					<TranscriptRows
						colours={colours}
						rows={layout.rowsFrom(find.shownPlace, height)}
						finds={find.finds}
						currentHit={find.current}
						height={height}
						width={textWidth}
					/>
					{names.proposals.length > 0 && <NameLine proposals={names.proposals} />}
					{isAskingTime && <TimeLine field={timeField} durationMs={transcript.durationMs} />}
					{!isAskingTime && find.isTyping && <FindLine find={find} />}
					{!(isAskingTime || find.isTyping) && (
						<PlaceLine
							transcript={transcript}
							layout={layout}
							place={place}
							height={height}
							find={find}
						/>
					)}
				</>
			)}
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

function timeBindings(field: TextField, go: () => void, close: () => void): readonly Binding[] {
	return [
		{keys: ['enter'], label: 'go there', hint: 'go', run: go},
		{keys: ['escape'], label: 'stay', hint: 'stay', run: close},
		...field.bindings,
	];
}
