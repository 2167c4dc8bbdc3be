import {Text} from 'ink';
import type {TextFieldState} from './text-field-state.ts';

export type TextFieldProps = TextFieldState & {
	/** Whether keys go here: then the cursor is shown. */
	readonly isOpen: boolean;
};

const graphemes = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

export function TextFieldView({text, cursor, isOpen}: TextFieldProps) {
	if (!isOpen) {
		return <Text wrap="truncate-start">{text}</Text>;
	}

	const [under] = graphemes.segment(text.slice(cursor));
	const underCursor = under?.segment ?? ' ';
	return (
		<Text wrap={cursor === text.length ? 'truncate-start' : 'truncate'}>
			{text.slice(0, cursor)}
			<Text inverse>{underCursor}</Text>
			{text.slice(cursor + (under?.segment.length ?? 0))}
		</Text>
	);
}
