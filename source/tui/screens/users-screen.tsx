import {Box, Text} from 'ink';
import {useEffect, useMemo} from 'react';
import type {User} from '../../zoom/recordings.ts';
import {Frame} from '../components/frame.tsx';
import {countOf, FilterLine, ListView} from '../components/list.tsx';
import {
	ErrorNotice,
	LoadingNotice,
	Notice,
	PartialNotice,
	partialNoticeHeight,
	retrySentence,
} from '../components/notice.tsx';
import {Spinner} from '../components/spinner.tsx';
import {useBodySize} from '../hooks/use-body-size.ts';
import {type List, useList} from '../hooks/use-list.ts';
import {useListing} from '../hooks/use-listing.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import {useQuit} from '../hooks/use-quit.ts';
import type {Binding} from '../keymap.ts';
import type {ListingState} from '../listing.ts';
import type {ListedUsers} from '../listings.ts';
import {retryBinding, withRetry} from '../retry-binding.ts';
import {useSession} from '../session.ts';
import {everyone, keyOfWhose, type Whose} from '../whose.ts';
import {findMeetingBinding} from './find-meeting-screen.tsx';
import {libraryBinding} from './library-screen.tsx';

const people = ['person', 'people'] as const;

const textOf = (whose: Whose) =>
	whose.type === 'everyone'
		? 'Everyone'
		: `${whose.user.name} ${whose.user.email} ${whose.user.department ?? ''}`;

/** Whose recordings? Skipped when there is only one person to choose. */
export function UsersScreen() {
	const {listings} = useSession();
	const listing = listings.users();
	const state = useListing(listing);
	const {status, value, error} = state;
	const {users} = value;
	const {open, replace} = useNavigation();
	const choices = useMemo(
		(): readonly Whose[] => [
			...(users.length > 1 ? [everyone] : []),
			...users.map((user): Whose => ({type: 'user', user})),
		],
		[users],
	);
	const [first] = users;
	const {height, width} = useBodySize();
	const quit = useQuit();
	const isPartial = status === 'failed' && users.length > 0;
	const list = useList({
		name: 'users',
		items: choices,
		keyOf: keyOfWhose,
		textOf,
		// Everyone stands at the top; most people look for somebody.
		initialCursor: first === undefined ? undefined : keyOfWhose({type: 'user', user: first}),
		height: height - 1 - (isPartial ? partialNoticeHeight : 0),
	});

	const only = status === 'done' && users.length === 1 ? users[0] : undefined;
	useEffect(() => {
		if (only !== undefined) {
			replace({name: 'dates', whose: {type: 'user', user: only}});
		}
	});

	const choose: Binding = {
		keys: ['enter', 'right', 'l'],
		label: 'choose this user',
		hint: 'choose',
		run() {
			if (list.current !== undefined) {
				open({name: 'dates', whose: list.current});
			}
		},
	};

	return (
		<Frame
			breadcrumb={['whose recordings?']}
			bindings={withRetry(
				retryBinding('ask Zoom again', listing.reload, {
					isNext: status === 'failed' || (status === 'done' && users.length === 0),
				}),
				[
					...(list.current === undefined ? [] : [choose]),
					...list.bindings,
					findMeetingBinding(() => open({name: 'find meeting', whose: everyone})),
					libraryBinding(() => open({name: 'library'})),
					quit,
				],
			)}
			onText={list.onText}
		>
			{status === 'failed' && !isPartial && <ErrorNotice error={error} next={retrySentence} />}
			{status === 'loading' && users.length === 0 && (
				<LoadingNotice>Asking Zoom who is in the account…</LoadingNotice>
			)}
			{status === 'done' && users.length === 0 && (
				<Notice title="Zoom lists no users">
					{
						'The account answered, but shows no active or deactivated user to this app. Check that the app belongs to the right account, then press r.'
					}
				</Notice>
			)}
			{users.length > 0 && (
				<>
					<ListView
						list={list}
						keyOf={keyOfWhose}
						renderItem={(whose, isCurrent) =>
							whose.type === 'user' ? (
								<UserRow user={whose.user} isCurrent={isCurrent} width={width - 3} />
							) : (
								<Text bold={isCurrent}>Everyone</Text>
							)
						}
					/>
					<StatusLine list={list} state={state} />
					{isPartial && <PartialNotice error={error} />}
				</>
			)}
		</Frame>
	);
}

function StatusLine({
	list,
	state: {
		status,
		value: {users, total},
	},
}: {
	readonly list: List<Whose>;
	readonly state: ListingState<ListedUsers>;
}) {
	return (
		<Box paddingX={1} gap={1} height={1} flexShrink={0}>
			{list.filter === '' && !list.isFiltering ? (
				<>
					{status === 'loading' && <Spinner />}
					<Text dimColor wrap="truncate">
						{total !== undefined && total > users.length
							? `${users.length} of ${total} people`
							: countOf(users.length, people)}
					</Text>
				</>
			) : (
				<FilterLine list={list} noun={people} />
			)}
		</Box>
	);
}

function UserRow({
	user: {name, email, status, department},
	isCurrent,
	width,
}: {
	readonly user: User;
	readonly isCurrent: boolean;
	readonly width: number;
}) {
	const nameWidth = Math.min(28, Math.floor(width * 0.4));
	return (
		<Box width={width} gap={1}>
			<Box width={nameWidth} flexShrink={0}>
				<Text bold={isCurrent} wrap="truncate">
					{name}
				</Text>
			</Box>
			<Box flexGrow={1} flexBasis={0}>
				<Text dimColor={!isCurrent} wrap="truncate">
					{email}
					{department !== undefined && ` · ${department}`}
				</Text>
			</Box>
			{status === 'inactive' && (
				<Box flexShrink={0}>
					<Text dimColor>deactivated</Text>
				</Box>
			)}
		</Box>
	);
}
