import {UserError} from '../errors.ts';
import type {Library} from '../library/library.ts';
import type {TranscriptRecord} from '../library/records.ts';

/**
 * Transcripts of the library by what a person has of each: its id, the beginning of one, or the UUID
 * of its meeting, which means AssemblyAI's newest of that, else Zoom's own. None twice. Throws `UserError`
 * for what is none, or may be several.
 */
export function findTranscripts(
	library: Pick<Library, 'listTranscripts' | 'findTranscriptOfMeeting'>,
	references: readonly string[],
): readonly TranscriptRecord[] {
	const all = library.listTranscripts();
	const found = new Map<string, TranscriptRecord>();
	for (const reference of references) {
		const record = findOne(library, all, reference);
		found.set(record.id, record);
	}

	return [...found.values()];
}

function findOne(
	library: Pick<Library, 'findTranscriptOfMeeting'>,
	all: readonly TranscriptRecord[],
	reference: string,
): TranscriptRecord {
	const exact =
		all.find(({id}) => id === reference) ??
		library.findTranscriptOfMeeting(reference) ??
		all.find(({source, meeting}) => source === 'zoom' && meeting.uuid === reference);
	if (exact !== undefined) {
		return exact;
	}

	const beginning = reference === '' ? [] : all.filter(({id}) => id.startsWith(reference));
	const [record, another] = beginning;
	if (record === undefined || another !== undefined) {
		throw new UserError(
			record === undefined
				? `The library has no transcript ${reference}`
				: `${beginning.length} transcripts begin with ${reference}`,
			{code: 'not-found', hint: '`recscribe transcripts` lists them.'},
		);
	}

	return record;
}
