import {Text} from 'ink';
import {colours} from '../theme.ts';

export type ProgressBarProps = {
	/** 0 to 1. */
	readonly value: number;
	/** Cells. */
	readonly width: number;
};

export function ProgressBar({value, width}: ProgressBarProps) {
	const filled = Math.round(Math.min(1, Math.max(0, value)) * width);
	return (
		<Text>
			<Text color={colours.accent}>{'━'.repeat(filled)}</Text>
			<Text dimColor>{'─'.repeat(width - filled)}</Text>
		</Text>
	);
}
