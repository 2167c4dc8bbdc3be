import {describe, expect, test} from 'vitest';
import {isProcessing} from '../../source/zoom/recording-choice.ts';
import {collect, openSandbox} from './sandboxed.ts';

const {signal} = new AbortController();

describe('a recording that Zoom is still processing', () => {
	test('is known as such, and waited for until it is there', async () => {
		await using opened = await openSandbox({recordingReadyMs: 3_600_000}, {lookMs: 5});
		const {zoom, sandbox} = opened;
		const {uuid} = sandbox.world.find('processing');
		expect(isProcessing(await zoom.getMeeting(uuid, signal))).toBe(true);
		const states: string[] = [];
		for await (const seen of zoom.waitUntilReady({uuid}, signal)) {
			states.push(seen.state);
			if (states.length === 2) {
				sandbox.advance(3_600_000);
				// What was signed in an hour ago is not any more.
			}
			if (seen.state === 'ready') {
				expect(isProcessing(seen.meeting)).toBe(false);
			}
		}
		expect(states).toEqual(['processing', 'processing', 'ready']);
	});

	test('is looked at less and less often', async () => {
		await using opened = await openSandbox({}, {lookMs: 2});
		const {uuid} = opened.sandbox.world.find('processing');
		const waits: number[] = [];
		for await (const seen of opened.zoom.waitUntilReady({uuid}, signal)) {
			waits.push(seen.state === 'ready' ? 0 : seen.nextLookMs);
			if (waits.length === 9) {
				break;
			}
		}
		expect(waits[0]).toBe(2);
		expect(waits).toEqual(waits.toSorted((a, b) => a - b));
		expect(waits.at(-1)).toBe(10);
	});

	test('is waited for through a bad moment at Zoom', async () => {
		await using opened = await openSandbox({recordingReadyMs: 0}, {lookMs: 5});
		const {zoom, sandbox} = opened;
		const {uuid} = sandbox.world.find('processing');
		sandbox.inject(
			{path: /\/meetings\//, times: 6},
			{type: 'answer', status: 503, body: 'busy', headers: {'content-type': 'text/plain'}},
		);
		const seen = await collect(zoom.waitUntilReady({uuid}, signal));
		expect(seen).toMatchObject([{state: 'unknown', problem: {code: 'service'}}, {state: 'ready'}]);
	});

	test('is not waited for once it is gone, or somebody has left', async () => {
		await using opened = await openSandbox({}, {lookMs: 60_000});
		const {zoom, sandbox} = opened;
		await expect(collect(zoom.waitUntilReady({uuid: 'gone=='}, signal))).rejects.toMatchObject({
			code: 'not-found',
		});
		const controller = new AbortController();
		const {uuid} = sandbox.world.find('processing');
		const states = zoom.waitUntilReady({uuid}, controller.signal);
		await states.next();
		const next = states.next();
		const reason = new Error('left');
		controller.abort(reason);
		await expect(next).rejects.toBe(reason);
	});

	test('that is ready needs no waiting', async () => {
		await using opened = await openSandbox();
		const {uuid} = opened.sandbox.world.find('first-choice');
		expect(await collect(opened.zoom.waitUntilReady({uuid}, signal))).toMatchObject([
			{state: 'ready', meeting: {uuid}},
		]);
	});
});
