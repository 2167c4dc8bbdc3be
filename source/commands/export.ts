import {UserError} from '../errors.ts';
import {findTranscripts} from '../find-transcripts.ts';
import {toExportSource} from '../opened-transcript.ts';
import {withoutRepeats} from '../segments.ts';
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

/** Writes transcripts of the library; neither service is asked. Throws `UserError` for a wrong one. */
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

	const services = context.program.openServices();
	try {
		const {library} = services;
		const everything = library.listTranscripts();
		const chosen = withoutRepeats(
			all ? everything : findTranscripts(library, references),
			everything,
		);
		await checkPlace(delivery, all ? undefined : chosen.length);
		if (chosen.length === 0) {
			context.stderr.write('The library has no transcripts yet.\n');
		}

		await deliverTranscripts(
			services,
			context,
			chosen.map(({id}) => async () => {
				context.signal.throwIfAborted();
				return toExportSource(await services.openTranscript(id));
			}),
			delivery,
		);
	} finally {
		services.close();
	}
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
