import {useEffect, useState} from 'react';
import {isAbort, UserError} from '../../errors.ts';
import {showCost} from '../../jobs/cost.ts';
import type {OpenedTranscript} from '../../kept-transcripts/opened-transcript.ts';
import type {UnderstandingWish} from '../../kept-transcripts/understand.ts';
import type {Binding} from '../keymap.ts';
import type {TranscriptReference} from '../navigation.ts';
import {useSession} from '../session.ts';

export type UnderstandingState =
	| {readonly name: 'none'}
	/** It costs something, and waits for a word. */
	| {readonly name: 'offered'; readonly price: string}
	| {readonly name: 'asking'}
	| {readonly name: 'failed'; readonly error: UserError};

export type UnderstandingControl = {
	readonly state: UnderstandingState;
	/** To be offered, taken and turned down by; empty where AssemblyAI can't be asked. */
	readonly bindings: readonly Binding[];
	readonly forget: () => void;
};

type Kind = UnderstandingWish['kind'];

const labels: Readonly<Record<Kind, string>> = {
	outline: 'ask AssemblyAI for an outline',
	speakers: 'ask AssemblyAI which participant each speaker is',
};

/** Asks AssemblyAI for more about a transcript that is there: its price first, and once. */
export function useUnderstanding(
	kind: Kind,
	{
		opened,
		reference,
		onDone,
	}: {
		readonly opened: OpenedTranscript;
		readonly reference: TranscriptReference;
		readonly onDone?: () => void;
	},
): UnderstandingControl {
	const {services, listings} = useSession();
	const [state, setState] = useState<UnderstandingState>({name: 'none'});
	const isAsking = state.name === 'asking';

	// biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each time it is taken
	useEffect(() => {
		if (!isAsking) {
			return;
		}

		async function ask(signal: AbortSignal): Promise<void> {
			const wish: UnderstandingWish =
				kind === 'outline'
					? {kind}
					: {kind, names: await services.listParticipants(opened.record.meeting.uuid, signal)};
			if (wish.kind === 'speakers' && wish.names.length === 0) {
				throw new UserError('Zoom does not say who was there', {
					hint: 'Name the speakers yourself: r.',
				});
			}

			await services.understand(opened, wish, signal);
		}

		const controller = new AbortController();
		ask(controller.signal)
			.then(() => {
				setState({name: 'none'});
				listings.reread(reference);
				onDone?.();
			})
			.catch((error: unknown) => {
				if (isAbort(error)) {
					return;
				}

				if (!(error instanceof UserError)) {
					throw error;
				}

				setState({name: 'failed', error});
			});
		return () => controller.abort();
	}, [isAsking]);

	function price(): string {
		return kind === 'outline'
			? 'AssemblyAI charges it by the length of the text; it names no price for it.'
			: `${showCost(services.estimateIdentification(opened))}.`;
	}

	function readBindings(): readonly Binding[] {
		const leave: Binding = {
			keys: ['escape'],
			label: 'leave it',
			hint: 'leave it',
			run: () => setState({name: 'none'}),
		};
		switch (state.name) {
			case 'none':
				return opened.record.source === 'zoom'
					? []
					: [
							{
								keys: ['a'],
								label: labels[kind],
								hint: 'ask AssemblyAI',
								run: () => setState({name: 'offered', price: price()}),
							},
						];
			case 'offered':
				return [
					{
						keys: ['enter'],
						label: `${labels[kind]} now`,
						hint: 'ask now',
						run: () => setState({name: 'asking'}),
					},
					leave,
				];
			case 'asking':
			case 'failed':
				return [leave];
		}
	}

	return {state, bindings: readBindings(), forget: () => setState({name: 'none'})};
}
