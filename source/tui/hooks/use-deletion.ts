import {useEffect, useRef, useState} from 'react';
import type {DeletionPlace} from '../../services.ts';
import type {Binding} from '../keymap.ts';
import {useSession} from '../session.ts';

export type DeletionState =
	| {readonly name: 'none'}
	| {readonly name: 'asking'; readonly ids: readonly string[]}
	| {readonly name: 'deleting'; readonly done: number; readonly total: number}
	| {readonly name: 'deleted'; readonly count: number; readonly place: DeletionPlace}
	| {readonly name: 'failed'; readonly error: unknown};

export type Deletion = {
	readonly state: DeletionState;
	/** Asks where to delete them; nothing happens before that is answered. */
	readonly ask: (ids: readonly string[]) => void;
	readonly forget: () => void;
	/** While it asks: the answers, and nothing else. */
	readonly bindings: readonly Binding[];
};

/** Deletes transcripts, after a question. `onChange` is called as soon as one of them is deleted. */
export function useDeletion(onChange: () => void): Deletion {
	const {services} = useSession();
	const [state, setState] = useState<DeletionState>({name: 'none'});
	const leaving = useRef<AbortController>(undefined);
	useEffect(() => {
		const controller = new AbortController();
		leaving.current = controller;
		return () => controller.abort();
	}, []);

	async function run(ids: readonly string[], place: DeletionPlace): Promise<void> {
		const signal = leaving.current?.signal ?? AbortSignal.abort();
		try {
			for (const [done, id] of ids.entries()) {
				setState({name: 'deleting', done, total: ids.length});
				await services.deleteTranscript(id, place, signal);
				onChange();
			}

			setState({name: 'deleted', count: ids.length, place});
		} catch (error) {
			if (!signal.aborted) {
				setState({name: 'failed', error});
			}
		}
	}

	const forget = () => setState({name: 'none'});
	const answer = (key: string, hint: string, place: DeletionPlace): Binding => ({
		keys: [key],
		label: `delete ${deletionPlaces[place]}`,
		hint,
		run: () => state.name === 'asking' && void run(state.ids, place),
	});
	return {
		state,
		ask: ids => ids.length > 0 && setState({name: 'asking', ids}),
		forget,
		bindings: [
			answer('h', 'here', 'here'),
			answer('a', 'AssemblyAI', 'remote'),
			answer('b', 'both', 'both'),
			{keys: ['escape', 'n'], label: 'delete nothing', hint: 'nowhere', run: forget},
		],
	};
}

export const deletionPlaces: Readonly<Record<DeletionPlace, string>> = {
	here: 'here',
	remote: 'at AssemblyAI',
	both: 'here and at AssemblyAI',
};
