import {useEffect, useState} from 'react';
import {UserError} from '../../errors.ts';
import type {SafeText} from '../../safe-text.ts';
import {speakerName} from '../../transcripts/speaker-names.ts';
import {useSession} from '../session.ts';

export type Beginning = {
	readonly id: string;
	readonly turns: ReadonlyArray<{readonly speaker: SafeText | undefined; readonly text: SafeText}>;
};

/** So long the cursor stands still before anything is opened. */
const pauseMs = 120;
const mostTurns = 40;

/** How a transcript of the library begins, soon after one has come to it; undefined until then. */
export function useBeginning(id: string | undefined): Beginning | undefined {
	const {services} = useSession();
	const [beginning, setBeginning] = useState<Beginning>();
	useEffect(() => {
		if (id === undefined) {
			return;
		}

		let isWanted = true;
		const timer = setTimeout(() => {
			services
				.openTranscript(id)
				.then(({transcript}) => {
					if (isWanted) {
						const turns = transcript.turns.slice(0, mostTurns).map(({speaker, text}) => ({
							speaker: speaker && speakerName(transcript, speaker),
							text,
						}));
						setBeginning({id, turns});
					}
				})
				.catch((error: unknown) => {
					// Whoever opens it will be told.
					if (!(error instanceof UserError)) {
						throw error;
					}
				});
		}, pauseMs);
		return () => {
			isWanted = false;
			clearTimeout(timer);
		};
	}, [services, id]);
	return beginning?.id === id ? beginning : undefined;
}
