import {setTimeout as wait} from 'node:timers/promises';
import {ZoomError} from './zoom-error.ts';

/** How heavy Zoom takes a request to be; each endpoint has one of these. */
export type RateLabel = 'light' | 'medium' | 'heavy';

export type ZoomPlan = 'free' | 'pro' | 'business';

/** Requests per second, for the whole account. */
type Limits = Readonly<Record<RateLabel, number>>;

const planLimits: Readonly<Record<ZoomPlan, Limits>> = {
	free: {light: 4, medium: 2, heavy: 1},
	pro: {light: 30, medium: 20, heavy: 10},
	business: {light: 80, medium: 60, heavy: 40},
};

export type Scheduler = {
	/**
	 * Does `act` when it is its turn, and once more when Zoom says that there were too many requests in
	 * this second. Throws what `act` throws, and the signal's reason.
	 */
	readonly run: <Value>(
		label: RateLabel,
		signal: AbortSignal,
		act: () => Promise<Value>,
	) => Promise<Value>;
	/** Takes in what the headers of an answer say about the limits; the answer's label, where it is known. */
	readonly observe: (headers: Headers, label?: RateLabel) => void;
};

export type SchedulerOptions = {
	readonly plan: ZoomPlan;
	/** Milliseconds to wait after the first refusal in a row, doubled for each further one. */
	readonly backoffMs: number;
};

/** Zoom counts by its own second, and requests that were sent evenly may arrive closer together. */
const secondMs = 1050;
const mostRepetitions = 8;
const longestBackoffMs = 5000;
/** After so long without a refusal the rate goes up by a step again. */
const recoveryMs = 2000;

/**
 * Keeps the requests of one account under its plan's limits per second. What Zoom says comes before
 * what the plan promises: others may use up the same account's limit, or the plan may be a smaller one.
 */
export function createScheduler({plan, backoffMs}: SchedulerOptions): Scheduler {
	const limits = planLimits[plan];
	const lanes: Readonly<Record<RateLabel, Lane>> = {
		light: createLane(limits.light),
		medium: createLane(limits.medium),
		heavy: createLane(limits.heavy),
	};
	return {
		async run(label, signal, act) {
			const lane = lanes[label];
			for (let repetitions = 0; ; repetitions++) {
				await lane.enter(signal);
				try {
					return await act();
				} catch (error) {
					const isPassing = error instanceof ZoomError && error.remedy === 'slow-down';
					if (!isPassing || repetitions === mostRepetitions) {
						throw error;
					}
					const usualWaitMs = Math.min(longestBackoffMs, backoffMs * 2 ** repetitions);
					lane.slowDown(error.retryAfterMs ?? usualWaitMs * (1 + Math.random() / 2));
				}
			}
		},
		observe(headers, label) {
			const said = readRateHeaders(headers);
			const counted = said.label ?? label;
			if (said.isPerSecond && counted !== undefined) {
				lanes[counted].heed(said);
			}
		},
	};
}

type Lane = {
	/** Resolves when one more request may start. First come, first served. */
	readonly enter: (signal: AbortSignal) => Promise<void>;
	/** Zoom refused one: fewer from now on, and none for a while. */
	readonly slowDown: (waitMs: number) => void;
	readonly heed: (said: RateHeaders) => void;
};

function createLane(planned: number): Lane {
	let ceiling = planned;
	let rate = planned;
	/** When the requests of the last second started; milliseconds of the monotonic clock. */
	let starts: readonly number[] = [];
	let closedUntil = 0;
	let changedAt = 0;
	let queue: Promise<void> = Promise.resolve();

	function recover(now: number): void {
		const steps = Math.floor((now - changedAt) / recoveryMs);
		if (rate < ceiling && steps > 0) {
			rate = Math.min(ceiling, rate + steps * Math.max(1, Math.round(ceiling / 10)));
			changedAt = now;
		}
	}

	function msToWait(): number {
		const now = performance.now();
		recover(now);
		starts = starts.filter(start => start > now - secondMs);
		const oldestInTheWay = starts[starts.length - rate];
		const untilFree = oldestInTheWay === undefined ? 0 : oldestInTheWay + secondMs - now;
		return Math.max(untilFree, closedUntil - now);
	}

	async function takeTurn(signal: AbortSignal): Promise<void> {
		for (let ms = msToWait(); ms > 0; ms = msToWait()) {
			await wait(Math.ceil(ms), undefined, {signal});
		}
		signal.throwIfAborted();
		starts = [...starts, performance.now()];
	}

	function close(ms: number): void {
		closedUntil = Math.max(closedUntil, performance.now() + ms);
	}

	return {
		async enter(signal) {
			const turn = queue.then(() => takeTurn(signal));
			// Whoever leaves the queue does not hold up those behind.
			queue = turn.catch(() => undefined);
			await beforeAbort(turn, signal);
		},
		slowDown(waitMs) {
			const now = performance.now();
			// Requests that were under way together are refused together: that is one refusal.
			if (now - changedAt > secondMs || rate === ceiling) {
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
			if (remaining === 0) {
				close(secondMs);
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

type RateHeaders = {
	readonly isPerSecond: boolean;
	readonly label: RateLabel | undefined;
	readonly limit: number | undefined;
	readonly remaining: number | undefined;
};

/** Zoom's rate headers; each of them may be missing, and often all are. */
function readRateHeaders(headers: Headers): RateHeaders {
	const category = headers.get('x-ratelimit-category')?.toLowerCase() ?? '';
	const type = headers.get('x-ratelimit-type')?.toLowerCase() ?? 'qps';
	return {
		isPerSecond: type === 'qps',
		label: (['light', 'medium', 'heavy'] as const).find(label => category.startsWith(label)),
		limit: readNumber(headers, 'x-ratelimit-limit'),
		remaining: readNumber(headers, 'x-ratelimit-remaining'),
	};
}

function readNumber(headers: Headers, name: string): number | undefined {
	const text = headers.get(name)?.trim() ?? '';
	return /^\d+$/.test(text) ? Number(text) : undefined;
}
