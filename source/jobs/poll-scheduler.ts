import type {AssemblyAI, TranscriptStatus} from '../assemblyai/assemblyai.ts';
import {AssemblyAIError} from '../assemblyai/assemblyai-error.ts';
import {pause} from './pause.ts';
import {nextDelayMs, type ProcessingTime} from './processing-time.ts';
import {readStatuses} from './read-statuses.ts';
import type {JobTimings} from './timings.ts';

export type Wait = {
	/** AssemblyAI's id. */
	readonly id: string;
	/** Milliseconds since the epoch. */
	readonly submittedAt: number;
	readonly audioSeconds: number | undefined;
};

export type WaitAnswer = TranscriptStatus & {
	/** How long AssemblyAI took; undefined when nobody looked when it came to its end. */
	readonly processingMs?: number | undefined;
};

/**
 * Asks AssemblyAI for every waiting job: for each by itself while they are few, for all together by its
 * list when they are many. A fault that may pass ends no wait.
 */
export type PollScheduler = {
	/** Yields each new status; the last one is `completed` or `error`. Throws what will not pass. */
	readonly follow: (wait: Wait, signal: AbortSignal) => AsyncGenerator<WaitAnswer, void, void>;
};

export type Clock = {
	/** Milliseconds, as they pass. */
	readonly elapsed: () => number;
	/** Milliseconds since the epoch, as the wall clock shows them: it may jump. */
	readonly now: () => number;
	/** Waits; throws the signal's reason when it is aborted before. */
	readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

const realClock: Clock = {elapsed: () => performance.now(), now: () => Date.now(), pause};

export type SchedulerOptions = {
	readonly assemblyai: Pick<AssemblyAI, 'getTranscript' | 'listTranscripts'>;
	readonly timings: Pick<JobTimings, 'askMs' | 'pollScale'>;
	readonly timeFor: (audioSeconds: number) => ProcessingTime;
	readonly closing: AbortSignal;
	readonly clock?: Clock;
};

type Entry = {
	readonly wait: Wait;
	/** By the clock that only passes. */
	dueAt: number;
	/** When it was last seen to be unfinished. */
	seenAt: number | undefined;
	isAtEnd: boolean;
	readonly answers: WaitAnswer[];
	error: unknown;
	wake: PromiseWithResolvers<void>;
};

/** From so many waits on, one list costs less than a question for each. */
const fewest = 3;
const asksAtOnce = 4;
/** The clocks are compared so often: after a sleep of the computer everything is asked at once. */
const longestSleepMs = 1000;
const jumpMs = 3000;
/** A recording whose length nobody has said. */
const usualSeconds = 1800;

export function createPollScheduler(options: SchedulerOptions): PollScheduler {
	const {assemblyai, closing, timeFor, clock = realClock} = options;
	const {pollScale, askMs} = options.timings;
	const entries = new Map<string, Entry>();
	let isRunning = false;
	let wake = Promise.withResolvers<void>();
	let notBefore = 0;

	function delayFor({wait}: Entry): number {
		const elapsedMs = Math.max(0, clock.now() - wait.submittedAt);
		return nextDelayMs(elapsedMs, timeFor(wait.audioSeconds ?? usualSeconds), pollScale);
	}

	function deliver(entry: Entry, answer: TranscriptStatus): void {
		const isFinal = isFinalStatus(answer.status);
		entry.answers.push(isFinal ? {...answer, processingMs: measure(entry, clock)} : answer);
		entry.isAtEnd = isFinal;
		entry.seenAt = isFinal ? entry.seenAt : clock.elapsed();
		entry.wake.resolve();
	}

	/** What went wrong with a question: it is asked again later, or the waits concerned end with it. */
	function meet(error: unknown, concerned: readonly Entry[]): void {
		if (error instanceof AssemblyAIError && mayPass(error)) {
			notBefore = Math.max(notBefore, clock.elapsed() + (error.retryAfterMs ?? 0));
			return;
		}

		for (const entry of concerned) {
			entry.error = error;
			entry.isAtEnd = true;
			entry.wake.resolve();
		}
	}

	async function ask(entry: Entry): Promise<void> {
		const tooLate = AbortSignal.timeout(askMs);
		try {
			const signal = AbortSignal.any([closing, tooLate]);
			deliver(entry, await assemblyai.getTranscript(entry.wait.id, signal, {isRepeated: false}));
		} catch (error) {
			if (!tooLate.aborted || closing.aborted) {
				meet(error, [entry]);
			}
		}
	}

	async function askAll(line: readonly Entry[]): Promise<void> {
		const rest = [...line];
		await Promise.all(
			Array.from({length: asksAtOnce}, async () => {
				for (let entry = rest.shift(); entry !== undefined; entry = rest.shift()) {
					await ask(entry);
				}
			}),
		);
	}

	async function askByList(waiting: readonly Entry[]): Promise<void> {
		const {statuses, error} = await readStatuses(
			assemblyai,
			waiting.map(({wait}) => wait),
			closing,
		);
		if (error !== undefined) {
			meet(error, waiting);
			return;
		}

		const now = clock.elapsed();
		for (const entry of waiting) {
			const status = statuses.get(entry.wait.id);
			if (status === 'queued' || status === 'processing') {
				deliver(entry, {status, id: entry.wait.id});
			}
		}

		await askAll(
			waiting.filter(entry => {
				const status = statuses.get(entry.wait.id);
				// One that the list does not show is asked for by itself, now and then.
				return status === undefined ? entry.dueAt <= now : isFinalStatus(status);
			}),
		);
	}

	async function round(): Promise<void> {
		const waiting = [...entries.values()].filter(({isAtEnd}) => !isAtEnd);
		const due = waiting.filter(({dueAt}) => dueAt <= clock.elapsed());
		await (waiting.length >= fewest ? askByList(waiting) : askAll(due));
		const asked = waiting.length >= fewest ? waiting : due;
		for (const entry of asked) {
			entry.dueAt = clock.elapsed() + delayFor(entry);
		}
	}

	/** Milliseconds until something has to be asked; undefined when nobody waits. */
	function untilDue(): number | undefined {
		const dueAts = [...entries.values()].flatMap(({isAtEnd, dueAt}) => (isAtEnd ? [] : [dueAt]));
		return dueAts.length === 0
			? undefined
			: Math.max(Math.min(...dueAts), notBefore) - clock.elapsed();
	}

	/** Sleeps until then, a new wait, or a jump of the wall clock, after which everything is due. */
	async function sleep(milliseconds: number): Promise<void> {
		const offset = clock.now() - clock.elapsed();
		const waking = new AbortController();
		const signal = AbortSignal.any([closing, waking.signal]);
		const timer = clock
			.pause(Math.min(milliseconds, longestSleepMs), signal)
			.catch(() => undefined);
		await Promise.race([timer, wake.promise]);
		waking.abort();
		wake = Promise.withResolvers<void>();
		if (Math.abs(clock.now() - clock.elapsed() - offset) > jumpMs) {
			for (const entry of entries.values()) {
				entry.dueAt = clock.elapsed();
			}
		}
	}

	async function run(): Promise<void> {
		for (;;) {
			const untilMs = untilDue();
			if (untilMs === undefined || closing.aborted) {
				return;
			}

			await (untilMs > 0 ? sleep(untilMs) : round());
		}
	}

	async function start(): Promise<void> {
		if (isRunning) {
			wake.resolve();
			return;
		}

		isRunning = true;
		try {
			await run();
		} finally {
			isRunning = false;
		}
	}

	return {
		async *follow(wait, signal) {
			const entry: Entry = {
				wait,
				dueAt: 0,
				seenAt: undefined,
				isAtEnd: false,
				answers: [],
				error: undefined,
				wake: Promise.withResolvers<void>(),
			};
			entry.dueAt = clock.elapsed() + firstDelay(delayFor(entry), wait, clock);
			entries.set(wait.id, entry);
			const abort = () => entry.wake.resolve();
			signal.addEventListener('abort', abort);
			try {
				void start();
				yield* readAnswers(entry, signal);
			} finally {
				signal.removeEventListener('abort', abort);
				entries.delete(wait.id);
				wake.resolve();
			}
		},
	};
}

/** A wait that was begun long ago, by an earlier run of the program, may have been over for long. */
function firstDelay(delayMs: number, {submittedAt}: Wait, clock: Clock): number {
	return clock.now() - submittedAt > 2000 ? 0 : delayMs;
}

async function* readAnswers(
	entry: Entry,
	signal: AbortSignal,
): AsyncGenerator<WaitAnswer, void, void> {
	for (;;) {
		signal.throwIfAborted();
		const answer = entry.answers.shift();
		if (answer !== undefined) {
			yield answer;
			if (isFinalStatus(answer.status)) {
				return;
			}
		} else if (entry.error === undefined) {
			await entry.wake.promise;
			entry.wake = Promise.withResolvers<void>();
		} else {
			throw entry.error;
		}
	}
}

function isFinalStatus(status: string): boolean {
	return status === 'completed' || status === 'error';
}

/** Only what was looked at shortly before its end is known to have taken so long. */
function measure({wait, seenAt}: Entry, clock: Clock): number | undefined {
	const tookMs = clock.now() - wait.submittedAt;
	const blindMs = seenAt === undefined ? tookMs : clock.elapsed() - seenAt;
	return tookMs > 0 && blindMs <= Math.max(5000, tookMs / 5) ? tookMs : undefined;
}

function mayPass({code}: AssemblyAIError): boolean {
	return code === 'network' || code === 'rate-limited' || code === 'service';
}
