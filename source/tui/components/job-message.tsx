import {Box, Text} from 'ink';
import {UserError} from '../../errors.ts';
import type {RemainingTime} from '../../jobs/estimates.ts';
import type {JobView} from '../../jobs/job-progress.ts';
import {useBodySize} from '../hooks/use-body-size.ts';
import {isEstimateShown} from '../job-summary.ts';
import {colours} from '../theme.ts';
import {Paragraph} from './paragraph.tsx';

/** Rows of a `JobMessage`. */
export const messageHeight = 5;

export type JobMessageProps = {
	readonly view: JobView;
	readonly remaining: RemainingTime | undefined;
};

/** What went wrong with the job under the cursor, or what is worth knowing about it. */
export function JobMessage({view, remaining}: JobMessageProps) {
	const {progress} = view;
	const {width} = useBodySize();
	const error = progress.stage === 'failed' ? progress.error : undefined;
	return (
		<Box
			flexDirection="column"
			paddingX={2}
			paddingTop={1}
			height={messageHeight}
			flexShrink={0}
			overflow="hidden"
		>
			{error === undefined ? (
				listFacts(view, remaining).map(fact => (
					<Text key={fact} dimColor>
						{fact}
					</Text>
				))
			) : (
				<>
					<Paragraph width={width - 4} color={colours.bad}>{`✗ ${error.message}`}</Paragraph>
					{error instanceof UserError && error.hint !== undefined && (
						<Paragraph width={width - 4}>{error.hint}</Paragraph>
					)}
				</>
			)}
		</Box>
	);
}

function listFacts(
	{job, progress, remarks, isElsewhere}: JobView,
	remaining: RemainingTime | undefined,
): readonly string[] {
	const facts = [...remarks];
	if (isElsewhere === true) {
		facts.push('Another Recscribe is at work on it; its progress is shown here.');
	}

	if (progress.stage === 'cancelled' && job.transcriptId !== undefined) {
		facts.push('AssemblyAI has it and may charge for it. Press D to delete it there.');
	}

	if (remaining !== undefined && isEstimateShown(remaining.remainingMs)) {
		facts.push(
			remaining.basis === 'past'
				? '~ is an estimate, by your own past transcriptions.'
				: '~ is only assumed, until a few have been transcribed here.',
		);
	}

	return facts;
}
