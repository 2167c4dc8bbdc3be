/** Yields values until it is done or `signal` is aborted. */
export type Source<Value> = (signal: AbortSignal) => AsyncIterable<Value>;

type Waiting<Value> = {readonly value: Value; readonly take: () => void};

/**
 * Yields what several sources yield, as it comes. They are begun in order, `limit` at once; the very
 * first value is one of the first source, unless it has none. A source goes on when its value has been
 * taken, so nothing piles up. Once one fails, the others are called off and its error is thrown.
 *
 * @param listSources Gives the sources one by one, when their turn comes.
 */
export async function* severalAtOnce<Value>(
	listSources: (signal: AbortSignal) => Iterable<Source<Value>> | AsyncIterable<Source<Value>>,
	limit: number,
	signal: AbortSignal,
): AsyncGenerator<Value, void, void> {
	const over = new AbortController();
	const ended = AbortSignal.any([signal, over.signal]);
	const sources = oneByOne(listSources(ended));
	const waiting: Waiting<Value>[] = [];
	const opening = Promise.withResolvers<void>();
	let news = Promise.withResolvers<void>();
	let failure: {readonly error: unknown} | undefined;
	let started = 0;
	let working = limit;

	async function handOver(value: Value): Promise<void> {
		ended.throwIfAborted();
		const taken = Promise.withResolvers<void>();
		waiting.push({value, take: taken.resolve});
		news.resolve();
		await taken.promise;
	}

	async function read(source: Source<Value>, isFirst: boolean): Promise<void> {
		for await (const value of source(ended)) {
			if (!isFirst) {
				await opening.promise;
			}
			const taken = handOver(value);
			opening.resolve();
			await taken;
		}
		if (isFirst) {
			opening.resolve();
		}
	}

	async function work(): Promise<void> {
		for (let next = await sources.next(); !next.done; next = await sources.next()) {
			await read(next.value, started++ === 0);
		}
	}

	const workers = Array.from({length: limit}, async () => {
		try {
			await work();
		} catch (error) {
			failure ??= {error};
		} finally {
			working--;
			news.resolve();
		}
	});
	try {
		for (;;) {
			signal.throwIfAborted();
			const next = waiting.shift();
			if (next !== undefined) {
				next.take();
				yield next.value;
			} else if (failure !== undefined) {
				throw failure.error;
			} else if (working === 0) {
				return;
			} else {
				await news.promise;
				news = Promise.withResolvers<void>();
			}
		}
	} finally {
		over.abort();
		opening.resolve();
		for (const {take} of waiting) {
			take();
		}
		await Promise.all(workers);
	}
}

/** The same values; asked for by several at once, each gets one. */
async function* oneByOne<Value>(
	values: Iterable<Value> | AsyncIterable<Value>,
): AsyncGenerator<Value, void, void> {
	yield* values;
}
