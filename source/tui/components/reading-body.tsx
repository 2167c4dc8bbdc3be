import {Box} from 'ink';
import {placeOfRow, type TranscriptLayout, type TranscriptRow} from '../../transcripts/layout.ts';
import type {OfferedName} from '../../transcripts/name-proposals.ts';
import {comparePlaces} from '../../transcripts/reading-place.ts';
import {scrollBar} from '../../transcripts/scroll-bar.ts';
import type {Transcript} from '../../transcripts/transcript.ts';
import type {TurnRange} from '../hooks/use-copy.ts';
import type {CorrectionEditor} from '../hooks/use-correction.ts';
import type {Find} from '../hooks/use-find.ts';
import type {TextField} from '../hooks/use-text-field.ts';
import {CorrectionRows} from './correction-rows.tsx';
import {CorrectionLine, FindLine, NameLine, PlaceLine, TimeLine} from './reading-lines.tsx';
import {ScrollBarView} from './scroll-bar.tsx';
import {TranscriptRows} from './transcript-rows.tsx';

export type ReadingBodyProps = {
	readonly transcript: Transcript;
	readonly layout: TranscriptLayout;
	readonly find: Find;
	/** Turns that are being chosen. */
	readonly chosen: TurnRange | undefined;
	/** The turn that is being corrected. */
	readonly editor: CorrectionEditor | undefined;
	readonly proposals: readonly OfferedName[];
	/** Where a time is being typed. */
	readonly timeField: TextField | undefined;
	readonly said: string | undefined;
	/** A colour for each speaker label. */
	readonly colours: ReadonlyMap<string, string>;
	/** Rows of text. */
	readonly height: number;
	/** Cells of text. */
	readonly width: number;
};

/** The text with its scroll bar, and the line under it. */
export function ReadingBody(props: ReadingBodyProps) {
	const {transcript, layout, find, editor, colours, height, width} = props;
	const {top, turn} = find.shown;
	const rows = layout.rowsFrom(top, height);
	const isScrolled = comparePlaces(layout.end(height), layout.start()) > 0;
	return (
		<>
			<Box flexShrink={0} justifyContent="space-between">
				{editor === undefined ? (
					<TranscriptRows
						colours={colours}
						rows={rows}
						finds={find.finds}
						currentHit={find.current}
						turn={turn}
						chosen={props.chosen}
						height={height}
						width={width}
					/>
				) : (
					<CorrectionRows
						editor={editor}
						layout={layout}
						colours={colours}
						height={height}
						width={width}
					/>
				)}
				{isScrolled && (
					<ScrollBarView
						cells={scrollBar(transcript, {...viewOf(rows, layout), finds: find.finds}, height)}
					/>
				)}
			</Box>
			{props.proposals.length > 0 && <NameLine proposals={props.proposals} />}
			<Foot {...props} />
		</>
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

function Foot({transcript, layout, find, editor, timeField, said, height}: ReadingBodyProps) {
	if (editor !== undefined) {
		return <CorrectionLine editor={editor} />;
	}

	if (timeField !== undefined) {
		return <TimeLine field={timeField} durationMs={transcript.durationMs} />;
	}

	return find.isTyping ? (
		<FindLine find={find} />
	) : (
		<PlaceLine
			transcript={transcript}
			layout={layout}
			place={find.shown.top}
			height={height}
			find={find}
			said={said}
		/>
	);
}
