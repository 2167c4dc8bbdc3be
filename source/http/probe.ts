import {isSafeAddress} from './addresses.ts';
import {explainNetworkFault} from './network-faults.ts';

/** Whether a host is there at all, whatever it says. */
export type Probe =
	| {
			readonly status: 'answers';
			/** From the request to the first byte of the answer. */
			readonly milliseconds: number;
			/** How far this computer's clock is ahead of the host's, in milliseconds, to a second or so. */
			readonly clockAheadMs: number | undefined;
	  }
	| {readonly status: 'silent'; readonly reason: string; readonly hint: string};

/** Asks a host for its first page, without any secret. Throws the signal's reason. */
export async function probe(
	address: URL,
	{signal, timeoutMs = 10_000}: {readonly signal: AbortSignal; readonly timeoutMs?: number},
): Promise<Probe> {
	if (!isSafeAddress(address)) {
		return {
			status: 'silent',
			reason: 'the address is not safe',
			hint: 'Only https is asked, and plain http on this computer itself.',
		};
	}
	const late = AbortSignal.timeout(timeoutMs);
	const start = performance.now();
	try {
		const response = await fetch(new URL('/', address), {
			method: 'HEAD',
			redirect: 'manual',
			signal: AbortSignal.any([signal, late]),
		});
		const milliseconds = performance.now() - start;
		return {
			status: 'answers',
			milliseconds: Math.round(milliseconds),
			clockAheadMs: readClock(response.headers, milliseconds),
		};
	} catch (error) {
		signal.throwIfAborted();
		if (late.aborted) {
			return {
				status: 'silent',
				reason: `no answer within ${Math.round(timeoutMs / 1000)} s`,
				hint: 'Check the network connection; a firewall may keep this host away.',
			};
		}
		const {reason, hint} = explainNetworkFault(error);
		return {status: 'silent', reason, hint};
	}
}

/** The answer was written half of the way ago, within a second that began up to a second before. */
function readClock(headers: Headers, milliseconds: number): number | undefined {
	const written = Date.parse(headers.get('date') ?? '');
	if (Number.isNaN(written)) {
		return undefined;
	}
	const difference = Date.now() - milliseconds / 2 - written;
	return Math.round(difference >= 0 ? Math.max(0, difference - 1000) : difference);
}
