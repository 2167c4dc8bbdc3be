import process from 'node:process';

/** How long things may take, and how many happen at once. */
export type JobTimings = {
	/**
	 * Milliseconds from a paid request that ended in doubt until AssemblyAI's list is believed: more than
	 * the request's own time-out, as the server may still be at work on it when it is given up.
	 */
	readonly graceMs: number;
	/** Milliseconds after the last heartbeat until a Recscribe that can't be looked at is taken for dead. */
	readonly leaseMs: number;
	readonly heartbeatMs: number;
	/** Milliseconds between two looks at what other Recscribes have done. */
	readonly tickMs: number;
	/** Milliseconds before the first repetition of a transfer that broke, doubled for each further one. */
	readonly backoffMs: number;
	/** Milliseconds after which a question for a transcript is given up, to be asked again. */
	readonly askMs: number;
	/** What the waits between two questions are multiplied with. */
	readonly pollScale: number;
	/** How many recordings travel at once. */
	readonly transfers: number;
};

export const usualTimings: JobTimings = {
	graceMs: 45_000,
	leaseMs: 30_000,
	heartbeatMs: 5000,
	tickMs: 500,
	backoffMs: 1000,
	askMs: 120_000,
	pollScale: 1,
	transfers: 3,
};

/** The usual timings, but for what a test of the whole program sets in RECSCRIBE_TEST_TIMINGS (JSON). */
export function readTimings(): JobTimings {
	const text = process.env['RECSCRIBE_TEST_TIMINGS'];
	if (text === undefined) {
		return usualTimings;
	}

	const changes: unknown = JSON.parse(text);
	return typeof changes === 'object' ? {...usualTimings, ...changes} : usualTimings;
}
