import {describe, expect, test} from 'vitest';
import type {
	AssemblyAI,
	ListedTranscript,
	TranscriptStatus,
} from '../../source/assemblyai/assemblyai.ts';
import {AssemblyAIError} from '../../source/assemblyai/assemblyai-error.ts';
import {createPollScheduler, type SchedulerOptions} from '../../source/jobs/poll-scheduler.ts';
import {createProcessingTimes} from '../../source/jobs/processing-time.ts';

type Remote = {
	readonly asked: string[];
	readonly lists: {count: number};
	readonly statuses: Map<string, TranscriptStatus['status']>;
	readonly faults: unknown[];
	readonly assemblyai: Pick<AssemblyAI, 'getTranscript' | 'listTranscripts'>;
};

/** AssemblyAI as far as its answers go: each wait is told what is set here. */
function createRemote(isListed = (_: string) => true): Remote {
	const asked: string[] = [];
	const lists = {count: 0};
	const statuses = new Map<string, TranscriptStatus['status']>();
	const faults: unknown[] = [];
	return {
		asked,
		lists,
		statuses,
		faults,
		assemblyai: {
			async getTranscript(id) {
				asked.push(id);
				const fault = faults.shift();
				if (fault !== undefined) {
					throw fault;
				}

				const status = statuses.get(id) ?? 'processing';
				return status === 'completed'
					? {status, id, rawJson: '{}'}
					: ({status, id} as TranscriptStatus);
			},
			async *listTranscripts() {
				lists.count++;
				const fault = faults.shift();
				if (fault !== undefined) {
					throw fault;
				}

				yield [...statuses].flatMap(([id, status]): ListedTranscript[] =>
					isListed(id) ? [{id, status, created: new Date(), audioUrl: ''}] : [],
				);
			},
		},
	};
}

function createScheduler(remote: Remote, options: Partial<SchedulerOptions> = {}) {
	return createPollScheduler({
		assemblyai: remote.assemblyai,
		timings: {askMs: 1000, pollScale: 0.01},
		timeFor: createProcessingTimes([], 0.01),
		closing: new AbortController().signal,
		...options,
	});
}

const {signal} = new AbortController();

async function follow(scheduler: ReturnType<typeof createScheduler>, id: string) {
	const answers: string[] = [];
	const wait = {id, submittedAt: Date.now(), audioSeconds: 60};
	for await (const {status} of scheduler.follow(wait, signal)) {
		answers.push(status);
	}

	return answers;
}

test('one wait is asked for by itself', async () => {
	const remote = createRemote();
	const following = follow(createScheduler(remote), 'a');
	await expect.poll(() => remote.asked.length).toBeGreaterThan(2);
	remote.statuses.set('a', 'completed');
	expect((await following).at(-1)).toBe('completed');
	expect(remote.lists.count).toBe(0);
});

test('many are asked for together, and only those that are done by themselves', async () => {
	const remote = createRemote();
	const ids = Array.from({length: 50}, (_, index) => `wait ${index}`);
	for (const id of ids) {
		remote.statuses.set(id, 'processing');
	}

	const scheduler = createScheduler(remote);
	const following = Promise.all(ids.map(id => follow(scheduler, id)));
	await expect.poll(() => remote.lists.count).toBeGreaterThan(2);
	expect(remote.asked).toEqual([]);
	for (const id of ids) {
		remote.statuses.set(id, 'completed');
	}

	for (const answers of await following) {
		expect(answers.at(-1)).toBe('completed');
	}

	expect(remote.asked.toSorted()).toEqual(ids.toSorted());
});

test('what the list does not show is asked for by itself', async () => {
	const remote = createRemote(id => id !== 'hidden');
	for (const id of ['a', 'b', 'hidden']) {
		remote.statuses.set(id, 'processing');
	}

	const scheduler = createScheduler(remote);
	const following = Promise.all(['a', 'b', 'hidden'].map(id => follow(scheduler, id)));
	await expect.poll(() => remote.asked).toContain('hidden');
	for (const id of ['a', 'b', 'hidden']) {
		remote.statuses.set(id, 'completed');
	}

	await following;
});

describe('a fault', () => {
	const passing = (options = {}) => new AssemblyAIError('Try again', {code: 'network', ...options});

	test('that may pass ends no wait', async () => {
		const remote = createRemote();
		remote.faults.push(passing(), passing({code: 'service'}), passing({code: 'rate-limited'}));
		remote.statuses.set('a', 'completed');
		expect(await follow(createScheduler(remote), 'a')).toEqual(['completed']);
		expect(remote.asked).toHaveLength(4);
	});

	test('that names a time is waited out by all', async () => {
		const remote = createRemote();
		remote.faults.push(passing({code: 'rate-limited', retryAfterMs: 200}));
		remote.statuses.set('a', 'completed');
		const startedAt = performance.now();
		await follow(createScheduler(remote), 'a');
		expect(performance.now() - startedAt).toBeGreaterThanOrEqual(200);
	});

	test('that will not pass ends the wait', async () => {
		const remote = createRemote();
		remote.faults.push(
			new AssemblyAIError('Gone', {code: 'not-found', reason: 'unknown-transcript'}),
		);
		await expect(follow(createScheduler(remote), 'a')).rejects.toThrow('Gone');
	});

	test('that will not pass ends all when it is the list’s', async () => {
		const remote = createRemote();
		const scheduler = createScheduler(remote);
		const following = Promise.allSettled(['a', 'b', 'c'].map(id => follow(scheduler, id)));
		remote.faults.push(new AssemblyAIError('No', {code: 'not-allowed', reason: 'bad-key'}));
		expect((await following).map(({status}) => status)).toEqual([
			'rejected',
			'rejected',
			'rejected',
		]);
	});
});

test('after a sleep of the computer it is asked at once', async () => {
	const remote = createRemote();
	remote.statuses.set('a', 'completed');
	let slept = 0;
	const scheduler = createScheduler(remote, {
		// An hour until the first question, as far as the clock that only passes knows.
		timings: {askMs: 1000, pollScale: 3600},
		clock: {elapsed: () => performance.now(), now: () => Date.now() + slept},
	});
	const following = follow(scheduler, 'a');
	slept = 3_600_000;
	expect(await following).toEqual(['completed']);
}, 15_000);

test('a wait that is given up lets the others go on', async () => {
	const remote = createRemote();
	const scheduler = createScheduler(remote);
	const controller = new AbortController();
	const wait = {id: 'a', submittedAt: Date.now(), audioSeconds: 60};
	const given = scheduler.follow(wait, controller.signal).next();
	const other = follow(scheduler, 'b');
	controller.abort(new Error('given up'));
	await expect(
		given.then(async ({done}) =>
			done === true ? undefined : scheduler.follow(wait, controller.signal).next(),
		),
	).rejects.toThrow('given up');
	remote.statuses.set('b', 'completed');
	expect((await other).at(-1)).toBe('completed');
});
