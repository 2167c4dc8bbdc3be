import type {AssemblyAI} from './assemblyai/assemblyai.ts';
import {UserError} from './errors.ts';
import {toKnownSpeakers} from './jobs/request-options.ts';
import type {Library} from './library/library.ts';
import type {UnderstandingKind} from './library/understanding-store.ts';
import type {OpenedTranscript} from './opened-transcript.ts';

/** What AssemblyAI is to make of a transcript that is there already. */
export type UnderstandingWish =
	| {readonly kind: 'outline'}
	/** `names`: who may be speaking. */
	| {readonly kind: 'speakers'; readonly names: readonly string[]};

/**
 * Has AssemblyAI make more of an opened transcript, and keeps it in the library: `reread` then shows
 * it. It is paid for, and asked for once: not for what has its answer or is being asked for elsewhere.
 *
 * @throws {UserError} when AssemblyAI has nothing to make it of, or refuses.
 */
export async function understand(
	{assemblyai, library}: {readonly assemblyai: AssemblyAI; readonly library: Library},
	opened: OpenedTranscript,
	wish: UnderstandingWish,
	signal: AbortSignal,
): Promise<void> {
	const ids = opened.parts
		.map(({id}) => id)
		.filter(
			id => wish.kind === 'speakers' || library.understandings.read(id, wish.kind) === undefined,
		);
	for (const id of ids) {
		rejectWithoutCopy(library, id);
	}

	for (const id of ids) {
		await understandOne(library, id, wish.kind, () =>
			assemblyai.understand(
				id,
				wish.kind === 'outline' ? {outline: true} : {knownSpeakers: toKnownSpeakers(wish.names)},
				signal,
			),
		);
	}
}

async function understandOne(
	{understandings}: Library,
	id: string,
	kind: UnderstandingKind,
	ask: () => Promise<string>,
): Promise<void> {
	if (!understandings.claim(id, kind)) {
		throw new UserError('Another Recscribe is asking AssemblyAI for the same', {
			hint: 'Wait for its answer, and open the transcript again.',
		});
	}

	try {
		understandings.keep(id, kind, await ask());
	} catch (error) {
		understandings.release(id, kind);
		throw error;
	}
}

function rejectWithoutCopy(library: Library, id: string): void {
	const record = library.findTranscript(id);
	if (record?.source === 'zoom') {
		throw new UserError('AssemblyAI has no copy of Zoom’s own transcript', {
			hint: 'Transcribe the recording with AssemblyAI, and ask for it with that.',
		});
	}

	if (record?.remoteDeletedAt !== undefined) {
		throw new UserError('AssemblyAI’s copy of this transcript was deleted', {
			hint: 'Transcribe the recording again, and ask for it with that.',
		});
	}
}
