import {Box, Text} from 'ink';
import {useMemo, useState} from 'react';
import {showDay, showElapsed} from '../../measures.ts';
import type {OpenedTranscript} from '../../services.ts';
import {createLayout, type TranscriptLayout} from '../../transcripts/layout.ts';
import {comparePlaces, type ReadingPlace} from '../../transcripts/reading-place.ts';
import {speakerLabels} from '../../transcripts/speaker-names.ts';
import type {Transcript} from '../../transcripts/transcript.ts';
import {Frame} from '../components/frame.tsx';
import {ErrorNotice, LoadingNotice, Notice} from '../components/notice.tsx';
import {TranscriptRows} from '../components/transcript-rows.tsx';
import {useBodySize} from '../hooks/use-body-size.ts';
import {useListing} from '../hooks/use-listing.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import type {Binding} from '../keymap.ts';
import {moveBindings} from '../move-bindings.ts';
import {useSession} from '../session.ts';
import {speakerColour} from '../theme.ts';

/** Longer lines than this are hard to read, however wide the terminal is. */
const widestText = 100;

/** Cells left and right of the text, with the hanging indent. */
const margins = 4;

export function TranscriptScreen({transcriptId}: {readonly transcriptId: string}) {
	const {listings} = useSession();
	const listing = listings.transcript(transcriptId);
	const {status, value, error} = useListing(listing);
	const {backBinding} = useNavigation();
	if (value !== undefined) {
		return <TranscriptPane opened={value} />;
	}

	return (
		<Frame
			breadcrumb={['transcript']}
			bindings={[{keys: ['r'], label: 'try again', run: listing.reload}, backBinding]}
		>
			{status === 'failed' ? (
				<ErrorNotice error={error} retryKey="r" />
			) : (
				<LoadingNotice>Opening the transcript…</LoadingNotice>
			)}
		</Frame>
	);
}

function TranscriptPane({opened: {record, transcript}}: {readonly opened: OpenedTranscript}) {
	const {open, back, backBinding} = useNavigation();
	const {width, height} = useBodySize();
	const textWidth = Math.min(widestText, width - margins);
	const paneHeight = Math.max(1, height - 1);
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
	const [requested, setPlace] = useState<ReadingPlace>(layout.start());
	const place = layout.clamp(requested, paneHeight);
	const go = (next: (current: ReadingPlace) => ReadingPlace) => {
		setPlace(current => layout.clamp(next(layout.clamp(current, paneHeight)), paneHeight));
	};

	const bindings: readonly Binding[] = [
		{
			keys: [' '],
			label: 'page down',
			hint: 'page',
			run: () => go(current => layout.move(current, Math.max(1, paneHeight - 1))),
		},
		...moveBindings(paneHeight, rows => go(current => layout.move(current, rows))),
		{
			keys: [']'],
			label: 'next turn',
			run: () => go(({turn}) => layout.placeOfTurn(turn + 1)),
		},
		{
			keys: ['['],
			label: 'previous turn',
			run: () =>
				go(current =>
					layout.placeOfTurn(current.kind === 'speaker' ? current.turn - 1 : current.turn),
				),
		},
		{
			keys: ['.'],
			label: 'export',
			hint: 'export',
			run: () => open({name: 'export', transcriptId: record.id}),
		},
		backBinding,
		{keys: ['q'], label: 'close the transcript', run: back},
	];
	return (
		<Frame
			breadcrumb={[record.meeting.topic, showDay(new Date(record.meeting.start))]}
			bindings={bindings}
		>
			{transcript.turns.length === 0 ? (
				<Notice title="Nothing was said">
					{'AssemblyAI heard no speech in this recording. What it sent is kept in the library.'}
				</Notice>
			) : (
				<>
					<TranscriptRows
						colours={colours}
						rows={layout.rowsFrom(place, paneHeight)}
						height={paneHeight}
						width={textWidth}
					/>
					<PlaceLine transcript={transcript} layout={layout} place={place} height={paneHeight} />
				</>
			)}
		</Frame>
	);
}

/** Where one is: `12:03 / 48:12 · 25%`; the whole length once the last row is in view. */
function PlaceLine({
	transcript,
	layout,
	place,
	height,
}: {
	readonly transcript: Transcript;
	readonly layout: TranscriptLayout;
	readonly place: ReadingPlace;
	readonly height: number;
}) {
	const {durationMs, model, language} = transcript;
	const isAtEnd = comparePlaces(place, layout.end(height)) >= 0;
	const timeMs = isAtEnd ? durationMs : Math.min(durationMs, layout.timeAt(place));
	const percent = durationMs === 0 ? 100 : Math.round((timeMs / durationMs) * 100);
	const origin = [model, language].filter(part => part !== undefined).join(' · ');
	return (
		<Box flexShrink={0} height={1} paddingX={1} justifyContent="space-between" gap={2}>
			<Text bold>
				{showElapsed(timeMs)} / {showElapsed(durationMs)} · {percent}%
			</Text>
			<Text dimColor wrap="truncate">
				{origin}
			</Text>
		</Box>
	);
}
