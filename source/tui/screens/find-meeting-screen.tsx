import {Box, Text} from 'ink';
import {useEffect, useState} from 'react';
import {lastDays} from '../../zoom/date-range.ts';
import {Frame} from '../components/frame.tsx';
import {ErrorNotice, LoadingNotice} from '../components/notice.tsx';
import {Paragraph} from '../components/paragraph.tsx';
import {TextFieldView} from '../components/text-field.tsx';
import {useBodySize} from '../hooks/use-body-size.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import {useTextField} from '../hooks/use-text-field.ts';
import type {Binding} from '../keymap.ts';
import {useSession} from '../session.ts';
import {colours} from '../theme.ts';
import {nameOfWhose, type Whose} from '../whose.ts';

/** The key by which a meeting is looked up that one has a number or a link of. */
export function findMeetingBinding(run: () => void): Binding {
	return {keys: ['p'], label: 'paste a meeting number, a UUID or a link', run};
}

type Search =
	| {readonly name: 'typing'}
	| {readonly name: 'searching'; readonly text: string}
	| {readonly name: 'failed'; readonly error: unknown};

/** How far back a link to a recording is searched for. */
const searchedDays = 365;

export function FindMeetingScreen({whose}: {readonly whose: Whose}) {
	const {services} = useSession();
	const {replace, backBinding} = useNavigation();
	const {width} = useBodySize();
	const field = useTextField('');
	const [search, setSearch] = useState<Search>({name: 'typing'});
	const wanted = search.name === 'searching' ? search.text : undefined;

	// biome-ignore lint/correctness/useExhaustiveDependencies: one search for each text
	useEffect(() => {
		if (wanted === undefined) {
			return;
		}

		const controller = new AbortController();
		const where = {
			user: whose.type === 'user' ? whose.user.id : undefined,
			range: lastDays(searchedDays, new Date()),
		};
		services.zoom
			.findMeeting(wanted, where, controller.signal)
			.then(({uuid}) => replace({name: 'meeting', uuid}))
			.catch((error: unknown) => {
				if (!controller.signal.aborted) {
					setSearch({name: 'failed', error});
				}
			});
		return () => controller.abort();
	}, [wanted]);

	const isTyping = search.name === 'typing';
	const bindings: readonly Binding[] = isTyping
		? [
				{
					keys: ['enter'],
					label: 'look it up',
					hint: 'look it up',
					run: () => field.text.trim() !== '' && setSearch({name: 'searching', text: field.text}),
				},
				backBinding,
				...field.bindings,
			]
		: [
				{
					keys: ['r', 'enter'],
					label: 'try another',
					hint: 'try another',
					run: () => setSearch({name: 'typing'}),
				},
				backBinding,
			];
	return (
		<Frame
			breadcrumb={[nameOfWhose(whose), 'which meeting?']}
			bindings={bindings}
			onText={isTyping ? field.onText : undefined}
		>
			<Box flexDirection="column" paddingX={2} paddingTop={1} gap={1}>
				<Paragraph width={Math.min(90, width - 4)}>
					{
						'A meeting number (its latest recording), a UUID, a link to join, or a link to the recording.'
					}
				</Paragraph>
				<Box>
					<Text bold color={colours.accent}>
						❯{' '}
					</Text>
					<TextFieldView {...field} isOpen={isTyping} />
				</Box>
			</Box>
			{search.name === 'searching' && <LoadingNotice>Looking it up at Zoom…</LoadingNotice>}
			{search.name === 'failed' && (
				<ErrorNotice error={search.error} next="Press r to try another." />
			)}
		</Frame>
	);
}
