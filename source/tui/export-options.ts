import type {ExportOptions, TranscriptFormat} from '../transcripts/formats/format.ts';
import {type ExportWishes, optionsFor} from '../transcripts/formats/format-options.ts';
import type {PassageUnit} from '../transcripts/passages.ts';
import type {Binding} from './keymap.ts';

type Choice = keyof ExportOptions;

const keys: Readonly<Record<Choice, string>> = {
	timestamps: 't',
	speakers: 's',
	unit: 'u',
	header: 'h',
	original: 'o',
};

const labels: Readonly<Record<Choice, string>> = {
	timestamps: 'times on or off',
	speakers: 'who speaks, on or off',
	unit: 'for each turn, sentence or word',
	header: 'which meeting it was, at the top, on or off',
	original: 'the words as corrected, or as they were heard',
};

const shown: Readonly<Record<Choice, (options: ExportOptions) => string>> = {
	timestamps: ({timestamps}) => `times ${onOrOff(timestamps)}`,
	speakers: ({speakers}) => `speakers ${onOrOff(speakers)}`,
	unit: ({unit}) => `by ${unit}`,
	header: ({header}) => `header ${onOrOff(header)}`,
	original: ({original}) => (original ? 'as heard' : 'as corrected'),
};

function onOrOff(value: boolean): string {
	return value ? 'on' : 'off';
}

/** The wishes after one choice was changed: to the other one, or to the format's next unit. */
export function changeWish(
	format: TranscriptFormat,
	wishes: ExportWishes,
	choice: Choice,
): ExportWishes {
	const options = optionsFor(format, wishes);
	return choice === 'unit'
		? {...wishes, unit: nextUnit(format.units, options.unit)}
		: {...wishes, [choice]: !options[choice]};
}

function nextUnit(units: readonly PassageUnit[], unit: PassageUnit): PassageUnit {
	return units[(units.indexOf(unit) + 1) % units.length] ?? unit;
}

/** The choices that make a difference: without corrections there is one text only. */
export function choicesOf({choices}: TranscriptFormat, hasCorrections: boolean): readonly Choice[] {
	return choices.filter(choice => hasCorrections || choice !== 'original');
}

/** What can be changed of a format, as it is now: a key, and words. */
export function shownChoices(
	choices: readonly Choice[],
	options: ExportOptions,
): ReadonlyArray<{readonly key: string; readonly words: string}> {
	return choices.map(choice => ({key: keys[choice], words: shown[choice](options)}));
}

export function optionBindings(
	format: TranscriptFormat,
	choices: readonly Choice[],
	wishes: ExportWishes,
	onChange: (wishes: ExportWishes) => void,
): readonly Binding[] {
	return choices.map(choice => ({
		keys: [keys[choice]],
		label: labels[choice],
		run: () => onChange(changeWish(format, wishes, choice)),
	}));
}
