import {Box, Text, useAnimation} from 'ink';
import {useContext, useEffect, useMemo} from 'react';
import {describeError, UserError} from '../../errors.ts';
import {hasEnded, type JobView} from '../../jobs/job-progress.ts';
import {Announcements} from '../announcements.ts';
import {Frame} from '../components/frame.tsx';
import {JobMessage, messageHeight} from '../components/job-message.tsx';
import {JobRow} from '../components/job-row.tsx';
import {FilterLine, ListView} from '../components/list.tsx';
import {Notice} from '../components/notice.tsx';
import {PauseNotice, pauseNoticeHeight} from '../components/pause-notice.tsx';
import {ProgressBar} from '../components/progress-bar.tsx';
import {useBodySize} from '../hooks/use-body-size.ts';
import {useEarlierJobs} from '../hooks/use-earlier-jobs.ts';
import {useJobs, usePauseReason} from '../hooks/use-jobs.ts';
import {type List, useList} from '../hooks/use-list.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import {useQuit} from '../hooks/use-quit.ts';
import {describeSummary, summarizeJobs} from '../job-summary.ts';
import type {Binding} from '../keymap.ts';
import {useSession} from '../session.ts';

const keyOf = ({job}: JobView) => job.id;
const textOf = ({job}: JobView) => job.meeting.topic;

/** One line for each job. Leaving it leaves the jobs alone. */
export function TranscribingScreen({follow}: {readonly follow: string | undefined}) {
	const {services} = useSession();
	const {estimateRemaining} = services.jobs;
	const current = useJobs();
	const earlier = useEarlierJobs(current);
	const {replace, backBinding} = useNavigation();
	const {height} = useBodySize();
	const quit = useQuit();
	const pauseReason = usePauseReason();
	const isMoving = current.some(({progress}) => !hasEnded(progress));
	// The elapsed times go on between two pieces of news.
	useAnimation({interval: 1000, isActive: isMoving});
	const jobs = useMemo(() => [...current, ...earlier.jobs], [current, earlier.jobs]);
	const feet = messageHeight + (pauseReason === undefined ? 0 : pauseNoticeHeight);
	const list = useList({
		name: 'jobs',
		items: jobs,
		keyOf,
		textOf,
		initialCursor: follow,
		height: Math.max(1, height - 1 - feet),
	});

	const followed = current.find(({job}) => job.id === follow);
	const finished =
		followed?.progress.stage === 'completed' ? followed.progress.transcriptId : undefined;
	useEffect(() => {
		if (finished !== undefined) {
			replace({name: 'transcript', reference: {type: 'library', id: finished}});
		}
	});

	const jobBindings = useJobBindings(list.current, follow);
	const bindings: readonly Binding[] = [
		...jobBindings,
		...(pauseReason === undefined
			? []
			: [
					{
						keys: ['c'],
						label: 'go on, now that nothing is in the way',
						hint: 'go on',
						run: () => void services.jobs.resume(),
					} as const,
				]),
		...list.bindings,
		earlier.binding,
		{...backBinding, label: 'back; the transcriptions go on'},
		quit,
	];
	return (
		<Frame breadcrumb={['transcribing']} bindings={bindings} onText={list.onText}>
			<Head list={list} jobs={current} />
			{jobs.length === 0 ? (
				<Notice title="Nothing is being transcribed">
					Press Esc to go back to the meetings, or h for what was transcribed before.
				</Notice>
			) : (
				<ListView
					list={list}
					keyOf={keyOf}
					renderItem={(view, isCurrent) => (
						<JobRow view={view} isCurrent={isCurrent} remaining={estimateRemaining(view)} />
					)}
				/>
			)}
			{list.current !== undefined && (
				<JobMessage view={list.current} remaining={estimateRemaining(list.current)} />
			)}
			{pauseReason !== undefined && <PauseNotice reason={pauseReason} />}
		</Frame>
	);
}

const barWidth = 20;

function Head({list, jobs}: {readonly list: List<JobView>; readonly jobs: readonly JobView[]}) {
	const {estimateRemaining} = useSession().services.jobs;
	const second = Math.floor(Date.now() / 1000);
	// biome-ignore lint/correctness/useExhaustiveDependencies: what remains gets less by itself
	const summary = useMemo(
		() => summarizeJobs(jobs, estimateRemaining),
		[jobs, estimateRemaining, second],
	);
	return (
		<Box paddingX={1} height={1} gap={1} flexShrink={0}>
			{list.filter !== '' || list.isFiltering ? (
				<FilterLine list={list} noun={['job', 'jobs']} />
			) : (
				<>
					{summary.total > 1 && (
						<ProgressBar value={summary.ended / summary.total} width={barWidth} />
					)}
					<Text dimColor wrap="truncate">
						{describeSummary(summary)}
					</Text>
				</>
			)}
		</Box>
	);
}

/** What can be done with the job under the cursor. */
function useJobBindings(view: JobView | undefined, follow: string | undefined): readonly Binding[] {
	const {jobs} = useSession().services;
	const {open, replace} = useNavigation();
	const {announce} = useContext(Announcements);
	if (view === undefined) {
		return [];
	}

	const {progress, job} = view;

	/** Does it, and says what went wrong with it. */
	async function attempt(act: () => Promise<void>): Promise<void> {
		try {
			await act();
		} catch (error) {
			if (!(error instanceof UserError)) {
				throw error;
			}

			announce(describeError(error));
		}
	}

	const retry: Binding = {
		keys: ['t'],
		label: 'try this one again',
		hint: 'try again',
		run: () =>
			void attempt(async () => {
				const second = await jobs.retry(job.id);
				if (job.id === follow) {
					replace({name: 'transcribing', follow: second});
				}
			}),
	};
	const deleteRemote: Binding = {
		keys: ['D'],
		label: 'delete what AssemblyAI has of this one',
		hint: 'delete at AssemblyAI',
		run: () =>
			void attempt(async () => {
				await jobs.deleteRemoteOf(job.id, AbortSignal.timeout(30_000));
				announce(`${job.meeting.topic}: AssemblyAI’s copy is deleted.`);
			}),
	};
	switch (progress.stage) {
		case 'completed': {
			const {transcriptId: id} = progress;
			const openIt: Binding = {
				keys: ['enter', 'right', 'l'],
				label: 'open the transcript',
				hint: 'open',
				run: () => open({name: 'transcript', reference: {type: 'library', id}}),
			};
			return [openIt, deleteRemote];
		}

		case 'failed':
			return [retry];
		case 'cancelled':
			return job.transcriptId === undefined ? [retry] : [retry, deleteRemote];
		default:
			return [
				{
					keys: ['x'],
					label: 'give this one up',
					hint: 'cancel',
					run: () => void attempt(async () => void (await jobs.cancel(job.id))),
				},
			];
	}
}
