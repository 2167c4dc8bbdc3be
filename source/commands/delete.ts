import {UserError} from '../errors.ts';
import {findTranscripts} from '../kept-transcripts/find-transcripts.ts';
import type {TranscriptRecord} from '../library/records.ts';
import {showMoment} from '../measures.ts';
import type {DeletionPlace} from '../services.ts';
import type {CommandContext} from './command.ts';
import {canAsk, confirm} from './confirm.ts';

export type DeleteOptions = {
	/** Undefined: nobody has said which. */
	readonly place: DeletionPlace | undefined;
	/** Do not ask. */
	readonly isApproved: boolean;
};

const places: Readonly<Record<DeletionPlace, string>> = {
	here: 'here',
	remote: 'at AssemblyAI',
	both: 'here and at AssemblyAI',
};

/**
 * Deletes transcripts here, at AssemblyAI, or both; asks first. Throws `UserError` when it is not
 * wanted, nobody can be asked, or AssemblyAI refuses.
 */
export async function deleteTranscripts(
	context: CommandContext,
	references: readonly string[],
	{place, isApproved}: DeleteOptions,
): Promise<void> {
	const {stderr, signal} = context;
	if (place === undefined) {
		throw new UserError('Nothing says where to delete', {
			code: 'usage',
			hint: 'Give --here for the library, --remote for AssemblyAI’s copy, or both.',
		});
	}

	const services = context.program.openServices();
	try {
		const records = findTranscripts(services.library, references);
		if (!isApproved) {
			await ask(context, records, place);
		}

		for (const {id, meeting} of records) {
			await services.deleteTranscript(id, place, signal);
			stderr.write(`✓ “${meeting.topic}” is deleted ${places[place]}\n`);
		}
	} finally {
		services.close();
	}
}

async function ask(
	context: CommandContext,
	records: readonly TranscriptRecord[],
	place: DeletionPlace,
): Promise<void> {
	if (!canAsk(context)) {
		throw new UserError('Nobody can be asked whether to delete', {
			code: 'usage',
			hint: 'Add --yes to delete without a question.',
		});
	}

	for (const {meeting} of records) {
		context.stderr.write(`${showMoment(new Date(meeting.start))}  ${meeting.topic}\n`);
	}

	const what = records.length === 1 ? 'this transcript' : `these ${records.length} transcripts`;
	const question = `Delete ${what} ${places[place]}? It can’t be undone.`;
	if (!(await confirm(question, context))) {
		throw new UserError('Nothing was deleted');
	}
}
