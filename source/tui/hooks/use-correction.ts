import {useState} from 'react';
import {describeError, UserError} from '../../errors.ts';
import type {OpenedTranscript} from '../../kept-transcripts/opened-transcript.ts';
import {type SafeText, safeText} from '../../safe-text.ts';
import type {Transcript} from '../../transcripts/transcript.ts';
import {endOfRow, moveByRows} from '../components/text-area-state.ts';
import type {Binding} from '../keymap.ts';
import type {TranscriptReference} from '../navigation.ts';
import {useSession} from '../session.ts';
import type {KeyHandling} from './use-keys.ts';
import {type TextField, useTextField} from './use-text-field.ts';

type Step =
	| {readonly name: 'closed'}
	| {readonly name: 'said'; readonly sentence: string}
	| {readonly name: 'editing'; readonly turn: number; readonly problem?: string}
	/** Shall what was typed be lost? */
	| {readonly name: 'leaving'; readonly turn: number};

/** The turn that is being corrected. */
export type CorrectionEditor = {
	readonly turn: number;
	readonly field: TextField;
	/** What was heard, where the field has something else. */
	readonly heard: SafeText | undefined;
	readonly isLeaving: boolean;
	/** Why it could not be kept. */
	readonly problem: string | undefined;
};

export type CorrectionControl = {
	/** Undefined while nothing is corrected. */
	readonly editor: CorrectionEditor | undefined;
	/** What became of it, until the next key. */
	readonly said: string | undefined;
	/** Says no more what became of it. */
	readonly forget: () => void;
	/** For the bindings of the text. */
	readonly bindings: readonly Binding[];
	/** While a turn is corrected. */
	readonly keys: KeyHandling;
};

export type CorrectionOptions = {
	readonly transcript: Transcript;
	/** As the library has it. */
	readonly opened: OpenedTranscript;
	readonly reference: TranscriptReference;
	/** The turn that one is at. */
	readonly turn: number;
	/** Cells of text. */
	readonly width: number;
	/** Is told of the turn that has another text now. */
	readonly onTurn: (turn: number) => void;
};

/** Corrects the text of a turn, in its place; what was heard is kept beside it. */
export function useCorrection(options: CorrectionOptions): CorrectionControl {
	const {transcript, opened, reference, turn, width, onTurn} = options;
	const {services, listings} = useSession();
	const [step, setStep] = useState<Step>({name: 'closed'});
	const field = useTextField('');
	const isOpen = step.name === 'editing' || step.name === 'leaving';
	const edited = isOpen ? transcript.turns[step.turn] : undefined;
	const heard = edited?.heard?.text ?? edited?.text;

	/** Changes the library and what is shown; `onProblem` is told why where that can't be. */
	function change(
		write: (opened: OpenedTranscript) => string,
		onProblem: (problem: string) => void,
	): void {
		try {
			const sentence = write(opened);
			listings.reread(reference);
			setStep({name: 'said', sentence});
		} catch (error) {
			if (!(error instanceof UserError)) {
				throw error;
			}

			onProblem(describeError(error));
		}
	}

	function keep(): void {
		const text = safeText(field.text);
		if (!isOpen || edited === undefined || text === edited.text) {
			setStep({name: 'closed'});
			return;
		}

		change(
			now => {
				services.correctTurn(now, step.turn, text);
				return text === heard ? 'as it was heard' : 'corrected';
			},
			problem => setStep({name: 'editing', turn: step.turn, problem}),
		);
	}

	function undo(): void {
		change(
			now => {
				const undone = services.undoCorrection(now);
				if (undone === undefined) {
					return 'no correction to take back';
				}

				onTurn(undone);
				return 'the last correction taken back';
			},
			sentence => setStep({name: 'said', sentence}),
		);
	}

	function leave(): void {
		const isChanged = safeText(field.text) !== edited?.text;
		setStep(isOpen && isChanged ? {name: 'leaving', turn: step.turn} : {name: 'closed'});
	}

	const take: Binding = {keys: ['enter'], label: 'keep it so', hint: 'keep', run: keep};
	const bindings: readonly Binding[] =
		transcript.turns.length === 0
			? []
			: [
					{
						keys: ['e'],
						label: 'correct this turn',
						hint: 'correct',
						run() {
							onTurn(turn);
							field.set(transcript.turns[turn]?.text ?? '');
							setStep({name: 'editing', turn});
						},
					},
					{keys: ['u'], label: 'take the last correction back', run: undo},
				];

	function editingKeys(): KeyHandling {
		return {
			bindings: [
				take,
				{keys: ['escape'], label: 'leave it as it was', hint: 'leave it', run: leave},
				{
					keys: ['ctrl+o'],
					label: 'what was heard, for this turn',
					hint: 'as it was heard',
					run: () => field.set(heard ?? ''),
				},
				{keys: ['up'], label: 'a row up', run: () => field.place(moveByRows(field, -1, width))},
				{keys: ['down'], label: 'a row down', run: () => field.place(moveByRows(field, 1, width))},
				{
					keys: ['home', 'ctrl+a'],
					label: 'to the start of the row',
					run: () => field.place(endOfRow(field, 'start', width)),
				},
				{
					keys: ['end', 'ctrl+e'],
					label: 'to the end of the row',
					run: () => field.place(endOfRow(field, 'end', width)),
				},
				...field.bindings.filter(({keys: [key]}) => key !== 'home' && key !== 'end'),
			],
			onText: type,
		};
	}

	function goOn(): void {
		if (isOpen) {
			setStep({name: 'editing', turn: step.turn});
		}
	}

	function type(text: string): void {
		field.onText(text);
		goOn();
	}

	function leavingKeys(): KeyHandling {
		return {
			bindings: [
				{
					keys: ['escape'],
					label: 'drop what was typed',
					hint: 'drop it',
					run: () => setStep({name: 'closed'}),
				},
				take,
				{keys: ['left', 'right', 'up', 'down'], label: 'go on with it', hint: 'go on', run: goOn},
			],
			onText: type,
		};
	}

	return {
		editor: isOpen
			? {
					turn: step.turn,
					field,
					heard: heard === safeText(field.text) ? undefined : heard,
					isLeaving: step.name === 'leaving',
					problem: step.name === 'editing' ? step.problem : undefined,
				}
			: undefined,
		said: step.name === 'said' ? step.sentence : undefined,
		forget() {
			if (step.name === 'said') {
				setStep({name: 'closed'});
			}
		},
		bindings,
		keys: step.name === 'leaving' ? leavingKeys() : editingKeys(),
	};
}
