import {Box, Text} from 'ink';
import {showElapsed} from '../../measures.ts';
import {placeOfRow, type TranscriptRow} from '../../transcripts/layout.ts';

export type TranscriptRowsProps = {
	/** A colour for each speaker label. */
	readonly colours: ReadonlyMap<string, string>;
	readonly rows: readonly TranscriptRow[];
	/** Rows. */
	readonly height: number;
	/** Cells of text, without the margins. */
	readonly width: number;
};

/** The rows in view; only they are mounted. */
export function TranscriptRows({colours, rows, height, width}: TranscriptRowsProps) {
	return (
		<Box flexDirection="column" height={height} flexShrink={0} overflow="hidden">
			{rows.map(row => (
				<Box key={JSON.stringify(placeOfRow(row))} height={1} flexShrink={0}>
					<TranscriptRowView row={row} colours={colours} width={width} />
				</Box>
			))}
		</Box>
	);
}

function TranscriptRowView({
	row,
	colours,
	width,
}: Pick<TranscriptRowsProps, 'colours' | 'width'> & {
	readonly row: TranscriptRow;
}) {
	switch (row.kind) {
		case 'gap': {
			return <Text> </Text>;
		}

		case 'text': {
			return (
				<Text wrap="truncate">
					{'   '}
					{row.text}
				</Text>
			);
		}

		case 'speaker': {
			const {name, speaker, startMs} = row;
			return (
				<Box paddingLeft={1} width={width + 3} gap={2}>
					{name !== undefined && (
						<Text bold color={colours.get(speaker ?? '') ?? ''} wrap="truncate">
							{name}
						</Text>
					)}
					<Text dimColor>{showElapsed(startMs)}</Text>
				</Box>
			);
		}
	}
}
