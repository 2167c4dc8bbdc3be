import {stat} from 'node:fs/promises';
import path from 'node:path';
import {UserError} from '../errors.ts';
import type {ExportSource} from '../exports/render-export.ts';
import type {Services} from '../services.ts';
import type {ExportOptions, TranscriptFormat} from '../transcripts/formats/format.ts';
import type {CommandContext} from './command.ts';

export type DeliveryOptions = {
	readonly format: TranscriptFormat;
	readonly formatOptions: ExportOptions;
	/** A file, a folder, or `-` for standard output. */
	readonly output: string;
	/** Of the names in a folder; undefined for the usual one. */
	readonly nameTemplate: string | undefined;
	readonly overwrite: boolean;
};

/**
 * Throws `UserError` when so many transcripts can't go to the output, as far as that can be known
 * before there are any: to be asked before anything is paid for.
 */
export async function checkOutput(
	{output, nameTemplate, overwrite}: Omit<DeliveryOptions, 'format' | 'formatOptions'>,
	transcriptCount: number,
): Promise<void> {
	if (await namesFolder(output)) {
		return;
	}

	if (nameTemplate !== undefined) {
		throw new UserError('--name is for the names of files in a folder', {
			code: 'usage',
			hint: output === '-' ? 'Give a folder: --output ./' : `Give a folder: --output ${output}/`,
		});
	}

	if (output === '-') {
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
	context: Pick<CommandContext, 'stdout' | 'stderr'>,
	transcripts: readonly (() => Promise<ExportSource>)[],
	options: DeliveryOptions,
): Promise<readonly (string | undefined)[]> {
	const write = await openOutput(services, context, options);
	const paths: (string | undefined)[] = [];
	for (const open of transcripts) {
		const written = await write(await open());
		if (written !== undefined) {
			context.stderr.write(`✓ ${written}\n`);
		}

		paths.push(written);
	}

	return paths;
}

/** How one transcript is written to where it was asked for. */
async function openOutput(
	{exports}: Pick<Services, 'exports'>,
	{stdout}: Pick<CommandContext, 'stdout'>,
	{format, formatOptions, output, nameTemplate, overwrite}: DeliveryOptions,
): Promise<(source: ExportSource) => Promise<string | undefined>> {
	if (output === '-') {
		return async source => {
			const content = await exports.render(format, source, formatOptions);
			if (stdout.isTTY && typeof content === 'string') {
				stdout.write(content);
			} else {
				stdout.stream.write(content);
			}

			return undefined;
		};
	}

	if (await namesFolder(output)) {
		const folder = await exports.openFolder(output, {template: nameTemplate, overwrite});
		return source => folder.write(source, {format, options: formatOptions});
	}

	return async source => {
		const outcome = await exports.write({
			path: output,
			format,
			options: formatOptions,
			source,
			overwrite,
		});
		if (outcome.status === 'exists') {
			throw refuseToReplace(outcome.path);
		}

		return outcome.path;
	};
}

/** Whether it is a folder, or is written as one. */
export async function namesFolder(output: string): Promise<boolean> {
	if (/[/\\]$/.test(output)) {
		return true;
	}

	if (output === '-') {
		return false;
	}

	const found = await stat(output).catch(() => undefined);
	return found?.isDirectory() === true;
}

function refuseToReplace(file: string): UserError {
	return new UserError(`${file} is there already`, {
		hint: 'Choose another path with --output, or give --overwrite to replace it.',
	});
}
