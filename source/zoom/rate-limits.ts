import {type RateLabel, readRateHeaders} from './rate-headers.ts';
import {type Clock, createLane, type Lane, usualClock} from './rate-lane.ts';
import {ZoomError} from './zoom-error.ts';

export type {RateLabel} from './rate-headers.ts';

export type ZoomPlan = 'free' | 'pro' | 'business';

/** Requests per second, for the whole account. */
type Limits = Readonly<Record<RateLabel, number>>;

const planLimits: Readonly<Record<ZoomPlan, Limits>> = {
	free: {light: 4, medium: 2, heavy: 1},
	pro: {light: 30, medium: 20, heavy: 10},
	business: {light: 80, medium: 60, heavy: 40},
};

/** Sends one request. Before it is sent once more, `again` is to be awaited. */
export type Act<Value> = (again: () => Promise<void>) => Promise<Value>;

export type Scheduler = {
	/**
	 * Does `act` when it is its turn, and once more when Zoom says that there were too many requests in
	 * this second. Throws what `act` throws, and the signal's reason.
	 */
	readonly run: <Value>(label: RateLabel, signal: AbortSignal, act: Act<Value>) => Promise<Value>;
	/** Takes in what the headers of an answer say about the limits; the answer's label, where it is known. */
	readonly observe: (headers: Headers, label?: RateLabel) => void;
};

export type SchedulerOptions = {
	readonly plan: ZoomPlan;
	/** Milliseconds to wait after the first refusal in a row, doubled for each further one. */
	readonly backoffMs: number;
	readonly clock?: Clock;
};

const mostRepetitions = 8;
const longestBackoffMs = 5000;

/**
 * Keeps the requests of one account under its plan's limits per second, as Zoom sees them arrive. What
 * Zoom says comes before what the plan promises: others may use up the same account's limit, or the plan
 * may be a smaller one.
 */
export function createScheduler({
	plan,
	backoffMs,
	clock = usualClock,
}: SchedulerOptions): Scheduler {
	const limits = planLimits[plan];
	const lanes: Readonly<Record<RateLabel, Lane>> = {
		light: createLane(limits.light, clock),
		medium: createLane(limits.medium, clock),
		heavy: createLane(limits.heavy, clock),
	};
	return {
		async run(label, signal, act) {
			const lane = lanes[label];
			for (let repetitions = 0; ; repetitions++) {
				try {
					return await takeTurns(lane, signal, act);
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

/** A turn for each time that the request is sent. */
async function takeTurns<Value>(lane: Lane, signal: AbortSignal, act: Act<Value>): Promise<Value> {
	let turn = await lane.enter(signal);
	try {
		const value = await act(async () => {
			turn.lost();
			turn = await lane.enter(signal);
		});
		turn.answered();
		return value;
	} finally {
		turn.lost();
	}
}
