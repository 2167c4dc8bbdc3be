import {setTimeout} from 'node:timers/promises';
import type {RateHeaders} from './rate-headers.ts';
import {type SentRequest, trackSentRequests} from './sent-requests.ts';

/** Milliseconds of a monotonic clock, and a wait that rejects when it is aborted. */
export type Clock = {
	readonly now: () => number;
	readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
};

export const usualClock: Clock = {
	now: () => performance.now(),
	wait: (ms, signal) => setTimeout(Math.ceil(ms), undefined, {signal}),
};

/** The line of the requests that share one limit per second. */
export type Lane = {
	/** Resolves when one more request may be sent. First come, first served. */
	readonly enter: (signal: AbortSignal) => Promise<SentRequest>;
	/** Zoom refused one: fewer from now on, and none for a while. */
	readonly slowDown: (waitMs: number) => void;
	readonly heed: (said: RateHeaders) => void;
};

/** After so long without a refusal the rate goes up by a step again. */
const recoveryMs = 2000;
/** Until Zoom's second is over, whenever it began. */
const pauseMs = 1050;

/** @param planned Requests per second. */
export function createLane(planned: number, clock: Clock): Lane {
	const sent = trackSentRequests(clock.now);
	let ceiling = planned;
	let rate = planned;
	let closedUntil = 0;
	let changedAt = 0;
	let queue: Promise<unknown> = Promise.resolve();
	/** Resolves with the next answer: a turn may come sooner than it looked. */
	let news = Promise.withResolvers<void>();

	function recover(now: number): void {
		const steps = Math.floor((now - changedAt) / recoveryMs);
		if (rate < ceiling && steps > 0) {
			rate = Math.min(ceiling, rate + steps * Math.max(1, Math.round(ceiling / 10)));
			changedAt = now;
		}
	}

	function msToWait(): number {
		const now = clock.now();
		recover(now);
		return Math.max(sent.msUntilFewerThan(rate), closedUntil - now);
	}

	async function takeTurn(signal: AbortSignal): Promise<SentRequest> {
		for (let ms = msToWait(); ms > 0; ms = msToWait()) {
			const over = new AbortController();
			try {
				await Promise.race([clock.wait(ms, AbortSignal.any([signal, over.signal])), news.promise]);
			} finally {
				over.abort();
			}
		}
		signal.throwIfAborted();
		return withNews(sent.add());
	}

	function withNews({answered, lost}: SentRequest): SentRequest {
		const tell = () => {
			news.resolve();
			news = Promise.withResolvers();
		};
		return {
			answered() {
				answered();
				tell();
			},
			lost() {
				lost();
				tell();
			},
		};
	}

	function close(ms: number): void {
		closedUntil = Math.max(closedUntil, clock.now() + ms);
	}

	return {
		async enter(signal) {
			const turn = queue.then(() => takeTurn(signal));
			// Whoever leaves the queue does not hold up those behind.
			queue = turn.catch(() => undefined);
			return beforeAbort(turn, signal);
		},
		slowDown(waitMs) {
			const now = clock.now();
			// Requests that were under way together are refused together: that is one refusal.
			if (now - changedAt > pauseMs || rate === ceiling) {
				rate = Math.max(1, Math.floor(rate / 2));
				changedAt = now;
			}
			close(waitMs);
		},
		heed({limit, remaining}) {
			if (limit !== undefined && limit >= 1) {
				ceiling = Math.min(planned, limit);
				rate = Math.min(rate, ceiling);
			}
			// What we have used up ourselves is counted here; so somebody else has used the rest.
			if (remaining === 0 && sent.count() < ceiling) {
				close(pauseMs);
			}
		},
	};
}

/** The promise's value, or the signal's reason as soon as it is aborted. */
async function beforeAbort<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
	signal.throwIfAborted();
	const aborted = Promise.withResolvers<never>();
	const abort = () => {
		aborted.reject(signal.reason);
	};
	signal.addEventListener('abort', abort, {once: true});
	try {
		return await Promise.race([promise, aborted.promise]);
	} finally {
		signal.removeEventListener('abort', abort);
	}
}
