/** Pages that a test hands over when it wants to; every opening asks for them anew. */
export type PageSource<Page> = {
	readonly open: (signal: AbortSignal) => AsyncGenerator<Page, void, void>;
	/** How often it has been asked so far. */
	readonly openings: () => number;
	/** Whether whoever asked last has given it up. */
	readonly isAbandoned: () => boolean;
	readonly give: (page: Page) => void;
	readonly end: () => void;
	readonly fail: (error: unknown) => void;
};

type Event<Page> =
	| {readonly type: 'page'; readonly page: Page}
	| {readonly type: 'end'}
	| {readonly type: 'error'; readonly error: unknown};

type Opening<Page> = {
	readonly signal: AbortSignal;
	readonly events: Event<Page>[];
	wake: () => void;
};

/** What is handed over goes to the newest opening, or waits for the first one. */
export function createPageSource<Page>(): PageSource<Page> {
	const openings: Opening<Page>[] = [];
	const early: Event<Page>[] = [];

	function put(event: Event<Page>): void {
		const newest = openings.at(-1);
		(newest?.events ?? early).push(event);
		newest?.wake();
	}

	async function* open(signal: AbortSignal): AsyncGenerator<Page, void, void> {
		const opening: Opening<Page> = {signal, events: early.splice(0), wake: () => undefined};
		openings.push(opening);
		for (;;) {
			const event = opening.events.shift();
			if (event === undefined) {
				await new Promise<void>(resolve => {
					opening.wake = resolve;
				});
			} else if (event.type === 'page') {
				yield event.page;
			} else if (event.type === 'end') {
				return;
			} else {
				throw event.error;
			}
		}
	}

	return {
		open,
		openings: () => openings.length,
		isAbandoned: () => openings.at(-1)?.signal.aborted === true,
		give: page => put({type: 'page', page}),
		end: () => put({type: 'end'}),
		fail: error => put({type: 'error', error}),
	};
}
