import process from 'node:process';
import type {DeliveryOptions} from '../commands/deliver-transcripts.ts';
import {UserError} from '../errors.ts';
import {checkFileNameTemplate} from '../transcripts/file-name-template.ts';
import type {ExportOptions, FormatName, TranscriptFormat} from '../transcripts/formats/format.ts';
import {type ExportWishes, optionsFor, takesWish} from '../transcripts/formats/format-options.ts';
import {findFormat, formatOfFile, formats} from '../transcripts/formats/formats.ts';
import type {Writing} from './shared-options.ts';

/**
 * What was asked for, as the commands take it. Throws `UserError` `usage` for an option that makes no
 * difference to the format, and for a name with a field that there is not.
 */
export function toDelivery(
	writing: Writing,
	{except = []}: {readonly except?: readonly FormatName[]} = {},
): DeliveryOptions {
	const {output, name: nameTemplate, overwrite} = writing;
	const format = chooseFormat(writing, except);
	if (format.kind === 'binary' && output === '-' && process.stdout.isTTY) {
		throw new UserError(`--format ${format.name} is nothing that a terminal can show`, {
			code: 'usage',
			hint: `Give a file: --output transcript.${format.fileExtension}`,
		});
	}

	if (nameTemplate !== undefined) {
		checkFileNameTemplate(nameTemplate);
	}

	return {
		format,
		formatOptions: toFormatOptions(format, writing),
		output,
		nameTemplate,
		overwrite: overwrite === true,
	};
}

function chooseFormat({format, output}: Writing, except: readonly FormatName[]): TranscriptFormat {
	const wanted = format === undefined ? formatOfFile(output) : findFormat(format);
	return wanted === undefined || except.includes(wanted.name) ? formats[0] : wanted;
}

function toFormatOptions(format: TranscriptFormat, writing: Writing): ExportOptions {
	const {timestamps, speakerNames, unit, header, original} = writing;
	// What goes without saying is no wish: commander has true where nothing was said.
	const wishes: ExportWishes = {
		...(!timestamps && {timestamps}),
		...(!speakerNames && {speakers: false}),
		...(unit !== undefined && {unit}),
		...(header !== undefined && {header}),
		...(original !== undefined && {original}),
	};
	const flags: Readonly<Record<keyof ExportOptions, string>> = {
		timestamps: '--no-timestamps',
		speakers: '--no-speaker-names',
		unit: `--unit ${unit}`,
		header: header === true ? '--header' : '--no-header',
		original: '--original',
	};
	for (const choice of ['timestamps', 'speakers', 'unit', 'header', 'original'] as const) {
		if (wishes[choice] !== undefined && !takesWish(format, wishes, choice)) {
			const hasUnits = choice === 'unit' && format.units.length > 0;
			throw new UserError(`${flags[choice]} makes no difference to --format ${format.name}`, {
				code: 'usage',
				hint: hasUnits
					? `Give one of: ${format.units.join(', ')}.`
					: 'Leave it out, or choose another format.',
			});
		}
	}

	return optionsFor(format, wishes);
}
