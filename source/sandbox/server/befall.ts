import type {IncomingMessage} from 'node:http';
import {setTimeout as wait} from 'node:timers/promises';
import type {Fault} from './faults.ts';
import type {FaultyResponse} from './faulty-response.ts';

/** Lets `fault` happen to a request that `handle` would otherwise answer. */
export async function befall(
	fault: Fault,
	request: IncomingMessage,
	response: FaultyResponse,
	handle: () => Promise<void>,
): Promise<void> {
	switch (fault.type) {
		case 'answer': {
			const answer = () => response.replace(fault.status, fault.headers ?? {}, fault.body ?? '');
			return fault.when === 'after' ? handleUnheard(response, handle, answer) : answer();
		}
		case 'reset': {
			const reset = () => request.socket.resetAndDestroy();
			return fault.when === 'after' ? handleUnheard(response, handle, reset) : void reset();
		}
		case 'reset-upload':
			return resetUpload(request, fault.afterBytes);
		case 'silence': {
			const fallSilent = () => void stayAway(request, fault.milliseconds);
			return fault.when === 'after' ? handleUnheard(response, handle, fallSilent) : fallSilent();
		}
		case 'delay':
			await wait(fault.milliseconds, undefined, {ref: false});
			return handle();
		case 'slow':
		case 'cut':
			response.tamper(fault);
			return handle();
	}
}

/** Acts on the request in full, then does `then` in place of the answer. */
async function handleUnheard(
	response: FaultyResponse,
	handle: () => Promise<void>,
	then: () => void,
): Promise<void> {
	response.tamper({type: 'swallow', then});
	await handle();
}

async function stayAway(request: IncomingMessage, milliseconds: number | undefined): Promise<void> {
	// Otherwise a client that is still sending would wait for its own bytes to be taken.
	request.resume();
	if (milliseconds !== undefined) {
		await wait(milliseconds, undefined, {ref: false});
		request.socket.resetAndDestroy();
	}
}

/** The body is read here and given to nobody, so that nothing of it can be acted on. */
function resetUpload(request: IncomingMessage, afterBytes: number): void {
	let received = 0;
	request.on('data', (chunk: Buffer) => {
		received += chunk.length;
		if (received >= afterBytes) {
			request.socket.resetAndDestroy();
		}
	});
	request.on('end', () => request.socket.resetAndDestroy());
}
