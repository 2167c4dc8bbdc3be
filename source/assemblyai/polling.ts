import {setTimeout as delay} from 'node:timers/promises';
import type {TranscriptStatus} from './assemblyai.ts';
import {AssemblyAIError} from './assemblyai-error.ts';

export type PollingOptions = {
	readonly signal: AbortSignal;
	/** How long to wait before the next question, by how long it has been waited so far; both in ms. */
	readonly intervalMs: (elapsedMs: number) => number;
	/** Hears of a question that got no answer; it is asked again. */
	readonly onFault?: ((error: AssemblyAIError) => void) | undefined;
};

/** Close together while a short recording may be done at once, then ever wider apart. */
export function pollIntervalMs(elapsedMs: number): number {
	if (elapsedMs < 5000) {
		return 1000;
	}
	if (elapsedMs < 60_000) {
		return 3000;
	}
	return elapsedMs < 300_000 ? 5000 : 10_000;
}

/**
 * Asks until the transcript is completed or has failed, and yields each answer. A fault that may pass
 * does not end it; a refusal that will stay one does.
 */
export async function* pollTranscript(
	ask: (signal: AbortSignal) => Promise<TranscriptStatus>,
	{signal, intervalMs, onFault}: PollingOptions,
): AsyncGenerator<TranscriptStatus, void, void> {
	const startedAt = performance.now();
	for (;;) {
		const answer = await askOnce(ask, signal);
		let pauseMs = intervalMs(performance.now() - startedAt);
		if (answer instanceof AssemblyAIError) {
			onFault?.(answer);
			pauseMs = Math.max(pauseMs, answer.retryAfterMs ?? 0);
		} else {
			yield answer;
			if (answer.status === 'completed' || answer.status === 'error') {
				return;
			}
		}
		await pause(pauseMs, signal);
	}
}

async function askOnce(
	ask: (signal: AbortSignal) => Promise<TranscriptStatus>,
	signal: AbortSignal,
): Promise<TranscriptStatus | AssemblyAIError> {
	try {
		return await ask(signal);
	} catch (error) {
		if (error instanceof AssemblyAIError && mayPass(error)) {
			return error;
		}
		throw error;
	}
}

function mayPass({code}: AssemblyAIError): boolean {
	return code === 'network' || code === 'rate-limited' || code === 'service';
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
	try {
		await delay(milliseconds, undefined, {signal});
	} catch (error) {
		signal.throwIfAborted();
		throw error;
	}
}
