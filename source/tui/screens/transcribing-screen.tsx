import {Box, Text, useAnimation} from 'ink';
import {useEffect} from 'react';
import {hasEnded, type JobView} from '../../jobs/job-progress.ts';
import {Frame} from '../components/frame.tsx';
import {JobRow} from '../components/job-row.tsx';
import {FilterLine, ListView} from '../components/list.tsx';
import {Notice} from '../components/notice.tsx';
import {useBodySize} from '../hooks/use-body-size.ts';
import {useJobs} from '../hooks/use-jobs.ts';
import {useList} from '../hooks/use-list.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import {useQuit} from '../hooks/use-quit.ts';
import type {Binding} from '../keymap.ts';
import {useSession} from '../session.ts';
import {colours} from '../theme.ts';

const keyOf = ({job}: JobView) => job.id;
const textOf = ({job}: JobView) => job.meeting.topic;

/** Rows under the list for what the job under the cursor has to say. */
const messageHeight = 4;

/** One line for each job. Leaving it leaves the jobs alone. */
export function TranscribingScreen({follow}: {readonly follow: string | undefined}) {
	const {services} = useSession();
	const jobs = useJobs();
	const {open, replace, backBinding} = useNavigation();
	const {height} = useBodySize();
	const quit = useQuit();
	const isMoving = jobs.some(({progress}) => !hasEnded(progress));
	// The elapsed times go on between two pieces of news.
	useAnimation({interval: 1000, isActive: isMoving});
	const list = useList({
		name: 'jobs',
		items: jobs,
		keyOf,
		textOf,
		initialCursor: follow,
		height: Math.max(1, height - 1 - messageHeight),
	});

	const followed = jobs.find(({job}) => job.id === follow);
	const finished =
		followed?.progress.stage === 'completed' ? followed.progress.transcriptId : undefined;
	useEffect(() => {
		if (finished !== undefined) {
			replace({name: 'transcript', reference: {type: 'library', id: finished}});
		}
	});

	const {current} = list;
	const bindings: readonly Binding[] = [
		...jobBindings(current, {
			open: transcriptId =>
				open({name: 'transcript', reference: {type: 'library', id: transcriptId}}),
			cancel: services.jobs.cancel,
			async retry(id) {
				const second = await services.jobs.retry(id);
				if (id === follow) {
					replace({name: 'transcribing', follow: second});
				}
			},
		}),
		...list.bindings,
		{...backBinding, label: 'back; the transcriptions go on'},
		quit,
	];
	const ended = jobs.filter(({progress}) => hasEnded(progress)).length;
	return (
		<Frame breadcrumb={['transcribing']} bindings={bindings} onText={list.onText}>
			<Box paddingX={1} height={1} flexShrink={0}>
				{list.filter === '' && !list.isFiltering ? (
					<Text dimColor>
						{ended} of {jobs.length} done
					</Text>
				) : (
					<FilterLine list={list} noun="jobs" />
				)}
			</Box>
			{jobs.length === 0 ? (
				<Notice title="Nothing is being transcribed">Press Esc to go back to the meetings.</Notice>
			) : (
				<ListView
					list={list}
					keyOf={keyOf}
					renderItem={(view, isCurrent) => <JobRow view={view} isCurrent={isCurrent} />}
				/>
			)}
			{current !== undefined && <JobMessage view={current} />}
		</Frame>
	);
}

function jobBindings(
	view: JobView | undefined,
	act: {
		readonly open: (transcriptId: string) => void;
		readonly cancel: (id: string) => void;
		readonly retry: (id: string) => void;
	},
): readonly Binding[] {
	if (view === undefined) {
		return [];
	}

	const {progress, job} = view;
	if (progress.stage === 'completed') {
		const {transcriptId} = progress;
		return [
			{
				keys: ['enter', 'right', 'l'],
				label: 'open the transcript',
				hint: 'open',
				run: () => act.open(transcriptId),
			},
		];
	}

	return hasEnded(progress)
		? [{keys: ['t'], label: 'try this one again', hint: 'try again', run: () => act.retry(job.id)}]
		: [{keys: ['x'], label: 'give this one up', hint: 'cancel', run: () => act.cancel(job.id)}];
}

/** What went wrong with the job under the cursor, or what is worth knowing about it. */
function JobMessage({view: {progress, remarks}}: {readonly view: JobView}) {
	const error = progress.stage === 'failed' ? progress.error : undefined;
	return (
		<Box
			flexDirection="column"
			paddingX={2}
			paddingTop={1}
			height={messageHeight}
			overflow="hidden"
		>
			{error !== undefined && (
				<Text>
					<Text color={colours.bad}>✗ </Text>
					{error.message}
					{'hint' in error && typeof error.hint === 'string' && (
						<Text dimColor>{` ${error.hint}`}</Text>
					)}
				</Text>
			)}
			{error === undefined &&
				remarks.map(remark => (
					<Text key={remark} dimColor wrap="truncate">
						{remark}
					</Text>
				))}
		</Box>
	);
}
