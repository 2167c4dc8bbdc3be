import {Box, Text} from 'ink';
import type {RunField} from '../../jobs/run-fields.ts';
import type {TranscriptionRequest} from '../../library/records.ts';
import {colours} from '../theme.ts';
import {TextFieldView} from './text-field.tsx';
import type {TextFieldState} from './text-field-state.ts';

export type RunRowProps = {
	readonly row: RunField | {readonly kind: 'start'; readonly title: string};
	readonly request: TranscriptionRequest;
	/** While this one is being typed. */
	readonly field: TextFieldState | undefined;
	readonly isCurrent: boolean;
};

const titleWidth = 14;

/** An option of a run with what holds for it. */
export function RunRow({row, request, field, isCurrent}: RunRowProps) {
	if (row.kind === 'start') {
		return (
			<Text bold color={colours.accent}>
				Transcribe
			</Text>
		);
	}

	return (
		<Box flexGrow={1} flexBasis={0}>
			<Box width={titleWidth} flexShrink={0}>
				<Text bold={isCurrent}>{row.title}</Text>
			</Box>
			{field === undefined ? (
				<Value row={row} request={request} />
			) : (
				<TextFieldView {...field} isOpen />
			)}
		</Box>
	);
}

function Value({row, request}: {readonly row: RunField; readonly request: TranscriptionRequest}) {
	if (row.kind === 'choice') {
		return <Text wrap="truncate">{row.show(request)}</Text>;
	}

	const shown = row.option.show(request);
	return shown === '' ? (
		<Text dimColor wrap="truncate">
			{row.otherwise}
		</Text>
	) : (
		<Text wrap="truncate">{shown}</Text>
	);
}
