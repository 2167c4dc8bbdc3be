import {isAbort} from '../errors.ts';

/** Something that arrives in pages and can be looked at while it does. */
export type ListingState<Value> = {
	readonly status: 'loading' | 'done' | 'failed';
	/** Everything that has arrived so far. */
	readonly value: Value;
	readonly error: unknown;
};

export type Listing<Value> = {
	readonly snapshot: () => ListingState<Value>;
	/** The first subscriber starts it. It goes on when nobody looks, so that one can come back to it. */
	readonly subscribe: (listener: () => void) => () => void;
	/** Forgets what has arrived and asks again. */
	readonly reload: () => void;
	/** Goes on after a failure with what has arrived. */
	readonly resume: () => void;
	/** Makes something else of what has arrived, for what a person has changed meanwhile. */
	readonly update: (toNext: (value: Value) => Value) => void;
	readonly close: () => void;
};

export type ListingOptions<Page, Value> = {
	/** `value` holds what has arrived before: nothing, but when it goes on after a failure. */
	readonly open: (signal: AbortSignal, value: Value) => AsyncIterable<Page>;
	readonly initial: Value;
	readonly fold: (value: Value, page: Page) => Value;
};

/** Folds the pages of `open` into one value that screens subscribe to. */
export function createListing<Page, Value>({
	open,
	initial,
	fold,
}: ListingOptions<Page, Value>): Listing<Value> {
	const listeners = new Set<() => void>();
	let state: ListingState<Value> = {status: 'loading', value: initial, error: undefined};
	let controller: AbortController | undefined;

	function change(next: Partial<ListingState<Value>>): void {
		state = {...state, ...next};
		for (const listener of listeners) {
			listener();
		}
	}

	async function load(signal: AbortSignal): Promise<void> {
		try {
			for await (const page of open(signal, state.value)) {
				if (signal.aborted) {
					return;
				}

				change({value: fold(state.value, page)});
			}

			change({status: 'done'});
		} catch (error) {
			if (!(signal.aborted || isAbort(error))) {
				change({status: 'failed', error});
			}
		}
	}

	function start(value: Value): void {
		controller?.abort();
		controller = new AbortController();
		if (state.status !== 'loading' || state.value !== value) {
			change({status: 'loading', value, error: undefined});
		}

		void load(controller.signal);
	}

	return {
		snapshot: () => state,
		subscribe(listener) {
			listeners.add(listener);
			if (controller === undefined) {
				start(initial);
			}

			return () => listeners.delete(listener);
		},
		reload: () => start(initial),
		resume: () => start(state.value),
		update: toNext => change({value: toNext(state.value)}),
		close() {
			controller?.abort();
			listeners.clear();
		},
	};
}
