import {setTimeout as delay} from 'node:timers/promises';

/** Waits; throws the signal's reason when it is aborted before. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
	try {
		await delay(Math.max(0, milliseconds), undefined, {signal});
	} catch (error) {
		signal.throwIfAborted();
		throw error;
	}
}
