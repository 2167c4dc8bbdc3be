import {Box, Text, type TextProps} from 'ink';
import {wrapText} from '../../transcripts/wrap-text.ts';

export type ParagraphProps = Pick<TextProps, 'color' | 'dimColor' | 'bold'> & {
	readonly children: string;
	/** Cells. */
	readonly width: number;
};

/** Text over as many rows as it takes. Ink's own wrapping begins rows with a space at times. */
export function Paragraph({children, width, ...style}: ParagraphProps) {
	const starts = wrapText(children, width);
	return (
		<Box flexDirection="column" flexShrink={0}>
			{starts.map((start, row) => (
				<Text key={start} wrap="truncate" {...style}>
					{children.slice(start, starts[row + 1]).trimEnd()}
				</Text>
			))}
		</Box>
	);
}
