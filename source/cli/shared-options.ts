import {type Command, Option} from 'commander';
import type {FormatName, TranscriptFormat} from '../transcripts/formats/format.ts';

/** Whose meetings, and of which days. */
export type Where = {readonly user?: string; readonly from?: string; readonly to?: string};

export function addWhere(command: Command, whose: string): Command {
	return command
		.option('--user <id|email>', whose)
		.option('--from <date>', 'first day, YYYY-MM-DD')
		.option('--to <date>', 'last day, YYYY-MM-DD');
}

/** What to write, and where to. */
export type Writing = {
	readonly format: FormatName;
	readonly output: string;
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

export function addWriting(
	command: Command,
	{except = []}: {readonly except?: readonly FormatName[]} = {},
): Command {
	return command
		.addOption(
			new Option('--format <format>', 'what to write')
				.choices(formatNames.filter(name => !except.includes(name)))
				.default('text'),
		)
		.option('--output <path>', 'a file, a folder, or - for standard output', '-')
		.option('--overwrite', 'replace a file that is there already');
}

export async function readWriting({format, output, overwrite}: Writing): Promise<{
	readonly format: TranscriptFormat;
	readonly output: string;
	readonly overwrite: boolean;
}> {
	const {findFormat, formats} = await import('../transcripts/formats/formats.ts');
	return {format: findFormat(format) ?? formats[0], output, overwrite: overwrite === true};
}
