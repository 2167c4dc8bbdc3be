import {type Command, Option} from 'commander';
import type {DeliveryOptions} from '../commands/deliver-transcripts.ts';
import type {Printing} from '../commands/printing.ts';
import type {FormatName} from '../transcripts/formats/format.ts';
import type {PassageUnit} from '../transcripts/passages.ts';

/** Whose meetings, and of which days. */
export type Where = {readonly user?: string; readonly from?: string; readonly to?: string};

export function addWhere(command: Command, whose: string): Command {
	return command
		.option('--user <id|email>', whose)
		.option('--from <date>', 'first day, YYYY-MM-DD')
		.option('--to <date>', 'last day, YYYY-MM-DD');
}

/** How results are printed. */
export type PrintingFlags = {readonly json?: true; readonly jsonl?: true};

/** For commands whose results are many: a list is known piece by piece. */
export function addPrinting(command: Command, lines = 'print a JSON line for each'): Command {
	return command
		.option('--json', 'print one JSON document')
		.addOption(new Option('--jsonl', lines).conflicts('json'));
}

export function readPrinting({json, jsonl}: PrintingFlags): Printing {
	return jsonl === true ? 'jsonl' : json === true ? 'json' : 'text';
}

/** What to write, how, and where to. */
export type Writing = {
	readonly format?: FormatName;
	readonly timestamps: boolean;
	readonly speakerNames: boolean;
	readonly unit?: PassageUnit;
	readonly header?: boolean;
	readonly original?: true;
	readonly output: string;
	readonly name?: string;
	readonly overwrite?: true;
};

// Written out: the formats themselves are loaded only when there is something to write.
const formatNames: readonly FormatName[] = [
	'text',
	'markdown',
	'srt',
	'vtt',
	'json',
	'raw',
	'csv',
	'docx',
	'html',
];
const units: readonly PassageUnit[] = ['turn', 'sentence', 'word'];

/** The options of every command that writes transcripts. */
export function addWriting(
	command: Command,
	{except = []}: {readonly except?: readonly FormatName[]} = {},
): Command {
	return command
		.addOption(
			new Option(
				'--format <format>',
				'what to write; by default what the output’s name ends with, else text',
			).choices(formatNames.filter(name => !except.includes(name))),
		)
		.option('--no-timestamps', 'leave the times out: text, markdown, csv, docx, html')
		.option('--no-speaker-names', 'leave out who speaks: all but json and raw')
		.addOption(
			new Option(
				'--unit <unit>',
				'a line, paragraph or row for each (word: csv alone): text, markdown, csv, docx, html',
			).choices(units),
		)
		.option(
			'--header',
			'say first which meeting it was (markdown: as front matter): text, markdown, vtt, docx, html',
		)
		.option('--no-header', 'leave that out')
		.option('--original', 'the words as they were heard, without your corrections: all but raw')
		.option('--output <path>', 'a file, a folder, or - for standard output', '-')
		.option(
			'--name <template>',
			'names in a folder, "{date} {topic}" by default; also {time}, {host}, {meeting}, {uuid}, {transcript}, {speakers}, {speaker-count}, {duration}, {language}, {model}',
		)
		.option('--overwrite', 'replace a file that is there already');
}

/** See `toDelivery`, which is loaded only now. */
export async function readWriting(
	writing: Writing,
	options?: {readonly except?: readonly FormatName[]},
): Promise<DeliveryOptions> {
	const {toDelivery} = await import('./delivery-options.ts');
	return toDelivery(writing, options);
}
