import {expect, test, vi} from 'vitest';
import {createSlots} from '../../source/jobs/slots.ts';

const forever = new AbortController().signal;

/** Whether it has resolved once everything that is ready has gone on. */
async function hasResolved(promise: Promise<unknown>): Promise<boolean> {
	let isResolved = false;
	promise.then(
		() => {
			isResolved = true;
		},
		() => undefined,
	);
	await new Promise(resolve => setImmediate(resolve));
	return isResolved;
}

test('so many go on at once, the others in their order', async () => {
	const onFree = vi.fn();
	const slots = createSlots(2, onFree);
	const reserve = () => slots.reserve();
	const [first, second, third, fourth] = [reserve(), reserve(), reserve(), reserve()];
	expect(await hasResolved(first.hold(forever))).toBe(true);
	expect(await hasResolved(second.hold(forever))).toBe(true);
	expect(slots.tryTake()).toBeUndefined();
	const [inLine, behind] = [third.hold(forever), fourth.hold(forever)];
	expect(await hasResolved(inLine)).toBe(false);
	second.free();
	expect(await hasResolved(inLine)).toBe(true);
	expect(await hasResolved(behind)).toBe(false);
	// Whoever holds one goes on with it.
	expect(await hasResolved(third.hold(forever))).toBe(true);
	first.putBack();
	expect(await hasResolved(behind)).toBe(true);
	expect(onFree).not.toHaveBeenCalled();
	third.free();
	expect(onFree).toHaveBeenCalledTimes(1);
	fourth.putBack();
	expect(onFree).toHaveBeenCalledTimes(1);
	expect(slots.tryTake()).toBeDefined();
	expect(slots.tryTake()).toBeDefined();
	expect(slots.tryTake()).toBeUndefined();
});

test('a slot is given back once', () => {
	const slots = createSlots(1, () => undefined);
	const slot = slots.tryTake();
	slot?.free();
	slot?.free();
	slot?.putBack();
	expect(slots.tryTake()).toBeDefined();
	expect(slots.tryTake()).toBeUndefined();
});

test('whoever gives up leaves the line, and takes nobody’s place with them', async () => {
	const slots = createSlots(1, () => undefined);
	const held = slots.tryTake();
	const reason = new Error('given up');
	const gone = new AbortController();
	const leaving = slots.reserve().hold(gone.signal);
	const staying = slots.reserve().hold(forever);
	gone.abort(reason);
	await expect(leaving).rejects.toBe(reason);
	await expect(slots.reserve().hold(gone.signal)).rejects.toBe(reason);
	held?.free();
	expect(await hasResolved(staying)).toBe(true);
});

test('whoever gives up in the moment of being let in leaves the others in line', async () => {
	const slots = createSlots(1, () => undefined);
	const held = slots.tryTake();
	const gone = new AbortController();
	const letIn = slots.reserve();
	const leaving = letIn.hold(gone.signal);
	const staying = slots.reserve().hold(forever);
	held?.free();
	gone.abort();
	await leaving;
	letIn.free();
	expect(await hasResolved(staying)).toBe(true);
});
