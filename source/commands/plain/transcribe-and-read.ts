import {search} from '../../questions/choose.ts';
import type {Meeting} from '../../zoom/recordings.ts';
import {sayError} from '../say-error.ts';
import {bringToTranscripts} from '../transcribe.ts';
import {type CompletedResult, isCompleted, openResult} from '../transcribe-results.ts';
import type {Plain} from './plain.ts';
import {readOrExport} from './read-or-export.ts';

const usualFiles = {type: 'default'} as const;

/** Brings the meetings to transcripts, as `recscribe transcribe` does, and offers them to be read. */
export async function transcribeAndRead(plain: Plain, meetings: readonly Meeting[]): Promise<void> {
	const {services, context, prompts} = plain;
	const results = await bringToTranscripts(
		services,
		meetings,
		{
			files: usualFiles,
			again: false,
			request: {},
			isApproved: false,
			wait: false,
			output: '-',
			nameTemplate: undefined,
			overwrite: false,
			isNamed: true,
			resumed: [],
		},
		context,
	);
	for (const result of results) {
		if (result.status !== 'completed') {
			context.stderr.write(`${result.meeting.topic}:\n`);
			sayError(result.error, context.stderr);
		}
	}

	const read = async (result: CompletedResult) =>
		readOrExport(plain, await openResult(services, result, usualFiles));
	const completed = results.filter(isCompleted);
	const [only, another] = completed;
	if (only !== undefined && another === undefined) {
		await read(only);
		return;
	}

	while (completed.length > 0) {
		const chosen = await search(
			{
				message: `${completed.length} transcripts are there. Which one?`,
				choices: completed.map(result => ({value: result, name: result.meeting.topic})),
			},
			prompts,
		);
		if (chosen === undefined) {
			return;
		}

		await read(chosen);
	}
}
