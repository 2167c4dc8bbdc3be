import {Box, Text} from 'ink';
import type {FindHit, Finds} from '../../transcripts/find.ts';
import {placeOfRow, type TranscriptRow} from '../../transcripts/layout.ts';
import {formatTime} from '../../transcripts/time.ts';
import {colours as meanings} from '../theme.ts';
import {type MarkedPart, markRow} from './row-marks.ts';

export type TranscriptRowsProps = {
	/** A colour for each speaker label. */
	readonly colours: ReadonlyMap<string, string>;
	readonly rows: readonly TranscriptRow[];
	readonly finds: Finds | undefined;
	readonly currentHit: FindHit | undefined;
	/** The turn that one is at. */
	readonly turn: number;
	/** Turns that are being chosen, both included. */
	readonly chosen: {readonly first: number; readonly last: number} | undefined;
	/** Rows. */
	readonly height: number;
	/** Cells of text, without the margins. */
	readonly width: number;
};

/** The rows in view; only they are mounted. */
export function TranscriptRows({rows, height, turn, chosen, ...rest}: TranscriptRowsProps) {
	const markOf = (row: TranscriptRow) => {
		if (chosen !== undefined) {
			return row.turn >= chosen.first && row.turn <= chosen.last ? '▌' : ' ';
		}

		return row.turn === turn && row.kind !== 'gap' ? '▎' : ' ';
	};
	return (
		<Box flexDirection="column" height={height} flexShrink={0} overflow="hidden">
			{rows.map(row => (
				<Box key={JSON.stringify(placeOfRow(row))} height={1} flexShrink={0}>
					<Text color={meanings.accent}>{markOf(row)}</Text>
					<TranscriptRowView row={row} {...rest} />
				</Box>
			))}
		</Box>
	);
}

function TranscriptRowView({
	row,
	colours,
	width,
	...marks
}: Omit<TranscriptRowsProps, 'rows' | 'height' | 'turn' | 'chosen'> & {
	readonly row: TranscriptRow;
}) {
	switch (row.kind) {
		case 'gap': {
			return <Text> </Text>;
		}

		case 'text': {
			return (
				<Text wrap="truncate">
					{'  '}
					<MarkedText row={row} {...marks} />
				</Text>
			);
		}

		case 'speaker': {
			const {name, speaker, startMs, isCorrected} = row;
			return (
				<Box width={width + 2} gap={2}>
					{name !== undefined && (
						<Text bold color={colours.get(speaker ?? '') ?? ''} wrap="truncate">
							{name}
						</Text>
					)}
					<Text dimColor>
						{formatTime(startMs)}
						{isCorrected && ' · corrected'}
					</Text>
				</Box>
			);
		}
	}
}

function MarkedText({
	row,
	finds,
	currentHit,
}: Pick<TranscriptRowsProps, 'finds' | 'currentHit'> & {
	readonly row: Extract<TranscriptRow, {kind: 'text'}>;
}) {
	const hits = finds?.hitsBetween(row.turn, row.start, row.end) ?? [];
	if (hits.length === 0) {
		return row.text;
	}

	return markRow(row, hits, currentHit).map(part => <Part key={part.start} {...part} />);
}

function Part({text, mark}: MarkedPart) {
	switch (mark) {
		case 'none': {
			return text;
		}

		case 'hit': {
			return (
				<Text underline bold color={meanings.warning}>
					{text}
				</Text>
			);
		}

		case 'current': {
			return (
				<Text inverse bold>
					{text}
				</Text>
			);
		}
	}
}
