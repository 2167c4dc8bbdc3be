import {Box, Text} from 'ink';
import type {TranscriptLayout} from '../../transcripts/layout.ts';
import type {OfferedName} from '../../transcripts/name-proposals.ts';
import {comparePlaces, type ReadingPlace} from '../../transcripts/reading-place.ts';
import {formatTime, parseTime} from '../../transcripts/time.ts';
import type {Transcript} from '../../transcripts/transcript.ts';
import type {CorrectionEditor} from '../hooks/use-correction.ts';
import type {Find} from '../hooks/use-find.ts';
import {colours} from '../theme.ts';
import {TextFieldView} from './text-field.tsx';
import type {TextFieldState} from './text-field-state.ts';

export type PlaceLineProps = {
	readonly transcript: Transcript;
	readonly layout: TranscriptLayout;
	readonly place: ReadingPlace;
	readonly height: number;
	readonly find: Find;
	/** What is to be said instead of where the text comes from. */
	readonly said: string | undefined;
};

/** Where one is: `12:03 / 48:12 · 25%`; the whole length once the last row is in view. */
export function PlaceLine({transcript, layout, place, height, find, said}: PlaceLineProps) {
	const {durationMs, model, language} = transcript;
	const isAtEnd = comparePlaces(place, layout.end(height)) >= 0;
	const timeMs = isAtEnd ? durationMs : Math.min(durationMs, layout.timeAt(place));
	const percent = durationMs === 0 ? 100 : Math.round((timeMs / durationMs) * 100);
	const origin = [model, language].filter(part => part !== undefined).join(' · ');
	return (
		<Box flexShrink={0} height={1} paddingX={1} justifyContent="space-between" gap={2}>
			<Box flexShrink={0}>
				<Text bold>
					{formatTime(timeMs)} / {formatTime(durationMs)} · {percent}%
				</Text>
			</Box>
			{said !== undefined && <Text wrap="truncate">{said}</Text>}
			{said === undefined && find.finds === undefined && (
				<Text dimColor wrap="truncate">
					{origin}
				</Text>
			)}
			{said === undefined && find.finds !== undefined && (
				<Text wrap="truncate">
					<HitCount find={find} /> <Text dimColor>{describeWanted(find)}</Text>
				</Text>
			)}
		</Box>
	);
}

function describeWanted({text, doubtfulBelow}: Find): string {
	return doubtfulBelow === undefined
		? `/${text}`
		: `words heard with less than ${Math.round(doubtfulBelow * 100)}% confidence`;
}

/** What is being looked for, how many hits there are and which one this is. */
export function FindLine({find}: {readonly find: Find}) {
	return (
		<Box flexShrink={0} height={1} paddingX={1} justifyContent="space-between" gap={2}>
			<Text wrap="truncate-start">
				<Text bold color={colours.accent}>
					{find.isRegularExpression ? 'regular expression /' : '/'}
				</Text>
				{find.text}
				<Text inverse> </Text>
			</Text>
			<Box flexShrink={0}>
				<HitCount find={find} />
			</Box>
		</Box>
	);
}

function HitCount({find: {finds, problem, currentNumber}}: {readonly find: Find}) {
	if (problem !== undefined) {
		return (
			<Text color={colours.warning}>
				{problem === 'takes too long'
					? 'takes too long to look for'
					: 'not a regular expression yet'}
			</Text>
		);
	}

	if (finds === undefined) {
		return <Text dimColor>nothing to look for yet</Text>;
	}

	return finds.count === 0 ? (
		<Text color={colours.warning}>no hits</Text>
	) : (
		<Text>
			{currentNumber} of {finds.count}
		</Text>
	);
}

/** Whom Zoom heard while each letter spoke, or AssemblyAI took it for: an offer. */
export function NameLine({proposals}: {readonly proposals: readonly OfferedName[]}) {
	const sources = [...new Set(proposals.map(({by}) => by))].join(' and ');
	const names = proposals.map(({label, name}) => `${label} is ${name}`).join(', ');
	return (
		<Box flexShrink={0} height={1} paddingX={1} gap={1}>
			<Text wrap="truncate">
				By what {sources} heard, <Text bold>{names}</Text>
			</Text>
		</Box>
	);
}

/** A turn is being corrected: what was heard, or whether what was typed is to be lost. */
export function CorrectionLine({
	editor: {heard, isLeaving, problem},
}: {
	readonly editor: CorrectionEditor;
}) {
	const question = isLeaving ? 'What you typed is not kept yet. Drop it?' : undefined;
	const warning = question ?? (problem === undefined ? undefined : `✗ ${problem}`);
	return (
		<Box flexShrink={0} height={1} paddingX={1} gap={1}>
			{warning === undefined ? (
				<Text wrap="truncate">
					<Text bold color={colours.accent}>
						correcting
					</Text>
					{heard !== undefined && <Text dimColor> heard: {heard}</Text>}
				</Text>
			) : (
				<Text bold color={colours.warning} wrap="truncate">
					{warning}
				</Text>
			)}
		</Box>
	);
}

/** A time to go to, and how it is understood. */
export function TimeLine({
	field,
	durationMs,
}: {
	readonly field: TextFieldState;
	readonly durationMs: number;
}) {
	const timeMs = parseTime(field.text, durationMs);
	const isEmpty = field.text.trim() === '';
	return (
		<Box flexShrink={0} height={1} paddingX={1} gap={1}>
			<Text bold color={colours.accent}>
				go to
			</Text>
			<TextFieldView {...field} isOpen />
			<Text dimColor wrap="truncate">
				{isEmpty && `1:02:30, 62m or 50% of ${formatTime(durationMs)}`}
				{!isEmpty && (timeMs === undefined ? 'no time yet' : `= ${formatTime(timeMs)}`)}
			</Text>
		</Box>
	);
}
