import {useEffect, useState} from 'react';
import {type FoundTurn, findTurns} from '../../kept-transcripts/found-turns.ts';
import {toFullTextQuery} from '../../library/search-query.ts';
import {useSession} from '../session.ts';

export type LibrarySearch =
	/** Nothing to look for. */
	| {readonly name: 'idle'}
	| {readonly name: 'searching'; readonly found: readonly FoundTurn[]}
	| {readonly name: 'found'; readonly found: readonly FoundTurn[]}
	| {readonly name: 'failed'; readonly error: unknown};

export const mostFinds = 200;

/** Waits for the next key: in a library of thousands a short beginning takes half a second. */
const pauseMs = 100;

/** Searches what was said, as one types. */
export function useLibrarySearch(text: string): LibrarySearch {
	const {library} = useSession().services;
	const [done, setDone] = useState<{
		readonly text: string;
		readonly search: LibrarySearch;
	}>();
	const hasWords = toFullTextQuery({text}) !== undefined;
	useEffect(() => {
		if (!hasWords) {
			return;
		}

		const timer = setTimeout(() => {
			try {
				const found = findTurns(library, {text, isUnfinished: true}, mostFinds);
				setDone({text, search: {name: 'found', found}});
			} catch (error) {
				setDone({text, search: {name: 'failed', error}});
			}
		}, pauseMs);
		return () => clearTimeout(timer);
	}, [library, text, hasWords]);

	if (!hasWords) {
		return {name: 'idle'};
	}

	if (done?.text === text) {
		return done.search;
	}

	// What was found before stays in view, so that nothing flickers.
	return {name: 'searching', found: done?.search.name === 'found' ? done.search.found : []};
}
