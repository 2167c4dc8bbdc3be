import {Box, Text} from 'ink';
import {type ReactNode, useMemo, useState} from 'react';
import {describeError, UserError} from '../../errors.ts';
import {type LibraryEntry, listEntries} from '../../kept-transcripts/library-entries.ts';
import {Frame} from '../components/frame.tsx';
import {LibraryDetail, LibraryRow, libraryDetailHeight} from '../components/library-row.tsx';
import {LibrarySide} from '../components/library-side.tsx';
import {FilterLine, ListView} from '../components/list.tsx';
import {Notice} from '../components/notice.tsx';
import {Spinner} from '../components/spinner.tsx';
import {sideWidthOf, TwoPanes} from '../components/two-panes.tsx';
import {useBodySize} from '../hooks/use-body-size.ts';
import {type DeletionState, deletionPlaces, useDeletion} from '../hooks/use-deletion.ts';
import {useJobCounts} from '../hooks/use-jobs.ts';
import {type List, useList} from '../hooks/use-list.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import {useQuit} from '../hooks/use-quit.ts';
import type {Binding} from '../keymap.ts';
import {nextOrder, type Order, orders, sortMeetings} from '../meeting-order.ts';
import {useSession} from '../session.ts';
import {colours} from '../theme.ts';

/** The key that leads to everything transcribed before. */
export function libraryBinding(run: () => void): Binding {
	return {
		keys: ['L'],
		label: 'the library: everything transcribed, and what was said',
		hint: 'library',
		run,
	};
}

const keyOf = ({id}: LibraryEntry) => id;
const textOf = ({topic, start, record, speakers}: LibraryEntry) =>
	`${topic} ${start.toDateString()} ${record.meeting.number} ${speakers.map(({name}) => name ?? '').join(' ')}`;

/** Everything that was transcribed; neither service is asked for it. */
export function LibraryScreen() {
	const {services} = useSession();
	const {open, backBinding} = useNavigation();
	const {width, height} = useBodySize();
	const quit = useQuit();
	const [order, setOrder] = useState<Order>('newest');
	const [deletions, countDeletion] = useState(0);
	const {running, total} = useJobCounts();
	// biome-ignore lint/correctness/useExhaustiveDependencies: what is there changes with both
	const entries = useMemo(
		() => listEntries(services.library),
		[services.library, running, total, deletions],
	);
	const sorted = useMemo(() => sortMeetings(entries, order), [entries, order]);
	const deletion = useDeletion(() => countDeletion(count => count + 1));
	const hasDetail = height >= 14 && sideWidthOf(width) === 0;
	const list = useList({
		name: 'library',
		items: sorted,
		keyOf,
		textOf,
		height: Math.max(1, height - 1 - (hasDetail ? libraryDetailHeight : 0)),
		canMark: true,
	});

	const chosen = (): readonly LibraryEntry[] => {
		const marked = sorted.filter(({id}) => list.marked.has(id));
		return marked.length > 0 ? marked : list.current === undefined ? [] : [list.current];
	};

	function exportChosen(): void {
		const [first, ...others] = chosen().map(({id}) => id);
		if (first === undefined) {
			return;
		}

		open(
			others.length === 0
				? {name: 'export', reference: {type: 'library', id: first}}
				: {name: 'export many', ids: [first, ...others]},
		);
	}

	const {current} = list;
	const marks = list.marked.size > 0 ? ` ${list.marked.size}` : '';
	const acting: readonly Binding[] = [
		{
			keys: ['enter', 'right', 'l'],
			label: 'open the transcript',
			hint: 'open',
			run: () =>
				current !== undefined &&
				open({name: 'transcript', reference: {type: 'library', id: current.id}}),
		},
		{
			keys: ['f'],
			label: 'find what was said, in all of them',
			hint: 'find what was said',
			run: () => open({name: 'library search', text: ''}),
		},
		...list.bindings,
		{
			keys: ['.'],
			label: 'export what is marked, or this one',
			hint: `export${marks}`,
			run: exportChosen,
		},
		{
			keys: ['D'],
			label: 'delete what is marked, or this one: here, at AssemblyAI, or both',
			hint: `delete${marks}`,
			run: () => deletion.ask(chosen().flatMap(({segmentIds}) => segmentIds)),
		},
		{keys: ['s'], label: 'sort: newest, oldest, longest, topic', run: () => setOrder(nextOrder)},
	];
	const browsing: readonly Binding[] = [
		...(current === undefined ? list.bindings : acting),
		backBinding,
		quit,
	];
	return (
		<Frame
			breadcrumb={['library']}
			bindings={
				deletion.state.name === 'asking'
					? deletion.bindings
					: browsing.map(binding => ({
							...binding,
							run() {
								// What was said is about what is left now.
								deletion.forget();
								binding.run();
							},
						}))
			}
			onText={list.onText}
		>
			{entries.length === 0 ? (
				<Notice title="Nothing was transcribed yet">
					Every transcript is kept here, Zoom’s own too, to be read and searched without asking
					anybody again. Press Esc and choose a meeting.
				</Notice>
			) : (
				<TwoPanes
					renderSide={sideWidth =>
						current !== undefined && <LibrarySide entry={current} width={sideWidth} />
					}
				>
					<ListView
						list={list}
						keyOf={keyOf}
						renderItem={(entry, isCurrent) => <LibraryRow entry={entry} isCurrent={isCurrent} />}
					/>
					<Box paddingX={1} gap={1} height={1} flexShrink={0}>
						<StatusLine list={list} order={order} deletion={deletion.state} />
					</Box>
					{hasDetail && current !== undefined && <LibraryDetail entry={current} />}
				</TwoPanes>
			)}
		</Frame>
	);
}

function StatusLine({
	list,
	order,
	deletion,
}: {
	readonly list: List<LibraryEntry>;
	readonly order: Order;
	readonly deletion: DeletionState;
}): ReactNode {
	switch (deletion.name) {
		case 'asking':
			return (
				<Text color={colours.warning} wrap="truncate">
					Delete {count(deletion.ids.length)} for good: where?
				</Text>
			);
		case 'deleting':
			return (
				<Text>
					<Spinner /> deleting {deletion.done + 1} of {deletion.total}…
				</Text>
			);
		case 'deleted':
			return (
				<Text color={colours.good} wrap="truncate">
					✓ {count(deletion.count)} deleted {deletionPlaces[deletion.place]}
				</Text>
			);
		case 'failed':
			if (!(deletion.error instanceof UserError)) {
				throw deletion.error;
			}

			return (
				<Text color={colours.bad} wrap="truncate">
					✗ {describeError(deletion.error)}
				</Text>
			);
		case 'none':
			return list.isFiltering || list.filter !== '' ? (
				<FilterLine list={list} noun={['transcript', 'transcripts']} />
			) : (
				<Text dimColor wrap="truncate">
					{count(list.items.length)}, {orders[order]}
					{list.marked.size > 0 && ` · ${list.marked.size} marked`}
				</Text>
			);
	}
}

function count(transcripts: number): string {
	return transcripts === 1 ? '1 transcript' : `${transcripts} transcripts`;
}
