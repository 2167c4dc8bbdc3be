import {describe, expect, test} from 'vitest';
import type {AssemblyAI, ListedTranscript} from '../../source/assemblyai/assemblyai.ts';
import {AssemblyAIError} from '../../source/assemblyai/assemblyai-error.ts';
import {reconcile} from '../../source/jobs/reconcile.ts';
import {claimJob} from './claimed-job.ts';
import {quickTimings} from './working.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const audioUrl = 'https://cdn.example/upload/mine';
const timings = {...quickTimings, graceMs: 0, backoffMs: 1};
const intentAt = Date.parse('2026-11-24T10:00:00Z');
const inDoubt = {audioUrl, intentAt, doubtAt: intentAt, reservedUsd: 0.1} as const;

function listed(id: string, changes: Partial<ListedTranscript> = {}): ListedTranscript {
	return {id, status: 'processing', created: new Date(intentAt + 1000), audioUrl, ...changes};
}

/** Lists these pages, and tells how many of them anybody wanted. */
function lists(...pages: readonly (readonly ListedTranscript[])[]) {
	let count = 0;
	const listTranscripts: AssemblyAI['listTranscripts'] = async function* () {
		for (const page of pages) {
			count++;
			yield page;
		}
	};
	return {assemblyai: {listTranscripts}, count: () => count};
}

/** Fails so many times, then lists nothing. */
function failing(times: number, error: () => unknown) {
	let count = 0;
	const listTranscripts: AssemblyAI['listTranscripts'] = async function* () {
		count++;
		if (count <= times) {
			throw error();
		}

		yield [];
	};
	return {assemblyai: {listTranscripts}, count: () => count};
}

describe('what AssemblyAI has is taken over', () => {
	test('with its own time, and the slot is free for others meanwhile', async () => {
		const {assemblyai} = lists([listed('other', {audioUrl: 'https://cdn.example/x'}), listed('a')]);
		const {take, kinds, read, isSlotFree} = await claimJob(inDoubt, {assemblyai, timings});
		expect(isSlotFree()).toBe(false);
		const {progress, job} = await take(reconcile);
		expect(progress).toEqual([{stage: 'submitting', isInDoubt: true}]);
		expect(job).toMatchObject({
			stage: 'waiting',
			transcriptId: 'a',
			submittedAt: intentAt + 1000,
			reservedUsd: 0.1,
		});
		expect(await read()).toEqual(job);
		expect(kinds()).toEqual(['adopted']);
		expect(isSlotFree()).toBe(true);
	});

	test('with the time of the intent where the list has none', async () => {
		const {assemblyai} = lists([listed('a', {created: new Date(0)})]);
		const {take} = await claimJob(inDoubt, {assemblyai, timings});
		expect((await take(reconcile)).job).toMatchObject({transcriptId: 'a', submittedAt: intentAt});
	});

	test('but not what another job has already', async () => {
		const {assemblyai} = lists([listed('a'), listed('b')]);
		const claimed = await claimJob(inDoubt, {assemblyai, timings});
		const engine = {
			...claimed.engine,
			isKnownTranscript: (id: string) => Promise.resolve(id === 'a'),
		};
		const {value} = await collectEnd(reconcile(claimed.job, {...claimed.run, engine}));
		expect(value).toMatchObject({transcriptId: 'b'});
	});
});

async function collectEnd<Value>(steps: AsyncGenerator<unknown, Value, void>) {
	for (;;) {
		const {done, value} = await steps.next();
		if (done === true) {
			return {value};
		}
	}
}

describe('the list is looked through', () => {
	const old = (ageMs: number) =>
		listed('old', {created: new Date(intentAt - ageMs), audioUrl: 'https://cdn.example/old'});

	const mine = [listed('a')];

	test.each([
		[
			'as far back as a day before the intent',
			[[old(dayMs)], [old(dayMs + 1)], mine],
			2,
			undefined,
		],
		[
			'by the last of each page',
			[[old(9 * dayMs), old(0)], [old(0), old(2 * dayMs)], mine],
			2,
			undefined,
		],
		['on, where it says no times', [[{...old(0), created: new Date(0)}], mine], 2, 'a'],
		['on, after an empty page', [[], mine, [old(0)]], 2, 'a'],
	])('%s', async (_, pages, looked, found) => {
		const {assemblyai, count} = lists(...pages);
		const {take} = await claimJob(inDoubt, {assemblyai, timings});
		expect((await take(reconcile)).job.transcriptId).toBe(found);
		expect(count()).toBe(looked);
	});

	test('and says so where nothing is in it', async () => {
		const {take, kinds} = await claimJob(inDoubt, {assemblyai: lists([]).assemblyai, timings});
		await take(reconcile);
		expect(kinds()).toEqual(['not-taken']);
	});
});

describe('a list that fails', () => {
	test.each(['network', 'service', 'rate-limited'] as const)(
		'for a while (%s) is asked for again, four times',
		async code => {
			const create = () => new AssemblyAIError('Not now', {code});
			const passing = failing(4, create);
			const {take} = await claimJob(inDoubt, {assemblyai: passing.assemblyai, timings});
			expect((await take(reconcile)).job.intentAt).toBeUndefined();
			expect(passing.count()).toBe(5);

			const lasting = failing(5, create);
			const doubtful = await claimJob(inDoubt, {assemblyai: lasting.assemblyai, timings});
			await expect(doubtful.take(reconcile)).rejects.toThrow('Not now');
			expect(lasting.count()).toBe(5);
			expect(await doubtful.read()).toMatchObject({intentAt, reservedUsd: 0.1});
		},
	);

	test.each([
		['a refusal', () => new AssemblyAIError('Never', {code: 'not-allowed'})],
		['a mistake of ours', () => Object.assign(new Error('Never'), {code: 'network'})],
	])('by %s is not asked for again', async (_, create) => {
		const {assemblyai, count} = failing(1, create);
		const {take} = await claimJob(inDoubt, {assemblyai, timings});
		await expect(take(reconcile)).rejects.toThrow('Never');
		expect(count()).toBe(1);
	});

	test('is not asked for again when the job is given up, and the doubt stays', async () => {
		const reason = new Error('Given up');
		const {assemblyai, count} = failing(3, () => {
			stop(reason);
			return new AssemblyAIError('Not now', {code: 'network'});
		});
		const {take, stop, read} = await claimJob(inDoubt, {assemblyai, timings});
		await expect(take(reconcile)).rejects.toBe(reason);
		expect(count()).toBe(1);
		expect(await read()).toMatchObject({intentAt});
	});
});

describe('the grace', () => {
	const long = {...timings, graceMs: hourMs};

	test.each([
		['counts from the doubt', {doubtAt: Date.now() - hourMs, intentAt: Date.now()}],
		['counts from the intent where no doubt is written', {doubtAt: null, intentAt: 1}],
	])('%s, and is not waited out twice', async (_, moments) => {
		const {assemblyai} = lists([]);
		const {take} = await claimJob({...inDoubt, ...moments}, {assemblyai, timings: long});
		expect((await take(reconcile)).job.intentAt).toBeUndefined();
	});

	test('is waited out, and no longer where the clock was set back', async () => {
		const {assemblyai} = lists([]);
		const short = {...timings, graceMs: 60};
		for (const doubtAt of [Date.now(), Date.now() + 1000 * dayMs]) {
			const {take} = await claimJob({...inDoubt, doubtAt}, {assemblyai, timings: short});
			const start = performance.now();
			await take(reconcile);
			expect(performance.now() - start).toBeGreaterThan(30);
		}
	});

	test('ends at once when the job is given up', async () => {
		const {assemblyai, count} = lists([]);
		const {take, stop} = await claimJob(
			{...inDoubt, doubtAt: Date.now()},
			{assemblyai, timings: long},
		);
		const reason = new Error('Given up');
		const taken = take(reconcile);
		stop(reason);
		await expect(taken).rejects.toBe(reason);
		expect(count()).toBe(0);
	});
});

test.each([
	[3, false],
	[4, true],
])('after %i doubts that came to nothing the job fails: %s', async (doubts, isOver) => {
	const {assemblyai} = lists([]);
	const tries = {doubts, uploads: 0, lastDoubt: 'It broke off.'};
	const {take, read} = await claimJob(inDoubt, {assemblyai, timings, tries});
	await (isOver
		? expect(take(reconcile)).rejects.toThrow(
				'did not take the recording, several times over. It b',
			)
		: expect(take(reconcile)).resolves.toBeDefined());
	const {intentAt: intent, doubtAt, reservedUsd} = await read();
	expect([intent, doubtAt, reservedUsd]).toEqual([undefined, undefined, undefined]);
});
