import {Box, Text} from 'ink';
import {colours} from '../theme.ts';
import {firstRowInView, layOutField} from './text-area-state.ts';
import {TextFieldView} from './text-field.tsx';
import type {TextFieldState} from './text-field-state.ts';

export type TextAreaProps = {
	readonly field: TextFieldState;
	/** Cells of text. */
	readonly width: number;
	/** The most rows that there is room for. */
	readonly height: number;
};

/** A text that is being edited, in the place of the rows of a transcript. */
export function TextAreaView({field, width, height}: TextAreaProps) {
	const {text, cursor} = field;
	const area = layOutField(field, width);
	const first = firstRowInView(area, height);
	return (
		<Box flexDirection="column" flexShrink={0}>
			{area.rows.slice(first, first + height).map(({start, end}, row) => {
				const rowText = text.slice(start, end);
				return (
					<Box key={start} height={1} flexShrink={0}>
						<Text color={colours.accent}>▌{'  '}</Text>
						{first + row === area.cursorRow ? (
							<TextFieldView text={rowText} cursor={cursor - start} isOpen />
						) : (
							<Text wrap="truncate">{rowText}</Text>
						)}
					</Box>
				);
			})}
		</Box>
	);
}
