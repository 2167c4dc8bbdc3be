import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {calmSubscription} from '../../source/tui/calm-subscription.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('news comes at once, and what follows in one piece', () => {
	const listeners = new Set<() => void>();
	const subscribe = calmSubscription(listener => {
		listeners.add(listener);
		return () => void listeners.delete(listener);
	}, 100);
	const tell = () => {
		for (const listener of listeners) {
			listener();
		}
	};
	const heard = vi.fn();
	const unsubscribe = subscribe(heard);
	tell();
	expect(heard).toHaveBeenCalledTimes(1);
	tell();
	tell();
	vi.advanceTimersByTime(99);
	expect(heard).toHaveBeenCalledTimes(1);
	vi.advanceTimersByTime(1);
	expect(heard).toHaveBeenCalledTimes(2);
	// It was quiet since: nothing is owed, and the next comes at once again.
	vi.advanceTimersByTime(1000);
	expect(heard).toHaveBeenCalledTimes(2);
	tell();
	expect(heard).toHaveBeenCalledTimes(3);
	tell();
	unsubscribe();
	vi.advanceTimersByTime(1000);
	expect(heard).toHaveBeenCalledTimes(3);
	expect(listeners.size).toBe(0);
});
