import type {ExportSource} from '../../exports/render-export.ts';
import {askText} from '../../questions/ask-text.ts';
import {choose} from '../../questions/choose.ts';
import {confirm} from '../../questions/confirm.ts';
import type {TranscriptFormat} from '../../transcripts/formats/format.ts';
import {formats} from '../../transcripts/formats/formats.ts';
import {deliverTranscripts, namesFolder} from '../deliver-transcripts.ts';
import type {Plain} from './plain.ts';

/** Asks for a format and a place, and writes the transcript there; never silently over a file. */
export async function exportTranscript(plain: Plain, source: ExportSource): Promise<void> {
	const {services, context, prompts} = plain;
	const format = await choose<TranscriptFormat>(
		{
			message: 'Which format?',
			choices: formats.map(each => ({
				value: each,
				name: `${each.title}, .${each.fileExtension}`,
				short: each.title,
			})),
		},
		prompts,
	);
	if (format === undefined) {
		return;
	}

	const output = await askText(
		{
			message: 'Where to? A file, or a folder with a / at its end',
			default: services.exports.suggestPath(source.document, format, undefined),
		},
		prompts,
	);
	if (output === undefined) {
		return;
	}

	if (await namesFolder(output)) {
		await deliverTranscripts(services, context, [async () => source], {
			format,
			formatOptions: format.defaults,
			output,
			nameTemplate: undefined,
			overwrite: false,
		});
		return;
	}

	await writeFile(plain, {source, format, path: output});
}

async function writeFile(
	{services, context, prompts}: Plain,
	file: {readonly source: ExportSource; readonly format: TranscriptFormat; readonly path: string},
): Promise<void> {
	const outcome = await services.exports.write({...file, overwrite: false});
	if (outcome.status === 'exists') {
		const question = `${outcome.path} is there already. Replace it?`;
		if (!(await confirm(question, prompts))) {
			context.stderr.write('Nothing was written.\n');
			return;
		}

		await services.exports.write({...file, overwrite: true});
	}

	context.stderr.write(`✓ ${outcome.path}\n`);
}
