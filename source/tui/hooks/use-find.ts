import {useMemo, useState} from 'react';
import {findDoubtfulWords} from '../../transcripts/doubtful-words.ts';
import {type FindHit, type Finds, find} from '../../transcripts/find.ts';
import {type ParsedQuery, parseQuery} from '../../transcripts/find-query.ts';
import type {TranscriptLayout} from '../../transcripts/layout.ts';
import type {Transcript} from '../../transcripts/transcript.ts';
import {withoutLastGrapheme} from '../components/list-state.ts';
import {
	changeDoubt,
	currentHitIndex,
	type FindState,
	findAgain,
	noFind,
	placeOfHit,
	stepToHit,
	toggleDoubt,
} from '../find-state.ts';
import type {Binding} from '../keymap.ts';
import {bringIntoView, type Reading} from '../reading.ts';
import {withinTime} from '../time-limit.ts';

/** Long enough for a hundred hours of talk, short enough to go on typing. */
const longestSearchMs = 1000;

export type FindOptions = {
	readonly transcript: Transcript;
	readonly layout: TranscriptLayout;
	readonly height: number;
	/** Where one was before anything was looked for. */
	readonly reading: Reading;
	/** What was found before it was opened. */
	readonly found: readonly string[];
	readonly onReading: (reading: Reading) => void;
};

export type Find = FindState & {
	readonly finds: Finds | undefined;
	/** Why nothing could be looked for. */
	readonly problem: 'no regular expression' | 'takes too long' | undefined;
	readonly current: FindHit | undefined;
	/** From 1; undefined without a hit. */
	readonly currentNumber: number | undefined;
	/** Where one is to be shown: while one types, at the hit. */
	readonly shown: Reading;
	readonly bindings: readonly Binding[];
	readonly onText: ((text: string) => void) | undefined;
};

/** Find as one types: all hits at once, from the place at which one reads. */
export function useFind({
	transcript,
	layout,
	height,
	reading,
	found,
	onReading,
}: FindOptions): Find {
	const [state, setState] = useState(() => findAgain(found, reading.top));
	const {text, isRegularExpression, isTyping, doubtfulBelow} = state;
	const parsed = useMemo(
		() => parseQuery(text, {isRegularExpression}),
		[text, isRegularExpression],
	);
	const {finds, problem} = useMemo((): Pick<Find, 'finds' | 'problem'> => {
		if (doubtfulBelow !== undefined) {
			return {finds: findDoubtfulWords(transcript, doubtfulBelow), problem: undefined};
		}

		return lookFor(transcript, parsed, isRegularExpression);
	}, [parsed, transcript, doubtfulBelow, isRegularExpression]);
	const index = finds === undefined ? undefined : currentHitIndex(state, finds);
	const current = index === undefined ? undefined : finds?.hitAt(index);
	const {top: place} = reading;
	const shown =
		isTyping && current !== undefined
			? bringIntoView({layout, height}, place, placeOfHit(current))
			: reading;

	function stop(next: FindState): void {
		onReading(shown);
		setState({...next, isTyping: false, index});
	}

	function step(by: 1 | -1): void {
		const next =
			finds === undefined ? undefined : stepToHit(state, finds, by, {layout, place, height});
		const hit = next === undefined ? undefined : finds?.hitAt(next);
		if (hit !== undefined) {
			setState({...state, index: next});
			onReading(bringIntoView({layout, height}, place, placeOfHit(hit)));
		}
	}

	/** Nobody but AssemblyAI says of a word how sure it is. */
	function doubtBindings(): readonly Binding[] {
		if (transcript.source !== 'assemblyai') {
			return [];
		}

		const toggle: Binding = {
			keys: ['c'],
			label: 'mark the words that may have been misheard, or no more',
			run: () => setState(toggleDoubt(state, place)),
		};
		return doubtfulBelow === undefined
			? [toggle]
			: [
					toggle,
					{
						keys: ['+', '='],
						label: 'mark more of them',
						hint: 'more',
						run: () => setState(changeDoubt(state, 1)),
					},
					{
						keys: ['-'],
						label: 'mark fewer of them',
						hint: 'fewer',
						run: () => setState(changeDoubt(state, -1)),
					},
				];
	}

	return {
		...state,
		finds,
		problem,
		current,
		currentNumber: index === undefined ? undefined : index + 1,
		shown,
		onText: isTyping
			? typed => setState({...state, text: text + typed, index: undefined})
			: undefined,
		bindings: isTyping
			? [
					{keys: ['enter'], label: 'stay at this hit', hint: 'stay here', run: () => stop(state)},
					{keys: ['escape'], label: 'drop the search', hint: 'drop', run: () => setState(noFind)},
					{
						keys: ['ctrl+r'],
						label: 'regular expression on or off',
						hint: 'regular expression',
						run: () => setState({...state, isRegularExpression: !isRegularExpression}),
					},
					{
						keys: ['backspace', 'delete'],
						label: 'erase',
						run: () => setState({...state, text: withoutLastGrapheme(text), index: undefined}),
					},
				]
			: [
					{
						keys: ['/'],
						label: 'find as you type',
						hint: 'find',
						run: () => setState({...noFind, isTyping: true, origin: place}),
					},
					...doubtBindings(),
					...(finds === undefined
						? []
						: ([
								{keys: ['n'], label: 'next hit', hint: 'next', run: () => step(1)},
								{keys: ['N'], label: 'previous hit', run: () => step(-1)},
								{keys: ['escape'], label: 'drop the search', run: () => setState(noFind)},
							] satisfies Binding[])),
				],
	};
}

/** Only a regular expression can take for ever. */
function lookFor(
	transcript: Transcript,
	parsed: ParsedQuery,
	isRegularExpression: boolean,
): Pick<Find, 'finds' | 'problem'> {
	switch (parsed.kind) {
		case 'empty':
			return {finds: undefined, problem: undefined};
		case 'invalid':
			return {finds: undefined, problem: 'no regular expression'};
		case 'query': {
			const search = () => find(transcript, parsed.query);
			const found = isRegularExpression ? withinTime(longestSearchMs, search) : {value: search()};
			return {finds: found?.value, problem: found === undefined ? 'takes too long' : undefined};
		}
	}
}
