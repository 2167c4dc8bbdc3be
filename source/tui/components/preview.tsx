import {Box, Text} from 'ink';
import {safeText} from '../../safe-text.ts';
import {wrapText} from '../../transcripts/wrap-text.ts';

export type PreviewProps = {
	/** As they stand in the file. */
	readonly lines: readonly string[];
	readonly width: number;
	readonly height: number;
};

/** The beginning of a file, its lines wrapped, beside whatever it is a preview for. */
export function Preview({lines, width, height}: PreviewProps) {
	// The line at the left, and one cell of air on both sides.
	const rows = toRows(lines, Math.max(1, width - 3), height);
	return (
		<Box
			flexDirection="column"
			width={width}
			height={height}
			paddingX={1}
			flexShrink={0}
			overflow="hidden"
			borderStyle="single"
			borderTop={false}
			borderBottom={false}
			borderRight={false}
			borderDimColor
		>
			{rows.map((row, position) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a row's place is all that tells it apart
				<Text key={position} wrap="truncate">
					{row}
				</Text>
			))}
		</Box>
	);
}

function toRows(lines: readonly string[], width: number, height: number): readonly string[] {
	const rows: string[] = [];
	for (const line of lines) {
		if (rows.length >= height) {
			break;
		}

		// As much of the line as can be seen: one may be megabytes long.
		const clean = cleanLine(line.slice(0, width * height));
		const starts = wrapText(clean, width);
		rows.push(...starts.map((start, row) => clean.slice(start, starts[row + 1]) || ' '));
	}

	return rows.slice(0, height);
}

/** Indentation is part of what is previewed; everything else that is unsafe to show goes. */
function cleanLine(line: string): string {
	const indentation = /^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ') ?? '';
	// Ink leaves out a row without any text.
	return indentation + safeText(line) || ' ';
}
