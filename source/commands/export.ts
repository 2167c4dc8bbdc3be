import {UserError} from '../errors.ts';
import type {ExportSource} from '../exports/render-export.ts';
import {findTranscripts} from '../kept-transcripts/find-transcripts.ts';
import {toExportSource} from '../kept-transcripts/opened-transcript.ts';
import {withoutRepeats} from '../kept-transcripts/segments.ts';
import {openDelivery} from '../transcript-files/delivery.ts';
import {meansFile, openTranscriptFile} from '../transcript-files/open-transcript-file.ts';
import type {CommandContext} from './command.ts';
import {
	checkOutput,
	type DeliveryOptions,
	deliverTranscripts,
	namesFolder,
} from './deliver-transcripts.ts';

export type ExportCommandOptions = DeliveryOptions & {
	/** Everything that the library has. */
	readonly all: boolean;
};

/**
 * Writes transcripts of the library, and those in files, anew; neither service is asked. Throws `UserError`
 * for a wrong one.
 */
export async function exportTranscripts(
	context: CommandContext,
	references: readonly string[],
	{all, ...delivery}: ExportCommandOptions,
): Promise<void> {
	if (all === references.length > 0) {
		throw new UserError(
			all ? '--all and single transcripts contradict each other' : 'Nothing says what to export',
			{code: 'usage', hint: 'Give transcripts, or --all; `recscribe transcripts` lists them.'},
		);
	}

	const areFiles = await Promise.all(references.map(meansFile));
	const files = references.filter((_, index) => areFiles[index]);
	const others = references.filter((_, index) => !areFiles[index]);
	if (files.length > 0 && others.length === 0) {
		await exportAll(context, {files, delivery});
		return;
	}

	const services = context.program.openServices();
	try {
		const {library} = services;
		const everything = library.listTranscripts();
		const chosen = withoutRepeats(all ? everything : findTranscripts(library, others), everything);
		await exportAll(context, {
			files,
			kept: chosen.map(
				({id}) =>
					async () =>
						toExportSource(await services.openTranscript(id)),
			),
			isAll: all,
			delivery,
		});
	} finally {
		services.close();
	}
}

/** Files need no library, and so nobody has to have set up anything for them. */
async function exportAll(
	context: CommandContext,
	{
		files,
		kept = [],
		isAll = false,
		delivery,
	}: {
		readonly files: readonly string[];
		readonly kept?: ReadonlyArray<() => Promise<ExportSource>>;
		/** However many there are. */
		readonly isAll?: boolean;
		readonly delivery: DeliveryOptions;
	},
): Promise<void> {
	const opening = [...files.map(file => () => openTranscriptFile(file)), ...kept];
	await checkPlace(delivery, isAll ? undefined : opening.length);
	if (opening.length === 0) {
		context.stderr.write('The library has no transcripts yet.\n');
	}

	await deliverTranscripts(
		openDelivery(),
		context,
		opening.map(open => () => {
			context.signal.throwIfAborted();
			return open();
		}),
		delivery,
	);
}

/** @param count How many transcripts; undefined for however many there are. */
async function checkPlace(delivery: DeliveryOptions, count: number | undefined): Promise<void> {
	await checkOutput(delivery, count ?? 1);
	if (count !== 1 && !(await namesFolder(delivery.output))) {
		const {output} = delivery;
		throw new UserError('Several transcripts go into a folder', {
			code: 'usage',
			hint: `Give one: --output ${output === '-' ? 'transcripts' : output}/`,
		});
	}
}
