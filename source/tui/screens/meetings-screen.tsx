import {Box, Text} from 'ink';
import {useMemo, useState} from 'react';
import {showBytes, showDayRange, showMinutes} from '../../measures.ts';
import type {DateRange, Meeting, User} from '../../zoom/recordings.ts';
import {Frame} from '../components/frame.tsx';
import {FilterLine, ListView} from '../components/list.tsx';
import {MeetingDetail} from '../components/meeting-detail.tsx';
import {MeetingRow} from '../components/meeting-row.tsx';
import {
	ErrorNotice,
	LoadingNotice,
	Notice,
	PartialNotice,
	partialNoticeHeight,
} from '../components/notice.tsx';
import {Spinner} from '../components/spinner.tsx';
import {useBodySize} from '../hooks/use-body-size.ts';
import {type List, useList} from '../hooks/use-list.ts';
import {useListing} from '../hooks/use-listing.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import {useQuit} from '../hooks/use-quit.ts';
import {useTranscribe} from '../hooks/use-transcribe.ts';
import type {Binding} from '../keymap.ts';
import type {ListingState} from '../listing.ts';
import type {ListedMeetings} from '../listings.ts';
import {nextOrder, type Order, orders, sortMeetings} from '../meeting-order.ts';
import {hasAudio} from '../meeting-words.ts';
import {useSession} from '../session.ts';

const keyOf = (meeting: Meeting) => meeting.uuid;
const textOf = ({topic, start, number}: Meeting) => `${topic} ${start.toDateString()} ${number}`;

/** Rows of the detail under the list; left out where the list would get too short. */
const detailHeight = 6;

/** Every recorded meeting in the range, arriving while one looks. */
export function MeetingsScreen({user, range}: {readonly user: User; readonly range: DateRange}) {
	const {listings} = useSession();
	const listing = listings.meetings(user, range);
	const state = useListing(listing);
	const {backBinding} = useNavigation();
	const {height} = useBodySize();
	const quit = useQuit();
	const transcribe = useTranscribe();
	const [order, setOrder] = useState<Order>('newest');
	const meetings = useMemo(
		() => sortMeetings(state.value.meetings, order),
		[state.value.meetings, order],
	);
	const isPartial = state.status === 'failed' && meetings.length > 0;
	const hasDetail = height >= 14 && !isPartial;
	const footHeight = isPartial ? partialNoticeHeight : hasDetail ? detailHeight : 0;
	const list = useList({
		name: `meetings of ${user.id} ${range.from} ${range.to}`,
		items: meetings,
		keyOf,
		textOf,
		initialCursor: meetings.find(hasAudio)?.uuid,
		height: Math.max(1, height - 1 - footHeight),
		canMark: true,
	});

	const chosen = () => {
		const marked = meetings.filter(({uuid}) => list.marked.has(uuid));
		return marked.length > 0 ? marked : list.current === undefined ? [] : [list.current];
	};
	const bindings: readonly Binding[] = [
		{
			keys: ['enter', 'right', 'l'],
			label: 'open the transcript; transcribe first where there is none',
			hint: list.marked.size > 0 ? `transcribe ${list.marked.size}` : 'transcribe',
			run() {
				transcribe.openOrStart(chosen());
				list.clearMarks();
			},
		},
		...list.bindings,
		{
			keys: ['s'],
			label: 'sort: newest, oldest, longest, topic',
			hint: 'sort',
			run: () => setOrder(nextOrder),
		},
		{
			keys: ['R'],
			label: 'transcribe again, also what has been transcribed',
			run: () => transcribe.startAgain(chosen()),
		},
		...transcribe.bindings,
		{keys: ['r'], label: 'ask Zoom again', run: listing.reload},
		backBinding,
		quit,
	];
	return (
		<Frame
			breadcrumb={[user.name, showDayRange(range.from, range.to)]}
			bindings={bindings}
			onText={list.onText}
		>
			{state.status === 'failed' && !isPartial && <ErrorNotice error={state.error} retryKey="r" />}
			{state.status !== 'failed' && meetings.length === 0 && (
				<NoMeetings state={state} user={user} range={range} />
			)}
			{meetings.length > 0 && (
				<>
					<ListView
						list={list}
						keyOf={keyOf}
						renderItem={(meeting, isCurrent) => (
							<MeetingRow
								meeting={meeting}
								isCurrent={isCurrent}
								isTranscribed={transcribe.isTranscribed(meeting)}
							/>
						)}
					/>
					<StatusLine list={list} state={state} order={order} />
					{hasDetail && list.current !== undefined && (
						<MeetingDetail meeting={list.current} height={detailHeight} />
					)}
					{isPartial && <PartialNotice error={state.error} retryKey="r" />}
				</>
			)}
		</Frame>
	);
}

function NoMeetings({
	state: {status, value},
	user,
	range,
}: {
	readonly state: ListingState<ListedMeetings>;
	readonly user: User;
	readonly range: DateRange;
}) {
	const days = showDayRange(range.from, range.to);
	if (status === 'loading') {
		const {windowsDone, windowsTotal} = value;
		const progress =
			windowsTotal !== undefined && windowsTotal > 1 ? ` (${windowsDone} of ${windowsTotal})` : '';
		return <LoadingNotice>{`Asking Zoom for recordings of ${days}…${progress}`}</LoadingNotice>;
	}

	const requests = value.windowsDone === 1 ? 'one request' : `${value.windowsDone} windows`;
	return (
		<Notice title={`${user.name} has no cloud recordings of ${days}`}>
			{`Zoom was asked in ${requests} and listed none. A fresh recording can take as long as the meeting itself to appear. Press Esc for other days, or r to ask again.`}
		</Notice>
	);
}

function StatusLine({
	list,
	state: {status, value},
	order,
}: {
	readonly list: List<Meeting>;
	readonly state: ListingState<ListedMeetings>;
	readonly order: Order;
}) {
	if (list.isFiltering || list.filter !== '') {
		return (
			<Box paddingX={1} height={1} flexShrink={0}>
				<FilterLine list={list} noun="meetings" />
			</Box>
		);
	}

	const marked = value.meetings.filter(({uuid}) => list.marked.has(uuid));
	const minutes = marked.reduce((sum, {durationMinutes}) => sum + durationMinutes, 0);
	const bytes = marked.reduce((sum, {totalSizeBytes}) => sum + totalSizeBytes, 0);
	return (
		<Box paddingX={1} gap={1} height={1} flexShrink={0}>
			{status === 'loading' && <Spinner />}
			<Text dimColor wrap="truncate">
				{list.items.length} {list.items.length === 1 ? 'meeting' : 'meetings'}, {orders[order]}
				{status === 'loading' &&
					value.windowsTotal !== undefined &&
					` · asked ${value.windowsDone} of ${value.windowsTotal} windows`}
				{marked.length > 0 &&
					` · ${marked.length} marked: ${showMinutes(minutes)}, ${showBytes(bytes)}`}
			</Text>
		</Box>
	);
}
