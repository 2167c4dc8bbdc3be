import type {AssemblyAI} from '../assemblyai/assemblyai.ts';
import {AssemblyAIError} from '../assemblyai/assemblyai-error.ts';
import {parseIdentified} from '../assemblyai/parse-identified.ts';
import {parseOutline} from '../assemblyai/parse-outline.ts';
import {UserError} from '../errors.ts';
import {toKnownSpeakers} from '../jobs/request-options.ts';
import type {Library} from '../library/library.ts';
import type {UnderstandingKind} from '../library/understanding-store.ts';
import {parseJson, wordLimits} from '../parse-json.ts';
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
		throw new UserError(
			'AssemblyAI was asked for the same a moment ago, and has not answered yet',
			{
				hint: 'So that nothing is paid for twice, it can be asked again ten minutes after that.',
			},
		);
	}

	const answer = await ask().catch((error: unknown) => {
		if (isUnpaid(error)) {
			understandings.release(id, kind);
		}

		throw error;
	});
	if (isEmpty(kind, answer)) {
		understandings.release(id, kind);
		throw new UserError(
			kind === 'outline'
				? 'AssemblyAI made no outline of it'
				: 'AssemblyAI knew none of the speakers again',
			{hint: 'Too little may have been said. It can be asked again.'},
		);
	}

	understandings.keep(id, kind, answer);
}

/** Whether a request that failed had certainly no effect: it was refused, or never arrived. */
function isUnpaid(error: unknown): boolean {
	return (
		error instanceof AssemblyAIError &&
		(error.isUndone || !(error.code === 'network' || error.code === 'service'))
	);
}

function isEmpty(kind: UnderstandingKind, answer: string): boolean {
	const parsed = parseJson(answer, wordLimits);
	return kind === 'outline'
		? parseOutline(parsed) === undefined
		: parseIdentified(parsed).size === 0;
}

/** Throws `UserError` for what AssemblyAI can make nothing of: it has no copy. */
export function rejectWithoutCopy(library: Pick<Library, 'findTranscript'>, id: string): void {
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
