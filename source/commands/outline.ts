import {UserError} from '../errors.ts';
import {findTranscripts} from '../kept-transcripts/find-transcripts.ts';
import {outlineToJson} from '../transcripts/formats/json.ts';
import {outlineToMarkdown} from '../transcripts/formats/markdown.ts';
import type {CommandContext} from './command.ts';
import {canAsk, confirm} from './confirm.ts';
import {printJson} from './printing.ts';

export type OutlineOptions = {
	readonly json: boolean;
	/** It may cost something, without a question. */
	readonly isApproved: boolean;
};

/**
 * Prints the outline of a transcript: the one that is there, else one that AssemblyAI is asked for, which
 * costs something. Throws `UserError` when that is not wanted, nobody can be asked, or none is made.
 */
export async function printOutline(
	context: CommandContext,
	reference: string,
	{json, isApproved}: OutlineOptions,
): Promise<void> {
	const {program, stdout, signal} = context;
	const services = program.openServices();
	try {
		const [record] = findTranscripts(services.library, [reference]);
		let opened = await services.openTranscript(record?.id ?? reference);
		if (opened.transcript.outline === undefined) {
			await approve(context, isApproved);
			await services.understand(opened, {kind: 'outline'}, signal);
			opened = services.reread(opened);
		}

		const {outline} = opened.transcript;
		if (outline === undefined) {
			throw new UserError('AssemblyAI made no outline of it', {
				hint: 'Too little was said, or nothing that could be put under headlines.',
			});
		}

		if (json) {
			printJson(stdout, outlineToJson(outline));
		} else {
			stdout.write([...outlineToMarkdown(outline)].join('').trimStart());
		}
	} finally {
		services.close();
	}
}

async function approve(context: CommandContext, isApproved: boolean): Promise<void> {
	context.stderr.write(
		'AssemblyAI is asked for an outline; it charges by the length of the text and names no price.\n',
	);
	if (isApproved) {
		return;
	}

	if (!canAsk(context)) {
		throw new UserError('There is no outline yet, and nobody can be asked whether to pay for one', {
			code: 'usage',
			hint: 'Add --yes to ask AssemblyAI for one.',
		});
	}

	if (!(await confirm('Ask for it?', context))) {
		throw new UserError('AssemblyAI was not asked, and nothing has to be paid');
	}
}
