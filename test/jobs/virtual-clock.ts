import type {Clock} from '../../source/jobs/poll-scheduler.ts';

export type VirtualClock = Clock & {
	/** Lets so many milliseconds pass, and everything happen that is to happen in them. */
	readonly advance: (milliseconds: number) => Promise<void>;
	/** Sets the wall clock, as somebody does, or as it is found after a sleep of the computer. */
	readonly jump: (milliseconds: number) => void;
};

type Sleeper = {readonly at: number; readonly wake: () => void};

/** Time that passes when a test says so: it begins with 0 ms, at `startedAt`. */
export function createVirtualClock(startedAt: number): VirtualClock {
	const sleepers = new Set<Sleeper>();
	let elapsed = 0;
	let offset = startedAt;

	/** Promises are all that things here wait for, apart from the time itself. */
	const settle = () => new Promise<void>(resolve => setImmediate(resolve));

	return {
		elapsed: () => elapsed,
		now: () => elapsed + offset,
		async pause(milliseconds, signal) {
			signal.throwIfAborted();
			const {promise, resolve, reject} = Promise.withResolvers<void>();
			const sleeper = {at: elapsed + milliseconds, wake: resolve};
			const abort = () => reject(signal.reason);
			sleepers.add(sleeper);
			signal.addEventListener('abort', abort);
			try {
				await promise;
			} finally {
				sleepers.delete(sleeper);
				signal.removeEventListener('abort', abort);
			}
		},
		async advance(milliseconds) {
			const end = elapsed + milliseconds;
			await settle();
			for (;;) {
				const next = [...sleepers].sort((a, b) => a.at - b.at)[0];
				if (next === undefined || next.at > end) {
					break;
				}

				elapsed = next.at;
				next.wake();
				await settle();
			}

			elapsed = end;
		},
		jump(milliseconds) {
			offset += milliseconds;
		},
	};
}
