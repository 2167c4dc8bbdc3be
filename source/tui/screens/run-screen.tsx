import {Box, Text} from 'ink';
import {useState} from 'react';
import {describeError, UserError} from '../../errors.ts';
import {type BatchEstimate, showCost} from '../../jobs/cost.ts';
import type {RequestChanges} from '../../jobs/request-options.ts';
import {type RunField, runFields} from '../../jobs/run-fields.ts';
import {showMinutes} from '../../measures.ts';
import {Frame} from '../components/frame.tsx';
import {ListView} from '../components/list.tsx';
import {RunRow} from '../components/run-row.tsx';
import {useBodySize} from '../hooks/use-body-size.ts';
import {useList} from '../hooks/use-list.ts';
import {useNavigation} from '../hooks/use-navigation.ts';
import {useParticipants} from '../hooks/use-participants.ts';
import {useStartJobs} from '../hooks/use-start-jobs.ts';
import {useTextField} from '../hooks/use-text-field.ts';
import type {Binding} from '../keymap.ts';
import type {RunJobs} from '../navigation.ts';
import {useSession} from '../session.ts';
import {colours} from '../theme.ts';

type Row = {readonly kind: 'start'; readonly title: string} | RunField;

const keyOf = ({title}: Row) => title;
const formRows: readonly Row[] = [{kind: 'start', title: 'Start'}, ...runFields];

type Step =
	| {readonly name: 'choosing'; readonly said?: string}
	| {
			readonly name: 'editing';
			readonly field: Extract<RunField, {kind: 'text'}>;
			readonly error?: UserError;
	  };

/** Rows above the fields: what is to be transcribed, and what it costs. */
const headHeight = 3;
/** Rows under them: what the one under the cursor is for. */
const footHeight = 2;

/** What to ask of AssemblyAI, before it costs anything. */
export function RunScreen({jobs}: {readonly jobs: RunJobs}) {
	const {services} = useSession();
	const {backBinding} = useNavigation();
	const {height} = useBodySize();
	const startJobs = useStartJobs('replace');
	const [changes, setChanges] = useState<RequestChanges>({});
	const [step, setStep] = useState<Step>({name: 'choosing'});
	const field = useTextField('');
	const changed = jobs.map(job => ({...job, request: {...job.request, ...changes}}));
	const request = {...jobs[0].request, ...changes};
	const list = useList({
		name: 'options of a run',
		items: formRows,
		keyOf,
		textOf: keyOf,
		height: Math.max(1, height - headHeight - footHeight),
		canFilter: false,
	});
	const change = (more: RequestChanges) => setChanges(now => ({...now, ...more}));
	const say = (said: string | undefined) =>
		setStep({name: 'choosing', ...(said !== undefined && {said})});
	const participants = useParticipants(jobs, answer => {
		if (answer instanceof UserError) {
			say(`✗ ${describeError(answer)}`);
			return;
		}

		change({keyterms: [...new Set([...(request.keyterms ?? []), ...answer])]});
		say(
			answer.length === 0
				? 'Zoom has no file that says who was there.'
				: `Added to the keyterms: ${answer.join(', ')}`,
		);
	});
	const {current} = list;

	function act(): void {
		switch (current?.kind) {
			case 'start': {
				void startJobs(changed);
				break;
			}

			case 'choice': {
				change(current.next(request));
				break;
			}

			case 'text': {
				field.set(current.option.show(request));
				setStep({name: 'editing', field: current});
				break;
			}

			default:
		}
	}

	function take({option}: Extract<RunField, {kind: 'text'}>): void {
		try {
			change(option.parse(field.text));
			setStep({name: 'choosing'});
		} catch (error) {
			if (!(error instanceof UserError && step.name === 'editing')) {
				throw error;
			}

			setStep({...step, error});
		}
	}

	async function remember(): Promise<void> {
		try {
			await services.rememberRequest(request);
			say('Kept: from now on this is asked for, unless you change it.');
		} catch (error) {
			if (!(error instanceof UserError)) {
				throw error;
			}

			say(`✗ ${describeError(error)}`);
		}
	}

	const isEditing = step.name === 'editing';
	const bindings: readonly Binding[] = isEditing
		? [
				{keys: ['enter'], label: 'take it', hint: 'take it', run: () => take(step.field)},
				{
					keys: ['escape'],
					label: 'leave it as it was',
					hint: 'leave it',
					run: () => setStep({name: 'choosing'}),
				},
				...field.bindings,
			]
		: [
				{
					keys: ['enter', 'right', 'l', ' '],
					label: 'start; on an option, change it',
					hint: current?.kind === 'start' ? 'start' : 'change',
					run: act,
				},
				...list.bindings.map(binding => ({
					...binding,
					run() {
						// What was said is about the option that is left.
						say(undefined);
						binding.run();
					},
				})),
				...participants.bindings,
				{
					keys: ['S'],
					label: 'keep these options as the default',
					hint: 'keep as default',
					run: () => void remember(),
				},
				backBinding,
			];
	return (
		<Frame
			breadcrumb={['before the run']}
			bindings={bindings}
			onText={isEditing ? field.onText : undefined}
		>
			<Head jobs={jobs} estimate={services.estimateCost(changed)} />
			<ListView
				list={list}
				keyOf={keyOf}
				renderItem={(row, isCurrent) => (
					<RunRow
						row={row}
						request={request}
						field={isEditing && row === step.field ? field : undefined}
						isCurrent={isCurrent}
					/>
				)}
			/>
			<Box flexDirection="column" height={footHeight} flexShrink={0} paddingX={2} overflow="hidden">
				<Foot step={step} row={current} isAsking={participants.isAsking} />
			</Box>
		</Frame>
	);
}

/** What became of the last key, or what the row under the cursor is for. */
function Foot({
	step,
	row,
	isAsking,
}: {
	readonly step: Step;
	readonly row: Row | undefined;
	readonly isAsking: boolean;
}) {
	if (step.name === 'editing' && step.error !== undefined) {
		return <Text color={colours.bad}>✗ {describeError(step.error)}</Text>;
	}

	if (isAsking) {
		return <Text>Asking Zoom who was there…</Text>;
	}

	if (step.name === 'choosing' && step.said !== undefined) {
		return <Text>{step.said}</Text>;
	}

	return (
		<Text dimColor>{row?.kind === 'start' ? 'Nothing is sent before you start.' : row?.help}</Text>
	);
}

function Head({jobs, estimate}: {readonly jobs: RunJobs; readonly estimate: BatchEstimate}) {
	const {askAboveUsd} = useSession().services.settings.preferences;
	const topic = jobs[0].meeting.topic === '' ? '(no topic)' : jobs[0].meeting.topic;
	return (
		<Box flexDirection="column" height={headHeight} flexShrink={0} paddingX={2} overflow="hidden">
			<Text bold wrap="truncate">
				{jobs.length === 1 ? topic : `${jobs.length} recordings`}
			</Text>
			<Text wrap="truncate">
				{showMinutes(estimate.audioSeconds / 60)} · {showCost(estimate)}
			</Text>
			{estimate.usd > askAboveUsd && (
				<Text color={colours.warning} wrap="truncate">
					! That is more than ${askAboveUsd.toFixed(2)}, above which Recscribe asks first.
				</Text>
			)}
		</Box>
	);
}
