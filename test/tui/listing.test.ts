import {expect, test, vi} from 'vitest';
import {createListing} from '../../source/tui/listing.ts';
import {patience} from '../support/patience.ts';
import {createPageSource} from './page-source.ts';

function open() {
	const source = createPageSource<number>();
	const listing = createListing<number, readonly number[]>({
		open: source.open,
		initial: [],
		fold: (value, page) => [...value, page],
	});
	return {source, listing};
}

test('nothing is asked before somebody looks', () => {
	const {source, listing} = open();
	expect(listing.snapshot()).toEqual({status: 'loading', value: [], error: undefined});
	expect(source.openings()).toBe(0);
});

test('what arrives can be seen at once, and is kept when nobody looks', async () => {
	const {source, listing} = open();
	const listener = vi.fn();
	const stop = listing.subscribe(listener);
	source.give(1);
	await vi.waitUntil(() => listing.snapshot().value.length === 1, patience);
	expect(listener).toHaveBeenCalled();
	stop();
	source.give(2);
	source.end();
	await vi.waitUntil(() => listing.snapshot().status === 'done', patience);
	listing.subscribe(listener);
	expect(listing.snapshot().value).toEqual([1, 2]);
	expect(source.openings()).toBe(1);
});

test('the snapshot stays the same until something changes', async () => {
	const {source, listing} = open();
	listing.subscribe(() => undefined);
	expect(listing.snapshot()).toBe(listing.snapshot());
	source.give(1);
	await vi.waitUntil(() => listing.snapshot().value.length === 1, patience);
	expect(listing.snapshot()).toBe(listing.snapshot());
});

test('a failure keeps what has arrived; asking again forgets it', async () => {
	const {source, listing} = open();
	listing.subscribe(() => undefined);
	const error = new Error('No');
	source.give(1);
	source.fail(error);
	await vi.waitUntil(() => listing.snapshot().status === 'failed', patience);
	expect(listing.snapshot()).toEqual({status: 'failed', value: [1], error});
	listing.reload();
	expect(listing.snapshot()).toEqual({status: 'loading', value: [], error: undefined});
	source.give(2);
	await vi.waitUntil(() => listing.snapshot().value.length === 1, patience);
	expect(listing.snapshot().value).toEqual([2]);
});

test('closing gives up what is still asked for', async () => {
	const {source, listing} = open();
	const listener = vi.fn();
	listing.subscribe(listener);
	await vi.waitUntil(() => source.openings() === 1, patience);
	listing.close();
	expect(source.isAbandoned()).toBe(true);
	expect(listener).not.toHaveBeenCalled();
});
