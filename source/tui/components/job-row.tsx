import {Box, Text} from 'ink';
import type {RemainingTime} from '../../jobs/estimates.ts';
import {hasEnded, type JobProgress, type JobView} from '../../jobs/job-progress.ts';
import {showBytes} from '../../measures.ts';
import {formatTime} from '../../transcripts/time.ts';
import {showRemaining} from '../job-summary.ts';
import {colours} from '../theme.ts';
import {ProgressBar} from './progress-bar.tsx';
import {Spinner} from './spinner.tsx';

export type JobRowProps = {
	readonly view: JobView;
	readonly isCurrent: boolean;
	readonly remaining: RemainingTime | undefined;
};

const barWidth = 12;

export function JobRow({
	view: {job, progress, startedAt, endedAt},
	isCurrent,
	remaining,
}: JobRowProps) {
	const elapsed = startedAt === undefined ? undefined : (endedAt ?? Date.now()) - startedAt;
	return (
		<Box flexGrow={1} flexBasis={0} gap={1} paddingRight={1}>
			<Box width={1} flexShrink={0}>
				<StageSign progress={progress} />
			</Box>
			<Box flexGrow={1} flexBasis={0}>
				<Text bold={isCurrent} wrap="truncate">
					{job.meeting.topic}
				</Text>
			</Box>
			<Box flexShrink={0} gap={1} justifyContent="flex-end">
				<Stage progress={progress} />
				{remaining !== undefined && progress.stage === 'waiting' && (
					<Text dimColor>{showRemaining(remaining.remainingMs)}</Text>
				)}
			</Box>
			<Box width={7} flexShrink={0} justifyContent="flex-end">
				<Text dimColor>{elapsed === undefined ? '' : formatTime(elapsed)}</Text>
			</Box>
		</Box>
	);
}

function StageSign({progress}: {readonly progress: JobProgress}) {
	switch (progress.stage) {
		case 'completed': {
			return <Text color={colours.good}>✓</Text>;
		}

		case 'failed': {
			return <Text color={colours.bad}>✗</Text>;
		}

		case 'cancelled': {
			return <Text dimColor>–</Text>;
		}

		case 'planned': {
			return <Text dimColor>·</Text>;
		}

		default: {
			return <Spinner />;
		}
	}
}

const stageWords = {
	planned: 'in line',
	fetching: 'asking Zoom for the audio',
	uploading: 'sending',
	submitting: 'handing over',
	waiting: 'transcribing',
	completed: 'done',
	failed: 'failed',
	cancelled: 'cancelled',
} as const satisfies Readonly<Record<JobProgress['stage'], string>>;

function Stage({progress}: {readonly progress: JobProgress}) {
	if (progress.stage === 'uploading') {
		const {sentBytes, totalBytes} = progress;
		return totalBytes === undefined ? (
			<Text>sending {showBytes(sentBytes)}</Text>
		) : (
			<>
				<ProgressBar value={sentBytes / totalBytes} width={barWidth} />
				<Text>
					{showBytes(sentBytes)} of {showBytes(totalBytes)}
				</Text>
			</>
		);
	}

	const words =
		progress.stage === 'waiting' && progress.status === 'queued'
			? 'in line at AssemblyAI'
			: stageWords[progress.stage];
	return <Text dimColor={hasEnded(progress)}>{words}</Text>;
}
