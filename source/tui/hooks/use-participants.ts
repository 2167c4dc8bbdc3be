import {useEffect, useState} from 'react';
import {isAbort, UserError} from '../../errors.ts';
import type {SafeText} from '../../safe-text.ts';
import type {Binding} from '../keymap.ts';
import type {RunJobs} from '../navigation.ts';
import {useSession} from '../session.ts';

export type Participants = {
	readonly isAsking: boolean;
	readonly bindings: readonly Binding[];
};

/** Asks Zoom who was there when a person wants that. `onAnswer` gets the names, or why there are none. */
export function useParticipants(
	jobs: RunJobs,
	onAnswer: (answer: readonly SafeText[] | UserError) => void,
): Participants {
	const {services} = useSession();
	const [isAsking, setAsking] = useState(false);

	// biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each press of the key
	useEffect(() => {
		if (!isAsking) {
			return;
		}

		async function listEverybody(signal: AbortSignal): Promise<readonly SafeText[]> {
			const meetings = new Set(jobs.map(({meeting}) => meeting.uuid));
			const names = await Promise.all(
				[...meetings].map(uuid => services.listParticipants(uuid, signal)),
			);
			return [...new Set(names.flat())];
		}

		const controller = new AbortController();
		listEverybody(controller.signal)
			.catch((error: unknown) => {
				if (error instanceof UserError) {
					return error;
				}

				throw error;
			})
			.then(answer => {
				onAnswer(answer);
				setAsking(false);
			})
			.catch((error: unknown) => {
				if (!isAbort(error)) {
					throw error;
				}
			});
		return () => controller.abort();
	}, [isAsking]);

	return {
		isAsking,
		bindings: isAsking
			? []
			: [
					{
						keys: ['p'],
						label: 'add the names of those who were there to the keyterms',
						hint: 'add names',
						run: () => setAsking(true),
					},
				],
	};
}
