import {setTimeout as wait} from 'node:timers/promises';
import type {ErrorCode} from '../errors.ts';
import type {MeetingDetail} from './recordings.ts';
import {ZoomError} from './zoom-error.ts';

export type Readiness =
	| {readonly state: 'ready'; readonly meeting: MeetingDetail}
	/** Zoom is still working on it. */
	| {readonly state: 'processing'; readonly meeting: MeetingDetail; readonly nextLookMs: number}
	/** Zoom could not be asked this time; it is asked again. */
	| {readonly state: 'unknown'; readonly problem: ZoomError; readonly nextLookMs: number};

/** Milliseconds between the first two looks. */
export const usualLookMs = 60_000;
const growth = 1.3;
/** So much longer than the first wait at most: five minutes. */
const mostGrowth = 5;

// A wait of hours outlasts a lost connection and a bad moment at Zoom.
const passing: ReadonlySet<ErrorCode> = new Set(['network', 'service', 'rate-limited']);

export type WaitOptions = {
	/** Asks Zoom for the meeting. */
	readonly look: (signal: AbortSignal) => Promise<MeetingDetail>;
	/** Whether there is nothing more to wait for. */
	readonly isReady: (meeting: MeetingDetail) => boolean;
	/** Milliseconds between the first two looks; later ones come less often. */
	readonly lookMs: number;
};

/**
 * Looks at a meeting until it is ready, and says what it saw each time; the last is `ready`. Throws a
 * `ZoomError` when waiting can't help, and the signal's reason.
 */
export async function* waitUntilReady(
	options: WaitOptions,
	signal: AbortSignal,
): AsyncGenerator<Readiness, void, void> {
	const {lookMs} = options;
	let nextLookMs = lookMs;
	for (;;) {
		const seen = await lookOnce(options, nextLookMs, signal);
		yield seen;
		if (seen.state === 'ready') {
			return;
		}
		await pause(nextLookMs, signal);
		nextLookMs = Math.min(nextLookMs * growth, lookMs * mostGrowth);
	}
}

async function lookOnce(
	{look, isReady}: WaitOptions,
	nextLookMs: number,
	signal: AbortSignal,
): Promise<Readiness> {
	try {
		const meeting = await look(signal);
		return isReady(meeting)
			? {state: 'ready', meeting}
			: {state: 'processing', meeting, nextLookMs};
	} catch (error) {
		if (!(error instanceof ZoomError && passing.has(error.code))) {
			throw error;
		}
		return {state: 'unknown', problem: error, nextLookMs};
	}
}

/** Milliseconds between two looks at the clocks. */
const clockMs = 1000;

/** Waits so long by either clock: where the computer has slept, only the one on the wall has gone on. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
	const [started, began] = [performance.now(), Date.now()];
	let passedMs = 0;
	while (passedMs < milliseconds) {
		await waitOnce(Math.min(milliseconds - passedMs, clockMs), signal);
		passedMs = Math.max(performance.now() - started, Date.now() - began);
	}
}

async function waitOnce(milliseconds: number, signal: AbortSignal): Promise<void> {
	try {
		await wait(milliseconds, undefined, {signal});
	} catch (error) {
		signal.throwIfAborted();
		throw error;
	}
}
