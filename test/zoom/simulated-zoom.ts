import type {Clock} from '../../source/zoom/rate-lane.ts';

/** A clock that jumps from one thing that is waited for to the next, as soon as nothing else happens. */
export type SimulatedClock = Clock & {
	/** Runs until `work` is done. */
	readonly run: <Value>(work: Promise<Value>) => Promise<Value>;
};

type Timer = {readonly at: number; readonly ring: () => void};

export function simulateClock(): SimulatedClock {
	let now = 0;
	const timers = new Set<Timer>();
	return {
		now: () => now,
		wait: (ms, signal) =>
			new Promise((resolve, reject) => {
				const abort = () => {
					timers.delete(timer);
					reject(signal.reason);
				};
				const timer = {
					at: now + ms,
					ring() {
						signal.removeEventListener('abort', abort);
						resolve();
					},
				};
				timers.add(timer);
				signal.addEventListener('abort', abort, {once: true});
			}),
		async run(work) {
			let isOver = false;
			const end = () => {
				isOver = true;
			};
			work.then(end, end);
			for (;;) {
				await new Promise(resolve => {
					setImmediate(resolve);
				});
				if (isOver) {
					return work;
				}

				const next = [...timers].toSorted((a, b) => a.at - b.at)[0];
				if (next === undefined) {
					throw new Error('Everything waits, and for nothing');
				}

				timers.delete(next);
				now = next.at;
				next.ring();
			}
		},
	};
}

/** How long a request is on its way there, how long it is worked on, how long the answer takes; ms. */
export type Journey = {readonly there: number; readonly work: number; readonly back: number};

/** The most that arrived within any second, its beginning included and its end not. */
export function busiestSecond(arrivals: readonly number[]): number {
	const sorted = arrivals.toSorted((a, b) => a - b);
	let first = 0;
	return sorted.reduce((most, arrival, index) => {
		while (sorted[first] !== undefined && (sorted[first] ?? 0) <= arrival - 1000) {
			first++;
		}

		return Math.max(most, index - first + 1);
	}, 0);
}
