import {stat} from 'node:fs/promises';
import path from 'node:path';
import {UserError} from '../errors.ts';
import type {ExportSource} from '../exports/render-export.ts';
import {toExportSource} from '../opened-transcript.ts';
import type {Services} from '../services.ts';
import type {TranscriptFormat} from '../transcripts/formats/format.ts';
import type {CommandContext} from './command.ts';

export type DeliveryOptions = {
	readonly format: TranscriptFormat;
	/** A file, a folder, or `-` for standard output. */
	readonly output: string;
	readonly overwrite: boolean;
};

/** Where each transcript went: a path, or undefined for standard output. */
export type Delivery = {
	readonly transcriptId: string;
	readonly path: string | undefined;
};

/** Writes transcripts to standard output, to one file, or to a folder under names of their own. */
export async function deliverTranscripts(
	services: Services,
	{stdout, stderr}: CommandContext,
	transcriptIds: readonly string[],
	options: DeliveryOptions,
): Promise<readonly Delivery[]> {
	const isFolder = options.output !== '-' && (await namesFolder(options.output));
	if (options.output !== '-' && !isFolder && transcriptIds.length > 1) {
		throw new UserError(`${transcriptIds.length} transcripts do not go into one file`, {
			code: 'usage',
			hint: `Give a folder: --output ${options.output}/`,
		});
	}

	const deliveries: Delivery[] = [];
	for (const transcriptId of transcriptIds) {
		const source = toExportSource(await services.openTranscript(transcriptId));
		if (options.output === '-') {
			stdout.write(await services.exports.render(options.format, source));
			deliveries.push({transcriptId, path: undefined});
			continue;
		}

		const written = await writeFile(services, source, options, isFolder);
		stderr.write(`✓ ${written}\n`);
		deliveries.push({transcriptId, path: written});
	}

	return deliveries;
}

async function namesFolder(output: string): Promise<boolean> {
	if (/[/\\]$/.test(output)) {
		return true;
	}

	const found = await stat(output).catch(() => undefined);
	return found?.isDirectory() === true;
}

async function writeFile(
	{exports}: Services,
	source: ExportSource,
	{format, output, overwrite}: DeliveryOptions,
	isFolder: boolean,
): Promise<string> {
	const target = isFolder
		? path.join(output, await exports.freeName(source.document.meeting, format, output))
		: output;
	const outcome = await exports.write({path: target, format, source, overwrite});
	if (outcome.status === 'exists') {
		throw new UserError(`${outcome.path} is there already`, {
			hint: 'Choose another path with --output, or give --overwrite to replace it. The transcript is in the library.',
		});
	}

	return outcome.path;
}
