import {useEffect, useState} from 'react';
import {isAbort, UserError} from '../../errors.ts';
import type {OpenedTranscript} from '../../kept-transcripts/opened-transcript.ts';
import type {OfferedName} from '../../transcripts/name-proposals.ts';
import type {Binding} from '../keymap.ts';
import type {TranscriptReference} from '../navigation.ts';
import {useSession} from '../session.ts';

export type NameProposals = {
	/** Empty where there are none, and once they have been taken or turned down. */
	readonly proposals: readonly OfferedName[];
	readonly bindings: readonly Binding[];
	/** Looks again: there may be more by now. */
	readonly lookAgain: () => void;
};

/**
 * The names for the letters of a transcript: looked up while one reads. Zoom's own
 * transcript has them.
 */
export function useNameProposals(
	reference: TranscriptReference,
	opened: OpenedTranscript,
): NameProposals {
	const session = useSession();
	const [proposals, setProposals] = useState<readonly OfferedName[]>([]);
	const {id: transcriptId, source} = opened.record;
	const [looks, countLook] = useState(0);
	const lookAgain = () => countLook(count => count + 1);

	// biome-ignore lint/correctness/useExhaustiveDependencies: asked once; names and corrections change it
	useEffect(() => {
		if (source === 'zoom') {
			return;
		}

		const controller = new AbortController();
		session.services
			.proposeNames(opened, controller.signal)
			.then(setProposals)
			.catch((error: unknown) => {
				// Names are an offer: where Zoom can't be asked, one reads without them.
				if (!(error instanceof UserError || isAbort(error))) {
					throw error;
				}
			});
		return () => controller.abort();
	}, [session, transcriptId, looks]);

	if (proposals.length === 0) {
		return {proposals: [], bindings: [], lookAgain};
	}

	return {
		proposals,
		lookAgain,
		bindings: [
			{
				keys: ['a'],
				label: 'accept all the names that are offered for the speakers',
				hint: 'accept names',
				run() {
					session.services.nameSpeakers(transcriptId, proposals);
					session.listings.reread(reference);
					setProposals([]);
				},
			},
			{keys: ['x'], label: 'turn the names down', hint: 'no', run: () => setProposals([])},
		],
	};
}
