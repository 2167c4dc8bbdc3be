import {Box, Text} from 'ink';
import {useMemo, useState} from 'react';
import {showCost} from '../../jobs/cost.ts';
import {showDayRange, showMinutes} from '../../measures.ts';
import type {DateRange, Meeting} from '../../zoom/recordings.ts';
import {Frame} from '../components/frame.tsx';
import {countOf, FilterLine, ListView} from '../components/list.tsx';
import {MeetingDetail} from '../components/meeting-detail.tsx';
import {MeetingRow} from '../components/meeting-row.tsx';
import {MeetingSide} from '../components/meeting-side.tsx';
import {
	ErrorNotice,
	LoadingNotice,
	Notice,
	PartialNotice,
	partialNoticeHeight,
	retrySentence,
} from '../components/notice.tsx';
import {Spinner} from '../components/spinner.tsx';
import {sideWidthOf, TwoPanes} from '../components/two-panes.tsx';
import {useBodySize} from '../hooks/use-body-size.ts';
import {type List, useList} from '../hooks/use-list.ts';
import {useListing} from '../hooks/use-listing.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import {useQuit} from '../hooks/use-quit.ts';
import {useTranscribe} from '../hooks/use-transcribe.ts';
import type {Binding} from '../keymap.ts';
import type {ListedMeetings} from '../listed-meetings.ts';
import type {ListingState} from '../listing.ts';
import {nextOrder, type Order, orders, sortMeetings} from '../meeting-order.ts';
import {hasAudio} from '../meeting-words.ts';
import {retryBinding, withRetry} from '../retry-binding.ts';
import {useSession} from '../session.ts';
import {keyOfWhose, nameOfWhose, type Whose} from '../whose.ts';
import {findMeetingBinding} from './find-meeting-screen.tsx';
import {libraryBinding} from './library-screen.tsx';

const keyOf = (meeting: Meeting) => meeting.uuid;
const textOf = ({topic, start, number, hostEmail}: Meeting) =>
	`${topic} ${start.toDateString()} ${number} ${hostEmail ?? ''}`;

const meetingNoun = ['meeting', 'meetings'] as const;
const personNoun = ['person', 'people'] as const;

/** Rows of the detail under the list; left out where the list would get too short. */
const detailHeight = 6;

/** Every recorded meeting in the range, arriving while one looks. */
export function MeetingsScreen({whose, range}: {readonly whose: Whose; readonly range: DateRange}) {
	const {listings} = useSession();
	const listing = listings.meetings(whose, range);
	const state = useListing(listing);
	const {open, backBinding} = useNavigation();
	const {width, height} = useBodySize();
	const quit = useQuit();
	const transcribe = useTranscribe();
	const [order, setOrder] = useState<Order>('newest');
	const meetings = useMemo(
		() => sortMeetings(state.value.meetings, order),
		[state.value.meetings, order],
	);
	const isPartial = state.status === 'failed' && meetings.length > 0;
	const hasDetail = height >= 14 && !isPartial && sideWidthOf(width) === 0;
	const footHeight = isPartial ? partialNoticeHeight : hasDetail ? detailHeight : 0;
	const list = useList({
		name: `meetings of ${keyOfWhose(whose)} ${range.from} ${range.to}`,
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
	const {current} = list;

	function enterHint(): string {
		if (list.marked.size > 0) {
			return `transcribe ${list.marked.size}`;
		}

		return current !== undefined && transcribe.isTranscribed(current) ? 'read' : 'transcribe';
	}

	const acting: readonly Binding[] = [
		{
			keys: ['enter', 'right', 'l'],
			label: 'open the transcript; transcribe first where there is none',
			hint: enterHint(),
			run() {
				transcribe.openOrStart(chosen());
				list.clearMarks();
			},
		},
		...list.bindings,
		{
			keys: ['s'],
			label: 'sort: newest, oldest, longest, topic',
			run: () => setOrder(nextOrder),
		},
		{
			keys: ['R'],
			label: 'transcribe again, also what has been transcribed',
			run: () => transcribe.startAgain(chosen()),
		},
		...transcribe.bindings,
		{
			keys: ['d'],
			label: 'details: every file, Zoom’s transcript and summary',
			hint: 'details',
			run: () => current !== undefined && open({name: 'meeting', uuid: current.uuid}),
		},
		{
			keys: ['o'],
			label: 'options first: language, speakers, keyterms, cost, …',
			hint: 'options',
			run: () => transcribe.askFirst(chosen()),
		},
		{
			keys: ['v'],
			label: 'Zoom’s own transcript, at once and free',
			run: () =>
				current !== undefined &&
				open({name: 'transcript', reference: {type: 'zoom', meetingUuid: current.uuid}}),
		},
	];
	const others: readonly Binding[] = [
		...(current === undefined ? [...list.bindings, ...transcribe.bindings] : acting),
		findMeetingBinding(() => open({name: 'find meeting', whose})),
		libraryBinding(() => open({name: 'library'})),
		backBinding,
		quit,
	];
	const retry = retryBinding('ask Zoom again', isPartial ? listing.resume : listing.reload, {
		isNext: state.status === 'failed' || (state.status === 'done' && meetings.length === 0),
	});
	return (
		<Frame
			breadcrumb={[nameOfWhose(whose), showDayRange(range.from, range.to)]}
			bindings={withRetry(retry, others)}
			onText={list.onText}
		>
			{state.status === 'failed' && !isPartial && (
				<ErrorNotice error={state.error} next={retrySentence} />
			)}
			{state.status !== 'failed' && meetings.length === 0 && (
				<NoMeetings state={state} whose={whose} range={range} />
			)}
			{meetings.length > 0 && (
				<TwoPanes
					renderSide={sideWidth =>
						current !== undefined && <MeetingSide meeting={current} width={sideWidth} />
					}
				>
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
					{isPartial && <PartialNotice error={state.error} />}
				</TwoPanes>
			)}
		</Frame>
	);
}

function NoMeetings({
	state: {status, value},
	whose,
	range,
}: {
	readonly state: ListingState<ListedMeetings>;
	readonly whose: Whose;
	readonly range: DateRange;
}) {
	const days = showDayRange(range.from, range.to);
	if (status === 'loading') {
		return (
			<LoadingNotice>{`Asking Zoom for recordings of ${days}…${showProgress(value, ' (', ')')}`}</LoadingNotice>
		);
	}

	const who = whose.type === 'user' ? `${whose.user.name} has` : 'Nobody has';
	const what = whose.type === 'user' ? 'no cloud recordings' : 'any cloud recording';
	return (
		<Notice title={`${who} ${what} of ${days}`}>
			{`Zoom was asked${showProgress(value, ' in ', '')} and listed none. A fresh recording can take as long as the meeting itself to appear. Press Esc for other days, or r to ask again.`}
		</Notice>
	);
}

/** How far the search has come; nothing where one request was enough. */
function showProgress({progress}: ListedMeetings, before: string, after: string): string {
	if (progress === undefined || (progress.by === 'windows' && progress.total === 1)) {
		return '';
	}

	const {by, done, total} = progress;
	const unit = by === 'users' ? 'people' : 'windows';
	const count = total === undefined || total === done ? `${done}` : `${done} of ${total}`;
	return `${before}${count} ${unit}${after}`;
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
	const {estimateCost, newJob} = useSession().services;
	// There may be thousands.
	const chosen = useMemo(() => {
		const marked = value.meetings.filter(({uuid}) => list.marked.has(uuid));
		const minutes = marked.reduce((sum, {durationMinutes}) => sum + durationMinutes, 0);
		const cost = estimateCost(marked.map(meeting => newJob(meeting)));
		return {count: marked.length, words: `${showMinutes(minutes)}, ${showCost(cost)}`};
	}, [value.meetings, list.marked, estimateCost, newJob]);
	if (list.isFiltering || list.filter !== '') {
		return (
			<Box paddingX={1} height={1} flexShrink={0}>
				<FilterLine list={list} noun={meetingNoun} />
			</Box>
		);
	}

	return (
		<Box paddingX={1} gap={1} height={1} flexShrink={0}>
			{status === 'loading' && <Spinner />}
			<Text dimColor wrap="truncate">
				{countOf(list.items.length, meetingNoun)}, {orders[order]}
				{status === 'loading' && showProgress(value, ' · asked ', '')}
				{value.problems.length > 0 &&
					` · ${countOf(value.problems.length, personNoun)} can’t be listed: ${value.problems[0]?.message}`}
				{chosen.count > 0 && ` · ${chosen.count} marked: ${chosen.words}`}
			</Text>
		</Box>
	);
}
