import {Box, Text} from 'ink';
import {useEffect, useState} from 'react';
import type {Program} from '../../program.ts';
import {type DiagnosisLine, describeDiagnosis} from '../../setup/describe-diagnosis.ts';
import type {Diagnosis} from '../../setup/diagnosis.ts';
import {Frame} from '../components/frame.tsx';
import {ListView} from '../components/list.tsx';
import {ErrorNotice, LoadingNotice, retrySentence} from '../components/notice.tsx';
import {Paragraph} from '../components/paragraph.tsx';
import {useBodySize} from '../hooks/use-body-size.ts';
import {useList} from '../hooks/use-list.ts';
import {useListing} from '../hooks/use-listing.ts';
import {createListing, type Listing} from '../listing.ts';
import {colours} from '../theme.ts';

export type DoctorScreenProps = {
	readonly program: Program;
	readonly onBack: () => void;
	/** Undefined where nothing is to be set up: in the sandbox. */
	readonly onSetUp: (() => void) | undefined;
};

type Row =
	| {readonly type: 'title'; readonly key: string; readonly title: string}
	| ({readonly type: 'line'; readonly key: string} & DiagnosisLine);

const keyOf = ({key}: Row) => key;
const textOf = (row: Row) => (row.type === 'title' ? row.title : `${row.name} ${row.value}`);

/** Rows under the list for the chosen line in full: what it costs, or what to do about it. */
const adviceRows = 3;

/** What is set up, who answers, and what is allowed. */
export function DoctorScreen({program, onBack, onSetUp}: DoctorScreenProps) {
	const [listing] = useState(() => createDiagnosisListing(program));
	const {status, value, error} = useListing(listing);
	useEffect(() => () => listing.close(), [listing]);
	const {height, width} = useBodySize();
	const rows = value === undefined ? [] : toRows(value);
	const list = useList({
		name: 'doctor',
		items: rows,
		keyOf,
		textOf,
		height: Math.max(1, height - adviceRows),
	});
	const details = list.current?.type === 'line' ? toDetails(list.current) : '';

	return (
		<Frame
			breadcrumb={['what works?']}
			bindings={[
				...list.bindings.filter(({keys}) => keys[0] !== '/'),
				{keys: ['r'], label: 'look again', hint: 'again', run: listing.reload},
				...(onSetUp === undefined
					? []
					: [{keys: ['s'], label: 'set up: credentials', hint: 'set up', run: onSetUp} as const]),
				{keys: ['escape', 'q'], label: 'back', hint: 'back', run: onBack},
			]}
		>
			{status === 'failed' && <ErrorNotice error={error} next={retrySentence} />}
			{status === 'loading' && <LoadingNotice>Asking Zoom and AssemblyAI…</LoadingNotice>}
			{rows.length > 0 && (
				<>
					<ListView
						list={list}
						keyOf={keyOf}
						renderItem={row => <DoctorRow row={row} width={width - 3} />}
					/>
					<Box paddingX={1} height={adviceRows} flexShrink={0} overflow="hidden">
						<Paragraph width={Math.min(width - 2, 90)}>{details}</Paragraph>
					</Box>
				</>
			)}
		</Frame>
	);
}

/** What its row may have no room for. */
function toDetails({value, advice}: DiagnosisLine): string {
	return advice === undefined ? value : `${value}. ${advice}`;
}

function createDiagnosisListing(program: Program): Listing<Diagnosis | undefined> {
	return createListing({
		async *open(signal) {
			yield await program.diagnose(signal);
		},
		initial: undefined,
		fold: (_: Diagnosis | undefined, diagnosis: Diagnosis) => diagnosis,
	});
}

function toRows(diagnosis: Diagnosis): readonly Row[] {
	return describeDiagnosis(diagnosis).flatMap(({title, lines}): readonly Row[] => [
		{type: 'title', key: title, title},
		...lines.map((line, index): Row => ({type: 'line', key: `${title} ${index}`, ...line})),
	]);
}

const marks: Readonly<Record<DiagnosisLine['mark'], readonly [sign: string, colour: string]>> = {
	good: ['✓', colours.good],
	note: ['–', colours.warning],
	bad: ['✗', colours.bad],
	none: [' ', colours.good],
};

function DoctorRow({row, width}: {readonly row: Row; readonly width: number}) {
	if (row.type === 'title') {
		return <Text bold>{row.title}</Text>;
	}

	const [sign, colour] = marks[row.mark];
	const isScope = row.name.includes(':');
	return (
		<Box width={width} gap={1}>
			<Box flexShrink={0}>
				<Text color={colour}> {sign}</Text>
			</Box>
			<Box width={isScope ? undefined : 16} flexShrink={isScope ? 1 : 0}>
				<Text wrap="truncate">{row.name}</Text>
			</Box>
			<Box flexShrink={isScope ? 0 : 1}>
				<Text dimColor={row.mark !== 'bad'} wrap="truncate">
					{row.value}
				</Text>
			</Box>
		</Box>
	);
}
