import type {ExportOptions, TranscriptFormat} from './format.ts';

/** What somebody wants other than a format has it by itself. */
export type ExportWishes = Partial<ExportOptions>;

/** Whether a wish makes a difference to the format. */
export function takesWish(
	{choices, units}: Pick<TranscriptFormat, 'choices' | 'units'>,
	wishes: ExportWishes,
	choice: keyof ExportOptions,
): boolean {
	const isUnit = choice === 'unit' && wishes.unit !== undefined;
	return choices.includes(choice) && (!isUnit || units.includes(wishes.unit));
}

/** The format's own options, but for the wishes that make a difference to it. */
export function optionsFor(format: TranscriptFormat, wishes: ExportWishes): ExportOptions {
	const {timestamps, speakers, unit, header, original} = wishes;
	return {
		...format.defaults,
		...(timestamps !== undefined && takesWish(format, wishes, 'timestamps') && {timestamps}),
		...(speakers !== undefined && takesWish(format, wishes, 'speakers') && {speakers}),
		...(unit !== undefined && takesWish(format, wishes, 'unit') && {unit}),
		...(header !== undefined && takesWish(format, wishes, 'header') && {header}),
		...(original !== undefined && takesWish(format, wishes, 'original') && {original}),
	};
}
