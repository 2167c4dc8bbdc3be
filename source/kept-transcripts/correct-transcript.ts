import type {Library} from '../library/library.ts';
import type {SafeText} from '../safe-text.ts';
import {turnOrigins} from '../transcripts/join-transcripts.ts';
import type {OpenedTranscript} from './opened-transcript.ts';

/**
 * Keeps another text for a turn of an opened transcript: with the segment that the turn is of, where
 * search finds it.
 */
export function correctTurn(
	library: Pick<Library, 'correctTurn'>,
	{parts}: OpenedTranscript,
	index: number,
	text: SafeText,
): void {
	const origin = turnOrigins(parts)[index];
	const part = origin === undefined ? undefined : parts[origin.part];
	const turn = origin === undefined ? undefined : part?.transcript.turns[origin.turn];
	if (origin === undefined || part === undefined || turn === undefined) {
		throw new RangeError(`There is no turn ${index} to correct`);
	}

	library.correctTurn(part.id, {turn: origin.turn, heard: turn.text, text});
}

/** Takes the newest correction of any segment back; the index of its turn, if there was one. */
export function undoCorrection(
	library: Pick<Library, 'undoCorrection'>,
	{parts}: OpenedTranscript,
): number | undefined {
	const undone = library.undoCorrection(parts.map(({id}) => id));
	if (undone === undefined) {
		return undefined;
	}

	const index = turnOrigins(parts).findIndex(
		({part, turn}) => parts[part]?.id === undone.transcriptId && turn === undone.turn,
	);
	return index === -1 ? undefined : index;
}
