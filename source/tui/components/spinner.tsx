import {Text, useAnimation} from 'ink';
import {colours} from '../theme.ts';

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'] as const;

export function Spinner() {
	const {frame} = useAnimation({interval: 80});
	return <Text color={colours.accent}>{frames[frame % frames.length]}</Text>;
}
