import {describe, expect, test} from 'vitest';
import type {AssemblyAI} from '../../source/assemblyai/assemblyai.ts';
import {AssemblyAIError, DoubtfulSubmission} from '../../source/assemblyai/assemblyai-error.ts';
import {priceList} from '../../source/assemblyai/prices.ts';
import {estimateRequestCost} from '../../source/jobs/cost.ts';
import {submitOnce} from '../../source/jobs/submit-once.ts';
import {LibraryError} from '../../source/library/library-error.ts';
import {safeText} from '../../source/safe-text.ts';
import {claimJob} from './claimed-job.ts';

const audioUrl = 'https://cdn.example/upload/mine';
const uploaded = {stage: 'submitting', audioUrl, uploadedAt: Date.now()} as const;

/** What becomes of the paid request once the intent is on disk. */
function submitting(end: () => Promise<Awaited<ReturnType<AssemblyAI['submit']>>>) {
	const sent: unknown[] = [];
	const submit: AssemblyAI['submit'] = async (url, options, _signal, {beforeSend} = {}) => {
		await beforeSend?.({audio_url: url, speech_models: []});
		sent.push({url, options});
		return await end();
	};
	return {assemblyai: {submit}, sent};
}

const accepting = () => submitting(async () => ({id: 'a', modelRefusal: undefined}));
const doubtful = () =>
	new DoubtfulSubmission(new AssemblyAIError('It broke off', {code: 'network'}));

describe('what was taken', () => {
	test('is waited for, with its cost reserved, and the slot is free for others', async () => {
		const {assemblyai, sent} = accepting();
		const {take, read, kinds, isSlotFree, run} = await claimJob(
			{...uploaded, audioSeconds: 600},
			{assemblyai},
		);
		expect(isSlotFree()).toBe(false);
		const {progress, job} = await take(submitOnce);
		expect(progress).toEqual([{stage: 'submitting'}]);
		expect(sent).toEqual([{url: audioUrl, options: {speechModels: [], speakerLabels: true}}]);
		expect(job).toMatchObject({stage: 'waiting', transcriptId: 'a', remarks: []});
		expect(await read()).toEqual(job);
		expect(job.reservedUsd).toBeCloseTo(estimateRequestCost(job.request, 600, priceList).usd, 9);
		expect(job.submittedAt).toBeGreaterThanOrEqual(job.intentAt ?? Number.NaN);
		expect(kinds()).not.toContain('doubt');
		expect(isSlotFree()).toBe(true);
		expect(run.tries.doubts).toBe(0);
	});

	test('costs by the length of the meeting where nobody knows that of the audio', async () => {
		const {take} = await claimJob(uploaded, {assemblyai: accepting().assemblyai});
		const {job} = await take(submitOnce);
		expect(job.reservedUsd).toBeCloseTo(estimateRequestCost(job.request, 1800, priceList).usd, 9);
	});

	test('by another model than was asked for says so', async () => {
		const {assemblyai} = submitting(async () => ({
			id: 'a',
			modelRefusal: safeText('No such model'),
		}));
		const {take, read} = await claimJob(uploaded, {assemblyai});
		await take(submitOnce);
		expect((await read()).remarks).toEqual(['AssemblyAI chose the model itself: No such model']);
	});
});

describe('a job that was given up', () => {
	const reason = new Error('Given up');

	test('before is not sent', async () => {
		const {assemblyai, sent} = accepting();
		const {take, stop, read} = await claimJob(uploaded, {assemblyai});
		stop(reason);
		await expect(take(submitOnce)).rejects.toBe(reason);
		expect(sent).toEqual([]);
		expect((await read()).intentAt).toBeUndefined();
	});

	test('at the last moment is not sent, and no intent is written', async () => {
		const sent: string[] = [];
		const submit: AssemblyAI['submit'] = async (url, _options, _signal, {beforeSend} = {}) => {
			stop(reason);
			await beforeSend?.({audio_url: url});
			sent.push(url);
			return {id: 'a', modelRefusal: undefined};
		};
		const {take, stop, read} = await claimJob(uploaded, {assemblyai: {submit}});
		await expect(take(submitOnce)).rejects.toBe(reason);
		expect(sent).toEqual([]);
		expect((await read()).intentAt).toBeUndefined();
	});

	test('while it is sent is waited for, and its id kept', async () => {
		const {assemblyai} = submitting(async () => {
			stop(reason);
			return {id: 'a', modelRefusal: undefined};
		});
		const {take, stop, read} = await claimJob(uploaded, {assemblyai});
		await take(submitOnce);
		expect(await read()).toMatchObject({stage: 'waiting', transcriptId: 'a'});
	});

	test.each([
		['a doubt', doubtful],
		['a refusal', () => new AssemblyAIError('No', {isUndone: true})],
	])('while it is sent, and ends in %s, keeps what was written before', async (_, create) => {
		const {assemblyai} = submitting(async () => {
			stop(reason);
			throw create();
		});
		const {take, stop, read, kinds, run} = await claimJob(uploaded, {assemblyai});
		await expect(take(submitOnce)).rejects.toBe(reason);
		expect((await read()).intentAt).toBeDefined();
		expect(kinds()).not.toContain('refused');
		expect(run.tries.doubts).toBe(0);
	});
});

test('a doubt is written down, counted, and the slot is kept', async () => {
	const {assemblyai} = submitting(() => Promise.reject(doubtful()));
	const {take, kinds, run, isSlotFree} = await claimJob(uploaded, {assemblyai});
	const {job} = await take(submitOnce);
	expect(job).toMatchObject({transcriptId: undefined, audioUrl});
	expect(job.intentAt).toBeDefined();
	expect(job.reservedUsd).toBeDefined();
	expect(kinds().at(-1)).toBe('doubt');
	expect(run.tries).toEqual({
		doubts: 1,
		uploads: 0,
		lastDoubt: expect.stringContaining('It broke off'),
	});
	expect(isSlotFree()).toBe(false);
});

describe('a refusal leaves nothing to pay', () => {
	test('and is thrown, with the upload kept', async () => {
		const refusal = new AssemblyAIError('Not today', {isUndone: true});
		const {assemblyai} = submitting(() => Promise.reject(refusal));
		const {take, read, kinds, run} = await claimJob(uploaded, {assemblyai});
		await expect(take(submitOnce)).rejects.toBe(refusal);
		expect(await read()).toMatchObject({
			audioUrl,
			intentAt: undefined,
			doubtAt: undefined,
			reservedUsd: undefined,
		});
		expect(kinds().at(-1)).toBe('refused');
		expect(run.tries.uploads).toBe(0);
	});

	test('of what is not there any more has it sent once more, and not a third time', async () => {
		const gone = new AssemblyAIError('Gone', {isUndone: true, reason: 'upload-gone'});
		const {assemblyai} = submitting(() => Promise.reject(gone));
		const first = await claimJob(uploaded, {assemblyai});
		const {job} = await first.take(submitOnce);
		expect([job.audioUrl, job.uploadedAt, job.intentAt]).toEqual([undefined, undefined, undefined]);
		const tries = {doubts: 0, uploads: 1, lastDoubt: ''};
		const second = await claimJob(uploaded, {assemblyai, tries});
		await expect(second.take(submitOnce)).rejects.toBe(gone);
		expect((await second.read()).audioUrl).toBeUndefined();
	});

	test('by the month’s limit comes before anything is sent', async () => {
		const {assemblyai, sent} = accepting();
		const {take, read, kinds, run} = await claimJob(uploaded, {assemblyai, spendingLimitUsd: 0.01});
		await expect(take(submitOnce)).rejects.toThrow('The limit of $0.01 a month');
		expect(sent).toEqual([]);
		expect(await read()).toMatchObject({audioUrl, intentAt: undefined, reservedUsd: undefined});
		expect(kinds().at(-1)).toBe('refused');
		expect(run.tries).toEqual({doubts: 0, uploads: 0, lastDoubt: ''});
	});
});

test.each([
	['a full disk', new LibraryError('full', 'No room', {hint: 'Make room.'})],
	['a mistake of ours', new TypeError('A mistake')],
	['what AssemblyAI may have taken all the same', new AssemblyAIError('Odd', {isUndone: false})],
])('what is on disk decides after %s', async (_, error) => {
	const {assemblyai} = submitting(() => Promise.reject(error));
	const {take, read, kinds} = await claimJob(uploaded, {assemblyai});
	await expect(take(submitOnce)).rejects.toBe(error);
	expect(await read()).toMatchObject({audioUrl, transcriptId: undefined});
	expect((await read()).intentAt).toBeDefined();
	expect(kinds()).not.toContain('doubt');
});
