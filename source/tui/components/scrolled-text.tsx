import {Box, Text} from 'ink';
import {useMemo, useState} from 'react';
import {wrapText} from '../../transcripts/wrap-text.ts';
import {useBodySize} from '../hooks/use-body-size.ts';
import type {Binding} from '../keymap.ts';
import {moveBindings} from '../move-bindings.ts';
import type {TextParagraph} from '../summary-paragraphs.ts';
import {colours} from '../theme.ts';

const widestText = 100;
const margins = 4;

type Row = TextParagraph;

export type ScrolledTextState = {
	readonly rows: readonly Row[];
	readonly top: number;
	readonly height: number;
	readonly bindings: readonly Binding[];
};

/** Paragraphs that may be longer than the screen. */
export function useScrolledText(paragraphs: readonly TextParagraph[]): ScrolledTextState {
	const {width, height} = useBodySize();
	const textWidth = Math.min(widestText, width - margins);
	const rows = useMemo(() => toRows(paragraphs, textWidth), [paragraphs, textWidth]);
	const [requested, setTop] = useState(0);
	const lastTop = Math.max(0, rows.length - height);
	const top = Math.min(requested, lastTop);
	return {
		rows,
		top,
		height,
		bindings: moveBindings(height, by =>
			setTop(current => Math.max(0, Math.min(lastTop, Math.min(current, lastTop) + by))),
		),
	};
}

function toRows(paragraphs: readonly TextParagraph[], width: number): readonly Row[] {
	return paragraphs.flatMap(({style, text}, position) => {
		const starts = wrapText(text, width);
		const rows = starts.map(
			(start, row): Row => ({style, text: text.slice(start, starts[row + 1]).trimEnd()}),
		);
		const isSetOff = style === 'heading' && position > 0;
		return isSetOff ? [{style: 'body', text: ''}, ...rows] : rows;
	});
}

export function ScrolledText({
	rows,
	top,
	height,
}: Pick<ScrolledTextState, 'rows' | 'top' | 'height'>) {
	return (
		<Box flexDirection="column" paddingX={2} height={height} flexShrink={0} overflow="hidden">
			{rows.slice(top, top + height).map(({style, text}, row) =>
				style === 'heading' ? (
					// biome-ignore lint/suspicious/noArrayIndexKey: a row's place is all that tells it apart
					<Text key={row} bold color={colours.accent} wrap="truncate">
						{text}
					</Text>
				) : (
					// biome-ignore lint/suspicious/noArrayIndexKey: a row's place is all that tells it apart
					<Text key={row} wrap="truncate">
						{text === '' ? ' ' : text}
					</Text>
				),
			)}
		</Box>
	);
}
