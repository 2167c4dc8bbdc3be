import {expect, test, vi} from 'vitest';
import {createKeyQueue, type Keystroke} from '../../source/tui/key-queue.ts';

const key = (name: string): Keystroke => ({type: 'key', name});

function open() {
	const queue = createKeyQueue();
	const onHandled = vi.fn();
	const seen: Keystroke[] = [];
	queue.pace(onHandled);
	queue.listen(keystroke => seen.push(keystroke));
	return {queue, onHandled, seen};
}

test('a key acts at once; the next one when the effect of that is drawn', () => {
	const {queue, onHandled, seen} = open();
	queue.push([key('a'), key('b')]);
	queue.push([key('c')]);
	expect(seen).toEqual([key('a')]);
	expect(onHandled).toHaveBeenCalledTimes(1);
	queue.handOver();
	expect(seen).toEqual([key('a'), key('b')]);
	queue.handOver();
	expect(onHandled).toHaveBeenCalledTimes(3);
	queue.handOver();
	expect(seen).toEqual([key('a'), key('b'), key('c')]);
	queue.push([key('d')]);
	expect(seen).toHaveLength(4);
});

test('a key goes to whoever listens when its turn comes', () => {
	const {queue, seen} = open();
	queue.push([key('a'), key('b')]);
	const second = vi.fn();
	queue.listen(second);
	queue.handOver();
	expect(seen).toEqual([key('a')]);
	expect(second).toHaveBeenCalledExactlyOnceWith(key('b'));
});

test('taking an old listener away leaves the new one', () => {
	const queue = createKeyQueue();
	const stop = queue.listen(() => undefined);
	const listener = vi.fn();
	queue.listen(listener);
	stop();
	queue.push([key('a')]);
	expect(listener).toHaveBeenCalledOnce();
});

test('what was typed ahead can be forgotten', () => {
	const {queue, seen} = open();
	queue.push([key('a'), key('b')]);
	queue.clear();
	queue.handOver();
	queue.push([key('c')]);
	expect(seen).toEqual([key('a'), key('c')]);
});
