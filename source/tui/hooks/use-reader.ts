import {useMemo, useState} from 'react';
import type {ExportDocument} from '../../transcripts/formats/format.ts';
import {createLayout, type TranscriptLayout} from '../../transcripts/layout.ts';
import {speakerLabels} from '../../transcripts/speaker-names.ts';
import type {Binding} from '../keymap.ts';
import {moveBindings} from '../move-bindings.ts';
import type {FoundPlace} from '../navigation.ts';
import {
	bringTurnIntoView,
	type Reading,
	type ReadingStep,
	readFrom,
	settle,
	stepThrough,
} from '../reading.ts';
import {speakerColour} from '../theme.ts';
import {type Copying, type CopyToSystem, useCopy} from './use-copy.ts';
import {type Find, useFind} from './use-find.ts';
import type {KeyHandling} from './use-keys.ts';
import {type TimeJump, useTimeJump} from './use-time-jump.ts';

/** Longer lines than this are hard to read, however wide the terminal is. */
const widestText = 100;

/** Cells left and right of the text: the hanging indent, a blank and the scroll bar. */
const margins = 5;

export type ReaderOptions = {
	readonly document: ExportDocument;
	/** Cells that there are for the text and what stands beside it. */
	readonly width: number;
	/** Rows of text. */
	readonly height: number;
	/** Where to begin; undefined: at the start. */
	readonly at?: FoundPlace | undefined;
	readonly copyToSystem: CopyToSystem;
};

/** Reading a transcript, wherever it is from: moving in it, finding, going to a time, copying. */
export type Reader = {
	readonly layout: TranscriptLayout;
	/** A colour for each speaker label. */
	readonly colours: ReadonlyMap<string, string>;
	readonly reading: Reading;
	readonly find: Find;
	readonly copying: Copying;
	readonly timeJump: TimeJump;
	/** Cells of text. */
	readonly textWidth: number;
	readonly step: (by: ReadingStep) => void;
	readonly goToTurn: (turn: number) => void;
	/** Those that move in the text. */
	readonly moving: readonly Binding[];
	/** Who has the keys now: what was asked for here, else the text with these bindings. */
	readonly keysOver: (bindings: readonly Binding[]) => KeyHandling;
};

export function useReader({document, width, height, at, copyToSystem}: ReaderOptions): Reader {
	const {transcript} = document;
	const textWidth = Math.min(widestText, width - margins);
	const layout = useMemo(
		() => createLayout(transcript, {width: textWidth}),
		[transcript, textWidth],
	);
	const colours = useMemo(
		() =>
			new Map<string, string>(
				speakerLabels(transcript).map((label, position) => [label, speakerColour(position)]),
			),
		[transcript],
	);
	const context = {transcript, layout, height};
	const [requested, setReading] = useState(() =>
		readFrom(context, at === undefined ? layout.start() : layout.placeAtTime(at.timeMs)),
	);
	const reading = settle(context, requested);
	const find = useFind({...context, reading, found: at?.words ?? [], onReading: setReading});
	const goToTurn = (turn: number) => setReading(bringTurnIntoView(context, reading, turn));
	const copying = useCopy({document, turn: reading.turn, onTurn: goToTurn, copyToSystem});
	const timeJump = useTimeJump(transcript.durationMs, timeMs => step({type: 'time at', timeMs}));

	function step(by: ReadingStep): void {
		setReading(current => stepThrough(context, current, by));
	}

	function keysOver(bindings: readonly Binding[]): KeyHandling {
		if (copying.range !== undefined) {
			return {bindings: copying.choosing};
		}

		if (timeJump.field !== undefined) {
			return {bindings: timeJump.bindings, onText: timeJump.field.onText};
		}

		return {bindings: find.isTyping ? find.bindings : bindings, onText: find.onText};
	}

	return {
		layout,
		colours,
		reading,
		find,
		copying,
		timeJump,
		textWidth,
		step,
		goToTurn,
		moving: [
			{
				keys: [' '],
				label: 'a page on',
				hint: 'page',
				run: () => step({type: 'rows', by: Math.max(1, height - 1)}),
			},
			...moveBindings(height, by => step({type: 'rows', by})),
			...turnBindings(step),
			timeJump.binding,
		],
		keysOver,
	};
}

const minuteMs = 60_000;

function turnBindings(step: (by: ReadingStep) => void): readonly Binding[] {
	return [
		{keys: [']'], label: 'next turn', run: () => step({type: 'turns', by: 1})},
		{keys: ['['], label: 'previous turn', run: () => step({type: 'turns', by: -1})},
		{keys: ['}'], label: 'next turn of this speaker', run: () => step({type: 'speaker', by: 1})},
		{
			keys: ['{'],
			label: 'previous turn of this speaker',
			run: () => step({type: 'speaker', by: -1}),
		},
		{keys: ['m'], label: 'a minute on', run: () => step({type: 'time', byMs: minuteMs})},
		{keys: ['M'], label: 'a minute back', run: () => step({type: 'time', byMs: -minuteMs})},
	];
}
