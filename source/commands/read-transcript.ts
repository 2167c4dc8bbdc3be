import {findTranscripts} from '../kept-transcripts/find-transcripts.ts';
import {toExportSource} from '../kept-transcripts/opened-transcript.ts';
import {meansFile, openTranscriptFile} from '../transcript-files/open-transcript-file.ts';
import type {ExportDocument} from '../transcripts/formats/format.ts';
import type {CommandContext} from './command.ts';
import {readInPager} from './plain/read-in-pager.ts';

/**
 * Shows a transcript of the library or in a file as plain lines, from its beginning to its end. Throws
 * `UserError` when there is none.
 */
export async function readTranscript(context: CommandContext, reference: string): Promise<void> {
	const document = (await meansFile(reference))
		? (await openTranscriptFile(reference)).document
		: await openFromLibrary(context, reference);
	await readInPager(context, document, 0);
}

async function openFromLibrary(
	{program}: CommandContext,
	reference: string,
): Promise<ExportDocument> {
	const services = program.openServices();
	try {
		const [record] = findTranscripts(services.library, [reference]);
		if (record === undefined) {
			throw new RangeError('Whatever is not found is an error');
		}

		return toExportSource(await services.openTranscript(record.id)).document;
	} finally {
		services.close();
	}
}
