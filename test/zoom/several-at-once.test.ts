import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Source, severalAtOnce} from '../../source/zoom/several-at-once.ts';
import {collect} from './sandboxed.ts';

const {signal} = new AbortController();

/** A source that yields when it is told to. */
function createSource() {
	const events: string[] = [];
	let next = Promise.withResolvers<string | undefined>();
	const source: Source<string> = async function* (signal) {
		events.push('begun');
		signal.addEventListener('abort', () => {
			events.push('called off');
			next.reject(signal.reason);
		});
		for (let value = await next.promise; value !== undefined; value = await next.promise) {
			next = Promise.withResolvers();
			yield value;
			events.push(`${value} taken`);
		}
	};
	return {
		source,
		events,
		give: (value: string | undefined) => next.resolve(value),
		fail: (error: Error) => next.reject(error),
	};
}

function list(values: readonly number[]): Source<number> {
	return async function* () {
		yield* values;
	};
}

describe('several sources at once', () => {
	test('give everything, each in its own order, the first source’s first value first', async () => {
		const lists = fc.array(fc.array(fc.nat(), {maxLength: 5}), {maxLength: 8});
		await fc.assert(
			fc.asyncProperty(lists, fc.integer({min: 1, max: 5}), async (values, limit) => {
				const sources = values.map((own, index) => list(own.map(value => value * 8 + index)));
				const got = await collect(severalAtOnce(() => sources, limit, signal));
				for (const [index, own] of values.entries()) {
					const back = got.filter(value => value % 8 === index).map(value => (value - index) / 8);
					expect(back).toEqual(own);
				}
				expect(got).toHaveLength(values.flat().length);
				const first = values[0]?.[0];
				if (first !== undefined) {
					expect(got[0]).toBe(first * 8);
				}
			}),
		);
	});

	test('are no more than the limit, begun in order', async () => {
		const sources = [createSource(), createSource(), createSource()] as const;
		const values = severalAtOnce(() => sources.map(({source}) => source), 2, signal);
		sources[0].give('a');
		expect(await values.next()).toEqual({done: false, value: 'a'});
		expect(sources.map(({events}) => events[0])).toEqual(['begun', 'begun', undefined]);
		sources[0].give(undefined);
		sources[2].give('c');
		expect(await values.next()).toEqual({done: false, value: 'c'});
		await values.return();
	});

	test('wait for the first one’s first value, then come as they arrive', async () => {
		const [first, second] = [createSource(), createSource()];
		const values = severalAtOnce(() => [first.source, second.source], 2, signal);
		second.give('second');
		const next = values.next();
		first.give('first');
		expect(await next).toEqual({done: false, value: 'first'});
		expect(await values.next()).toEqual({done: false, value: 'second'});
		await values.return();
	});

	test('are called off when one fails, and its error is thrown', async () => {
		const [first, second] = [createSource(), createSource()];
		const values = severalAtOnce(() => [first.source, second.source], 2, signal);
		const next = values.next();
		second.fail(new Error('broken'));
		await expect(next).rejects.toThrow('broken');
		expect(first.events).toEqual(['begun', 'called off']);
	});

	test('are called off when nobody wants more', async () => {
		const [first, second] = [createSource(), createSource()];
		const values = severalAtOnce(() => [first.source, second.source], 2, signal);
		first.give('a');
		await values.next();
		await values.return();
		expect(second.events).toEqual(['begun', 'called off']);
	});

	test('end with the reason of the signal', async () => {
		const controller = new AbortController();
		const {source, give} = createSource();
		const values = severalAtOnce(() => [source], 3, controller.signal);
		give('a');
		await values.next();
		const reason = new Error('left');
		controller.abort(reason);
		await expect(values.next()).rejects.toBe(reason);
	});
});
