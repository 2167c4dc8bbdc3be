import {stat} from 'node:fs/promises';
import path from 'node:path';
import {UserError} from '../errors.ts';
import type {ExportSource} from '../exports/render-export.ts';
import {type OpenedTranscript, toExportSource} from '../opened-transcript.ts';
import type {Services} from '../services.ts';
import type {TranscriptFormat} from '../transcripts/formats/format.ts';
import type {CommandContext} from './command.ts';

export type DeliveryOptions = {
	readonly format: TranscriptFormat;
	/** A file, a folder, or `-` for standard output. */
	readonly output: string;
	readonly overwrite: boolean;
};

/**
 * Throws `UserError` when so many transcripts can't go to the output, as far as that can be known
 * before there are any: to be asked before anything is paid for.
 */
export async function checkOutput(
	{output, overwrite}: Pick<DeliveryOptions, 'output' | 'overwrite'>,
	transcriptCount: number,
): Promise<void> {
	if (output === '-' || (await namesFolder(output))) {
		return;
	}

	if (transcriptCount > 1) {
		throw new UserError(`${transcriptCount} transcripts do not go into one file`, {
			code: 'usage',
			hint: `Give a folder: --output ${output}/`,
		});
	}

	const isThere = (await stat(output).catch(() => undefined)) !== undefined;
	if (isThere && !overwrite) {
		throw refuseToReplace(path.resolve(output));
	}
}

/**
 * Writes transcripts to standard output, to one file, or to a folder under names of their own. Opens
 * each when its turn comes; the path of each, or undefined for standard output.
 */
export async function deliverTranscripts(
	services: Pick<Services, 'exports'>,
	{stdout, stderr}: CommandContext,
	transcripts: readonly (() => Promise<OpenedTranscript>)[],
	options: DeliveryOptions,
): Promise<readonly (string | undefined)[]> {
	const paths: (string | undefined)[] = [];
	for (const open of transcripts) {
		const source = toExportSource(await open());
		paths.push(await deliverSource(services, {stdout, stderr}, source, options));
	}

	return paths;
}

/** Writes one transcript to where it was asked for; the path, or undefined for standard output. */
export async function deliverSource(
	services: Pick<Services, 'exports'>,
	{stdout, stderr}: Pick<CommandContext, 'stdout' | 'stderr'>,
	source: ExportSource,
	options: DeliveryOptions,
): Promise<string | undefined> {
	if (options.output === '-') {
		stdout.write(await services.exports.render(options.format, source));
		return undefined;
	}

	const written = await writeFile(services, source, options, await namesFolder(options.output));
	stderr.write(`✓ ${written}\n`);
	return written;
}

async function namesFolder(output: string): Promise<boolean> {
	if (/[/\\]$/.test(output)) {
		return true;
	}

	if (output === '-') {
		return false;
	}

	const found = await stat(output).catch(() => undefined);
	return found?.isDirectory() === true;
}

async function writeFile(
	{exports}: Pick<Services, 'exports'>,
	source: ExportSource,
	{format, output, overwrite}: DeliveryOptions,
	isFolder: boolean,
): Promise<string> {
	const target = isFolder
		? path.join(output, await exports.freeName(source.document.meeting, format, output))
		: output;
	const outcome = await exports.write({path: target, format, source, overwrite});
	if (outcome.status === 'exists') {
		throw refuseToReplace(outcome.path);
	}

	return outcome.path;
}

function refuseToReplace(file: string): UserError {
	return new UserError(`${file} is there already`, {
		hint: 'Choose another path with --output, or give --overwrite to replace it.',
	});
}
