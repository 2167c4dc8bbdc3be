import {useStdout} from 'ink';
import {useState} from 'react';
import {copyByTerminal} from '../../terminal-sequences.ts';
import type {ExportDocument} from '../../transcripts/formats/format.ts';
import {text as plainText} from '../../transcripts/formats/text.ts';
import type {Binding} from '../keymap.ts';

/** Turns, both included. */
export type TurnRange = {readonly first: number; readonly last: number};

type Step =
	| {readonly name: 'idle'}
	| {readonly name: 'said'; readonly sentence: string}
	/** A range is being chosen, from one turn to another. */
	| {readonly name: 'choosing'; readonly from: number; readonly until: number};

export type Copying = {
	/** What is being chosen, to be marked; undefined while nothing is. */
	readonly range: TurnRange | undefined;
	/** What became of it, until the next key. */
	readonly said: string | undefined;
	/** Says no more what became of it. */
	readonly forget: () => void;
	/** For the bindings of the text. */
	readonly bindings: readonly Binding[];
	/** While a range is being chosen. */
	readonly choosing: readonly Binding[];
};

/** Puts text on the system's clipboard; false where there is no program for that. */
export type CopyToSystem = (text: string) => Promise<boolean>;

export type CopyOptions = {
	readonly document: ExportDocument;
	/** The turn that one is at. */
	readonly turn: number;
	/** Is told of the turn to bring into view. */
	readonly onTurn: (turn: number) => void;
	readonly copyToSystem: CopyToSystem;
};

/** Copies a turn, a range of turns, or everything. */
export function useCopy({document, turn, onTurn, copyToSystem}: CopyOptions): Copying {
	const {stdout} = useStdout();
	const [step, setStep] = useState<Step>({name: 'idle'});
	const last = document.transcript.turns.length - 1;

	async function copy(range: TurnRange): Promise<void> {
		const text = textOfTurns(document, range);
		const sequence = copyByTerminal(text, process.env);
		if (sequence !== undefined) {
			stdout.write(sequence);
		}

		const isInSystem = await copyToSystem(text);
		const count = range.last - range.first + 1;
		const what = count === 1 ? '1 turn' : `${count} turns`;
		const sentence =
			sequence === undefined && !isInSystem
				? `${what} are too long to copy through the terminal; export them with .`
				: `${what} copied`;
		setStep({name: 'said', sentence});
	}

	function extend(from: number, until: number): void {
		const wanted = Math.max(0, Math.min(last, until));
		setStep({name: 'choosing', from, until: wanted});
		onTurn(wanted);
	}

	const bindings: readonly Binding[] = [
		{
			keys: ['y'],
			label: 'copy this turn',
			hint: 'copy',
			run: () => void copy({first: turn, last: turn}),
		},
		{keys: ['Y'], label: 'copy everything', run: () => void copy({first: 0, last})},
		{keys: ['V'], label: 'copy several turns: choose them', run: () => extend(turn, turn)},
	];
	const forget = () => {
		if (step.name === 'said') {
			setStep({name: 'idle'});
		}
	};
	if (step.name !== 'choosing') {
		const said = step.name === 'said' ? step.sentence : undefined;
		return {range: undefined, said, forget, bindings, choosing: []};
	}

	const {from, until} = step;
	const range = {first: Math.min(from, until), last: Math.max(from, until)};
	return {
		range,
		said: `${range.last - range.first + 1} chosen`,
		forget,
		bindings,
		choosing: [
			{keys: ['y', 'enter'], label: 'copy them', hint: 'copy', run: () => void copy(range)},
			{
				keys: ['down', 'j', ']'],
				label: 'one turn more',
				hint: 'more',
				run: () => extend(from, until + 1),
			},
			{
				keys: ['up', 'k', '['],
				label: 'one turn less',
				hint: 'less',
				run: () => extend(from, until - 1),
			},
			{keys: ['G', 'end'], label: 'to the end', run: () => extend(from, last)},
			{keys: ['g', 'home'], label: 'to the beginning', run: () => extend(from, 0)},
			{
				keys: ['escape', 'V'],
				label: 'copy nothing',
				hint: 'leave it',
				run: () => setStep({name: 'idle'}),
			},
		],
	};
}

function textOfTurns(document: ExportDocument, {first, last}: TurnRange): string {
	const {transcript} = document;
	const turns = transcript.turns.slice(first, last + 1);
	return [
		...plainText.render({...document, transcript: {...transcript, turns}}, plainText.defaults),
	].join('');
}
