import {getEventListeners} from 'node:events';
import {describe, expect, test} from 'vitest';
import type {
	AssemblyAI,
	ListedTranscript,
	TranscriptStatus,
} from '../../source/assemblyai/assemblyai.ts';
import {AssemblyAIError} from '../../source/assemblyai/assemblyai-error.ts';
import {
	createPollScheduler,
	type SchedulerOptions,
	type Wait,
	type WaitAnswer,
} from '../../source/jobs/poll-scheduler.ts';
import {createProcessingTimes} from '../../source/jobs/processing-time.ts';
import {safeText} from '../../source/safe-text.ts';
import {createVirtualClock} from './virtual-clock.ts';

const startedAt = Date.parse('2026-11-24T10:00:00Z');

/** AssemblyAI as far as its answers go, a scheduler that asks it, and a time that passes as it is told. */
function createWaiting(options: Partial<SchedulerOptions> = {}) {
	const clock = createVirtualClock(startedAt);
	const statuses = new Map<string, TranscriptStatus['status']>();
	const unlisted = new Set<string>();
	const faults: unknown[] = [];
	/** Who was asked for, and when, in milliseconds from the start. */
	const asked: (readonly [id: string, at: number])[] = [];
	const lists: number[] = [];
	const signals: AbortSignal[] = [];
	const closing = new AbortController();
	const failIfTold = () => {
		const fault = faults.shift();
		if (fault !== undefined) {
			throw fault;
		}
	};
	const assemblyai: Pick<AssemblyAI, 'getTranscript' | 'listTranscripts'> = {
		async getTranscript(id, signal, how) {
			expect(how).toEqual({isRepeated: false});
			asked.push([id, clock.elapsed()]);
			signals.push(signal);
			failIfTold();
			const status = statuses.get(id) ?? 'processing';
			switch (status) {
				case 'completed':
					return {status, id, rawJson: '{}'};
				case 'error':
					return {status, id, message: safeText('No')};
				default:
					return {status, id};
			}
		},
		async *listTranscripts(signal) {
			lists.push(clock.elapsed());
			signals.push(signal);
			failIfTold();
			yield [...statuses].flatMap(([id, status]): ListedTranscript[] =>
				unlisted.has(id) ? [] : [{id, status, created: new Date(startedAt), audioUrl: ''}],
			);
		},
	};
	const scheduler = createPollScheduler({
		assemblyai,
		timings: {askMs: 60_000, pollScale: 1},
		timeFor: createProcessingTimes([]),
		closing: closing.signal,
		clock,
		...options,
	});

	/** Follows a wait, and gives back what it has been told so far. */
	function follow(id: string, changes: Partial<Wait> = {}, signal = new AbortController().signal) {
		statuses.set(id, statuses.get(id) ?? 'processing');
		const answers: WaitAnswer[] = [];
		const state = {answers, error: undefined as unknown, isOver: false};
		void (async () => {
			try {
				const wait = {id, submittedAt: clock.now(), audioSeconds: 60, ...changes};
				for await (const answer of scheduler.follow(wait, signal)) {
					answers.push(answer);
				}
			} catch (error) {
				state.error = error;
			}

			state.isOver = true;
		})();
		return state;
	}

	const timesOf = (wanted: string) => asked.flatMap(([id, at]) => (id === wanted ? [at] : []));
	return {
		clock,
		statuses,
		unlisted,
		faults,
		asked,
		lists,
		signals,
		closing,
		scheduler,
		follow,
		timesOf,
	};
}

/** It takes ten minutes, as the past says: until then it is hardly asked for. */
const slow = () => ({earlyMs: 600_000, likelyMs: 650_000, lateMs: 700_000, basis: 'past' as const});

describe('one wait', () => {
	test('is asked for by itself, and less often after a while', async () => {
		const {clock, follow, timesOf, lists, statuses} = createWaiting();
		const a = follow('a');
		await clock.advance(12_000);
		expect(timesOf('a')).toEqual([1000, 2000, 3000, 4000, 5000, 8000, 11_000]);
		expect(a.answers).toHaveLength(7);
		expect(new Set(a.answers.map(({status}) => status))).toEqual(new Set(['processing']));
		statuses.set('a', 'completed');
		await clock.advance(60_000);
		expect(timesOf('a').slice(7)).toEqual([14_000]);
		expect(a).toMatchObject({isOver: true, error: undefined});
		expect(a.answers.at(-1)).toEqual({
			status: 'completed',
			id: 'a',
			rawJson: '{}',
			processingMs: 14_000,
		});
		expect(lists).toEqual([]);
	});

	test.each([
		[600, 600],
		[undefined, 1800],
	])(
		'of a recording of %s seconds is expected to take as long as one of %i',
		async (audioSeconds, expected) => {
			const lengths = new Set<number>();
			const {clock, follow} = createWaiting({
				timeFor(seconds) {
					lengths.add(seconds);
					return slow();
				},
			});
			follow('a', {audioSeconds});
			await clock.advance(5000);
			expect([...lengths]).toEqual([expected]);
		},
	);

	test.each([
		['2 seconds', -2000, [1000, 2000]],
		['more', -2001, [0, 1000, 2000]],
		['an hour', -3_600_000, [0]],
		['no time, by a clock that was set back,', 3_600_000, [1000, 2000]],
	])(
		'that was begun %s before is asked for at once if it may be over',
		async (_, offset, times) => {
			const {clock, follow, timesOf} = createWaiting();
			follow('a', {submittedAt: startedAt + offset});
			await clock.advance(2500);
			expect(timesOf('a')).toEqual(times);
		},
	);

	test('is over with an error of AssemblyAI’s', async () => {
		const {clock, follow, statuses} = createWaiting();
		statuses.set('a', 'error');
		const a = follow('a');
		await clock.advance(1000);
		expect(a).toMatchObject({
			isOver: true,
			error: undefined,
			answers: [{status: 'error', id: 'a', processingMs: 1000}],
		});
	});

	test('whose end nobody has taken yet is not asked for again', async () => {
		for (const end of [
			['completed'],
			['error'],
			[new AssemblyAIError('No', {code: 'not-found'})],
		]) {
			const {clock, scheduler, statuses, faults, timesOf} = createWaiting();
			const wait = {id: 'a', submittedAt: clock.now(), audioSeconds: 60};
			const following = scheduler.follow(wait, new AbortController().signal);
			const first = following.next();
			await clock.advance(1000);
			expect((await first).value).toMatchObject({status: 'processing'});
			const [what] = end;
			if (what === 'completed' || what === 'error') {
				statuses.set('a', what);
			} else {
				faults.push(what);
			}

			await clock.advance(60_000);
			expect(timesOf('a')).toEqual([1000, 2000]);
			await following.return();
		}
	});
});

describe('how long it took', () => {
	const fault = (retryAfterMs: number) =>
		new AssemblyAIError('Later', {code: 'rate-limited', retryAfterMs});

	/** What is said of a wait that was not looked at for so long before its end. */
	async function measure(changes: Partial<Wait>, seenMs: number, blindMs: number) {
		const {clock, follow, statuses, faults} = createWaiting();
		const a = follow('a', changes);
		await clock.advance(seenMs);
		faults.push(fault(blindMs));
		statuses.set('a', 'completed');
		await clock.advance(2 * blindMs + 60_000);
		const [end] = a.answers.slice(-1);
		return end?.processingMs;
	}

	test.each([
		['five seconds', 3500, 4000, 8000],
		['a fifth of the time', 102_000, 22_250, 126_250],
	])('is known of what was looked at within %s of its end', async (_, seenMs, blindMs, tookMs) => {
		expect(await measure({audioSeconds: 36_000}, seenMs, blindMs)).toBe(tookMs);
		expect(await measure({audioSeconds: 36_000}, seenMs, blindMs + 1)).toBeUndefined();
	});

	test.each([
		['seconds ago is', -4000, 4000],
		['5 seconds ago is', -5000, 5000],
		['longer ago is not', -5001, undefined],
		['an hour ago is not', -3_600_000, undefined],
	])('known of the first look: what was begun %s', async (_, offset, expected) => {
		const {clock, follow, statuses} = createWaiting();
		statuses.set('a', 'completed');
		const a = follow('a', {submittedAt: startedAt + offset});
		await clock.advance(0);
		expect(a.answers).toMatchObject([{status: 'completed'}]);
		expect(a.answers[0]).toHaveProperty('processingMs', expected);
	});

	test('is not known by a clock that was set back', async () => {
		const {clock, follow, statuses} = createWaiting();
		statuses.set('a', 'completed');
		const a = follow('a', {submittedAt: startedAt + 1000});
		await clock.advance(1000);
		expect(a.answers).toMatchObject([{status: 'completed', processingMs: undefined}]);
	});
});

describe('many waits', () => {
	test('are asked for together, and only those that are done by themselves', async () => {
		const {clock, follow, statuses, lists, asked} = createWaiting();
		const ids = Array.from({length: 50}, (_, index) => `wait ${index}`);
		const waits = ids.map(id => follow(id));
		await clock.advance(2500);
		expect(lists).toEqual([1000, 2000]);
		expect(asked).toEqual([]);
		expect(waits.map(({answers}) => answers.length)).toEqual(ids.map(() => 2));
		statuses.set('wait 7', 'completed');
		statuses.set('wait 8', 'error');
		statuses.set('wait 9', 'queued');
		await clock.advance(1000);
		expect(asked.map(([id]) => id)).toEqual(['wait 7', 'wait 8']);
		expect(waits[7]?.answers.at(-1)).toMatchObject({status: 'completed', processingMs: 3000});
		expect(waits[8]?.answers.at(-1)).toMatchObject({status: 'error', id: 'wait 8'});
		expect(waits[9]?.answers.at(-1)).toEqual({status: 'queued', id: 'wait 9'});
		expect(waits[10]?.answers.at(-1)).toEqual({status: 'processing', id: 'wait 10'});
	});

	test('are three and more', async () => {
		const two = createWaiting();
		two.follow('a');
		two.follow('b');
		await two.clock.advance(1000);
		expect([two.lists, two.asked.length]).toEqual([[], 2]);

		const three = createWaiting();
		const given = new AbortController();
		three.follow('a');
		three.follow('b');
		const c = three.follow('c', {}, given.signal);
		await three.clock.advance(1000);
		expect([three.lists, three.asked]).toEqual([[1000], []]);
		given.abort(new Error('Given up'));
		await three.clock.advance(1000);
		expect(c.error).toEqual(new Error('Given up'));
		expect(three.lists).toEqual([1000]);
		expect(three.asked.map(([id]) => id).toSorted()).toEqual(['a', 'b']);
	});

	test('that the list was asked for are not due soon, each by its own time', async () => {
		const {clock, follow, lists} = createWaiting();
		for (const id of ['a', 'b', 'c']) {
			follow(id);
			await clock.advance(300);
		}

		await clock.advance(2500);
		expect(lists).toEqual([1000, 2000, 3000]);
	});

	test('are no more than two when the third one’s end was not taken yet', async () => {
		const {clock, follow, scheduler, statuses, lists, asked} = createWaiting();
		follow('a');
		follow('b');
		const wait = {id: 'c', submittedAt: startedAt - 100_000, audioSeconds: 60};
		statuses.set('c', 'completed');
		const following = scheduler.follow(wait, new AbortController().signal);
		const end = following.next();
		await clock.advance(1500);
		expect((await end).value).toMatchObject({status: 'completed'});
		expect(lists).toEqual([0]);
		expect(asked).toEqual([
			['c', 0],
			['a', 1000],
			['b', 1000],
		]);
		await following.return();
	});

	test('that the list has seen last were looked at', async () => {
		const {clock, follow, statuses} = createWaiting();
		const waits = ['a', 'b', 'c'].map(id => follow(id));
		await clock.advance(100_000);
		for (const id of ['a', 'b', 'c']) {
			statuses.set(id, 'completed');
		}

		await clock.advance(20_000);
		expect(waits.map(({answers}) => answers.at(-1)?.processingMs)).toEqual(
			Array(3).fill(expect.any(Number)),
		);
	});

	test('that the list does not show are asked for by themselves, when it is time', async () => {
		const {clock, follow, unlisted, timesOf, lists} = createWaiting();
		unlisted.add('hidden');
		const longAgo = {submittedAt: startedAt - 100_000};
		follow('a', longAgo);
		follow('b', longAgo);
		const hidden = follow('hidden');
		await clock.advance(500);
		expect(lists).toEqual([0]);
		expect(timesOf('hidden')).toEqual([]);
		await clock.advance(3000);
		expect(timesOf('hidden')).toEqual([1000, 2000, 3000]);
		expect(hidden.answers).toHaveLength(3);
	});

	test('are not asked for before it is time', async () => {
		const {clock, follow, timesOf} = createWaiting();
		follow('old', {submittedAt: startedAt - 3000});
		follow('new');
		await clock.advance(2500);
		// Each by its own time: the one is asked for wider apart, five seconds after it was begun.
		expect(timesOf('old')).toEqual([0, 1000, 2000]);
		expect(timesOf('new')).toEqual([1000, 2000]);
		await clock.advance(2500);
		expect(timesOf('old')).toEqual([0, 1000, 2000, 5000]);
		expect(timesOf('new')).toEqual([1000, 2000, 3000, 4000, 5000]);
	});
});

describe('a fault', () => {
	const passing = (options = {}) => new AssemblyAIError('Try again', {code: 'network', ...options});

	test('that may pass ends no wait', async () => {
		const {clock, follow, faults, timesOf, statuses} = createWaiting();
		faults.push(passing(), passing({code: 'service'}), passing({code: 'rate-limited'}));
		statuses.set('a', 'completed');
		const a = follow('a');
		await clock.advance(4000);
		expect(timesOf('a')).toEqual([1000, 2000, 3000, 4000]);
		expect(a.answers).toMatchObject([{status: 'completed'}]);
	});

	test('that names a time is waited out by all', async () => {
		const {clock, follow, faults, asked} = createWaiting();
		follow('a');
		await clock.advance(500);
		follow('b');
		faults.push(passing({code: 'rate-limited', retryAfterMs: 20_000}));
		await clock.advance(20_499);
		expect(asked).toEqual([['a', 1000]]);
		await clock.advance(1);
		expect(asked.slice(1)).toEqual([
			['a', 21_000],
			['b', 21_000],
		]);
	});

	test.each([
		new AssemblyAIError('Gone', {code: 'not-found', reason: 'unknown-transcript'}),
		Object.assign(new Error('A mistake'), {code: 'network'}),
	])('that will not pass ends the wait: %s', async error => {
		const {clock, follow, faults, timesOf} = createWaiting();
		faults.push(error);
		const a = follow('a');
		const b = follow('b');
		await clock.advance(2500);
		expect(a).toMatchObject({error, isOver: true});
		expect(b).toMatchObject({error: undefined, isOver: false});
		expect(timesOf('a')).toEqual([1000]);
		expect(timesOf('b')).toEqual([1000, 2000]);
	});

	test('that will not pass ends all when it is the list’s', async () => {
		const {clock, follow, faults, asked} = createWaiting();
		const error = new AssemblyAIError('No', {code: 'not-allowed', reason: 'bad-key'});
		faults.push(error);
		const waits = ['a', 'b', 'c'].map(id => follow(id));
		await clock.advance(60_000);
		expect(waits.map(wait => wait.error)).toEqual([error, error, error]);
		expect(asked).toEqual([]);
	});

	test('of the list’s that may pass ends none, and tells nothing', async () => {
		const {clock, follow, faults, lists, asked} = createWaiting();
		faults.push(passing());
		const waits = ['a', 'b', 'c'].map(id => follow(id));
		await clock.advance(1500);
		expect([lists, asked]).toEqual([[1000], []]);
		expect(waits.map(({answers, isOver}) => [answers, isOver])).toEqual(Array(3).fill([[], false]));
		await clock.advance(500);
		expect(lists).toEqual([1000, 2000]);
	});
});

describe('a question that gets no answer', () => {
	/** Answers when it is told to give up. */
	const silent: Pick<AssemblyAI, 'getTranscript' | 'listTranscripts'> = {
		getTranscript: (_, signal) =>
			new Promise((__, reject) => {
				signal.addEventListener('abort', () => reject(signal.reason));
			}),
		async *listTranscripts() {},
	};

	test('is given up after a while, and asked again', async () => {
		let count = 0;
		const {promise: repeated, resolve} = Promise.withResolvers<void>();
		const {clock, follow} = createWaiting({
			timings: {askMs: 5, pollScale: 1},
			assemblyai: {
				...silent,
				getTranscript(...given) {
					count++;
					if (count === 2) {
						resolve();
					}

					return silent.getTranscript(...given);
				},
			},
		});
		const a = follow('a', {submittedAt: 0});
		await clock.advance(0);
		// The time of a question is the real one.
		const timer = setInterval(() => void clock.advance(20_000), 5);
		await repeated;
		clearInterval(timer);
		expect(a).toMatchObject({error: undefined, isOver: false});
	});

	test('is given up when the program ends', async () => {
		const {clock, follow, closing} = createWaiting({assemblyai: silent});
		const a = follow('a', {submittedAt: 0});
		await clock.advance(0);
		const reason = new Error('It ends');
		closing.abort(reason);
		await clock.advance(0);
		expect(a.error).toBe(reason);
	});
});

describe('the time', () => {
	test.each([
		['forward by more than 3 s', 3001, [2000, 6000]],
		['back by more than 3 s', -3001, [2000, 6000]],
		['forward by 3 s', 3000, [2000]],
		['back by 3 s', -3000, [2000]],
	])(
		'jumps %s: after a sleep of the computer everything is asked for at once',
		async (_, ms, times) => {
			const {clock, follow, timesOf} = createWaiting({timeFor: slow});
			follow('a');
			await clock.advance(5500);
			clock.jump(ms);
			await clock.advance(5000);
			expect(timesOf('a')).toEqual(times);
		},
	);

	test('passes for a new wait as for those before, of which it wakes nobody too early', async () => {
		const {clock, follow, timesOf} = createWaiting({timeFor: slow});
		follow('a');
		await clock.advance(5500);
		follow('b', {submittedAt: startedAt - 100_000});
		await clock.advance(0);
		expect(timesOf('b')).toEqual([5500]);
		await clock.advance(20_000);
		expect(timesOf('b')).toEqual([5500]);
		expect(timesOf('a')).toEqual([2000]);
	});

	test('is not lost when all waits are over, and there are others later', async () => {
		const {clock, follow, statuses, timesOf} = createWaiting();
		statuses.set('a', 'completed');
		follow('a');
		await clock.advance(10_000);
		expect(timesOf('a')).toEqual([1000]);
		follow('b');
		await clock.advance(2500);
		expect(timesOf('b')).toEqual([11_000, 12_000]);
	});

	test('brings no more questions once the program ends', async () => {
		const {clock, follow, closing, asked, lists, signals} = createWaiting();
		for (const id of ['a', 'b', 'c']) {
			follow(id);
		}

		await clock.advance(1500);
		closing.abort(new Error('It ends'));
		await clock.advance(60_000);
		expect([lists, asked]).toEqual([[1000], []]);
		expect(signals.map(({aborted}) => aborted)).toEqual([true]);
	});
});

test('a wait that is given up ends at once, is not asked for, and lets the others go on', async () => {
	const {clock, follow, timesOf} = createWaiting();
	const given = new AbortController();
	const a = follow('a', {}, given.signal);
	const b = follow('b');
	await clock.advance(1500);
	expect(getEventListeners(given.signal, 'abort')).toHaveLength(1);
	const reason = new Error('Given up');
	given.abort(reason);
	await clock.advance(0);
	expect(a).toMatchObject({error: reason, isOver: true});
	expect(getEventListeners(given.signal, 'abort')).toHaveLength(0);
	await clock.advance(1500);
	expect(timesOf('a')).toEqual([1000]);
	expect(timesOf('b')).toEqual([1000, 2000, 3000]);
	expect(b.isOver).toBe(false);
});

test('a wait that came to its end listens to nobody any more', async () => {
	const {clock, follow, statuses} = createWaiting();
	const {signal} = new AbortController();
	statuses.set('a', 'completed');
	follow('a', {}, signal);
	await clock.advance(1000);
	expect(getEventListeners(signal, 'abort')).toHaveLength(0);
});
