import {Box, Text} from 'ink';
import {useMemo, useState} from 'react';
import {type DatePreset, datePresets, readTypedRange} from '../../date-presets.ts';
import {UserError} from '../../errors.ts';
import {showDayRange} from '../../measures.ts';
import type {DateRange} from '../../zoom/recordings.ts';
import {Frame} from '../components/frame.tsx';
import {ListView} from '../components/list.tsx';
import {TextFieldView} from '../components/text-field.tsx';
import {useBodySize} from '../hooks/use-body-size.ts';
import {useList} from '../hooks/use-list.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import {useQuit} from '../hooks/use-quit.ts';
import {useTextField} from '../hooks/use-text-field.ts';
import {colours} from '../theme.ts';
import {keyOfWhose, nameOfWhose, type Whose} from '../whose.ts';

type Choice = DatePreset | {readonly label: string; readonly range: undefined};

const keyOf = (choice: Choice) => choice.label;

/** Which days? Any length; Zoom's own limit of a month a request is not the person's problem. */
export function DatesScreen({whose}: {readonly whose: Whose}) {
	const {open, backBinding} = useNavigation();
	const {height} = useBodySize();
	const quit = useQuit();
	const choices = useMemo(
		(): readonly Choice[] => [
			...datePresets(new Date()),
			{label: 'Other dates…', range: undefined},
		],
		[],
	);
	const [isTyping, setTyping] = useState(false);
	const list = useList({
		name: `dates of ${keyOfWhose(whose)}`,
		items: choices,
		keyOf,
		textOf: keyOf,
		height: Math.min(choices.length, height - 2),
		canFilter: false,
	});

	const search = (range: DateRange) => open({name: 'meetings', whose, range});
	if (isTyping) {
		return <TypedRange whose={whose} onRange={search} onClose={() => setTyping(false)} />;
	}

	const choose = () => {
		if (list.current?.range === undefined) {
			setTyping(true);
		} else {
			search(list.current.range);
		}
	};
	return (
		<Frame
			breadcrumb={[nameOfWhose(whose), 'which days?']}
			bindings={[
				{keys: ['enter', 'right', 'l'], label: 'search these days', hint: 'search', run: choose},
				...list.bindings,
				backBinding,
				quit,
			]}
		>
			<Box paddingTop={1}>
				<ListView
					list={list}
					keyOf={keyOf}
					renderItem={({label, range}, isCurrent) => (
						<Box gap={1}>
							<Box width={16} flexShrink={0}>
								<Text bold={isCurrent}>{label}</Text>
							</Box>
							<Text dimColor={!isCurrent}>
								{range === undefined ? 'a range of your own' : showDayRange(range.from, range.to)}
							</Text>
						</Box>
					)}
				/>
			</Box>
		</Frame>
	);
}

function TypedRange({
	whose,
	onRange,
	onClose,
}: {
	readonly whose: Whose;
	readonly onRange: (range: DateRange) => void;
	readonly onClose: () => void;
}) {
	const field = useTextField(`${new Date().getFullYear()}-`);
	const [problem, setProblem] = useState<UserError | undefined>();
	const submit = () => {
		try {
			onRange(readTypedRange(field.text, new Date()));
		} catch (error) {
			if (!(error instanceof UserError)) {
				throw error;
			}

			setProblem(error);
		}
	};
	return (
		<Frame
			breadcrumb={[nameOfWhose(whose), 'which days?']}
			bindings={[
				{keys: ['enter'], label: 'search these days', hint: 'search', run: submit},
				{keys: ['escape'], label: 'back to the list', hint: 'back', run: onClose},
				...field.bindings,
			]}
			onText={field.onText}
		>
			<Box flexDirection="column" paddingX={2} paddingY={1} gap={1}>
				<Text>First and last day, as YYYY-MM-DD; one alone is that day. Any length.</Text>
				<Box>
					<Text bold color={colours.accent}>
						❯{' '}
					</Text>
					<TextFieldView {...field} isOpen />
				</Box>
				{problem !== undefined && (
					<Text color={colours.bad}>
						✗ {problem.message}. {problem.hint}
					</Text>
				)}
			</Box>
		</Frame>
	);
}
