import {describe, expect, test} from 'vitest';
import {AssemblyAIError} from '../../source/assemblyai/assemblyai-error.ts';
import {priceList} from '../../source/assemblyai/prices.ts';
import {UserError} from '../../source/errors.ts';
import {awaitTranscript, RemoteFailure} from '../../source/jobs/await-transcript.ts';
import {estimateRequestCost} from '../../source/jobs/cost.ts';
import type {Wait, WaitAnswer} from '../../source/jobs/poll-scheduler.ts';
import {safeText} from '../../source/safe-text.ts';
import {claimJob} from './claimed-job.ts';

const submitted = {
	stage: 'waiting',
	transcriptId: 'a',
	submittedAt: 1000,
	audioSeconds: 600,
} as const;

const rawJson = JSON.stringify({
	id: 'a',
	status: 'completed',
	audio_duration: 300,
	language_code: 'en',
	speech_model_used: 'universal',
	utterances: [{speaker: 'A', start: 40, end: 900, text: 'Half past ten it is.'}],
});

const completed: WaitAnswer = {status: 'completed', id: 'a', rawJson, processingMs: 700};

/** Gives these answers, then what it is to end with. */
function following(
	answers: readonly WaitAnswer[],
	end?: () => void,
	onAnswered?: () => Promise<unknown>,
) {
	const waits: Wait[] = [];
	return {
		waits,
		scheduler: {
			async *follow(wait: Wait) {
				waits.push(wait);
				for (const answer of answers) {
					yield answer;
					await onAnswered?.();
				}

				end?.();
			},
		},
	};
}

describe('a transcript that comes', () => {
	test('is kept as it came, with what it cost, and each status is on disk once', async () => {
		const onDisk: unknown[] = [];
		const {waits, scheduler} = following(
			[
				{status: 'queued', id: 'a'},
				{status: 'queued', id: 'a'},
				{status: 'processing', id: 'a'},
				completed,
			],
			undefined,
			async () => onDisk.push((await read()).remoteStatus),
		);
		const {take, read, kinds, library, isSlotFree} = await claimJob(submitted, {scheduler});
		const {progress, job} = await take(awaitTranscript);
		expect(progress).toEqual([
			{stage: 'waiting', status: 'processing'},
			{stage: 'waiting', status: 'queued'},
			{stage: 'waiting', status: 'processing'},
			{stage: 'completed', transcriptId: 'a'},
		]);
		expect(kinds().slice(0, 2)).toEqual(['queued', 'processing']);
		expect(kinds()).toHaveLength(3);
		expect(onDisk).toEqual(['queued', 'queued', 'processing']);
		expect(waits).toEqual([{id: 'a', submittedAt: 1000, audioSeconds: 600}]);
		expect(job).toMatchObject({stage: 'completed', transcriptId: 'a', remarks: []});
		expect(job.reservedUsd).toBeCloseTo(estimateRequestCost(job.request, 300, priceList).usd, 9);
		expect(await read()).toEqual(job);
		expect(library.findTranscript('a')).toMatchObject({
			model: 'universal',
			language: 'en',
			audioSeconds: 300,
		});
		expect(await library.readResponse('a')).toBe(rawJson);
		expect(library.search({text: 'half past'})).toHaveLength(1);
		expect(await library.engine.pastTimes()).toEqual([{audioSeconds: 300, processingMs: 700}]);
		expect(isSlotFree()).toBe(true);
	});

	test('is waited for in the status that was seen last', async () => {
		const {scheduler} = following([{status: 'queued', id: 'a'}, completed]);
		const {take, kinds} = await claimJob({...submitted, remoteStatus: 'queued'}, {scheduler});
		const {progress} = await take(awaitTranscript);
		expect(progress.slice(0, -1)).toEqual([{stage: 'waiting', status: 'queued'}]);
		expect(kinds()).toHaveLength(1);
	});

	test('of an unknown hour is waited for from now on', async () => {
		const {waits, scheduler} = following([completed]);
		const before = Date.now();
		await (await claimJob({stage: 'waiting', transcriptId: 'a'}, {scheduler})).take(
			awaitTranscript,
		);
		expect(waits[0]?.submittedAt).toBeGreaterThanOrEqual(before);
	});
});

describe('AssemblyAI’s copy', () => {
	const {scheduler} = following([completed]);

	test('is deleted where that was asked for, even when the job is given up', async () => {
		const deleted: string[] = [];
		const deleteRemote = async (id: string, signal: AbortSignal) => {
			signal.throwIfAborted();
			deleted.push(id);
		};
		const {take, stop} = await claimJob(submitted, {
			scheduler,
			deleteRemote,
			request: {deleteRemote: true},
		});
		stop(new Error('Given up'));
		await take(awaitTranscript);
		expect(deleted).toEqual(['a']);
	});

	test.each([undefined, false])('stays where that was not (%s)', async deleteRemote => {
		const {take, read} = await claimJob(submitted, {scheduler, request: {deleteRemote}});
		await take(awaitTranscript);
		expect((await read()).remarks).toEqual([]);
	});

	test('that can’t be deleted is said, and the transcript is here all the same', async () => {
		const {take, read} = await claimJob(submitted, {
			scheduler,
			deleteRemote: () => Promise.reject(new UserError('No answer')),
			request: {deleteRemote: true},
		});
		expect((await take(awaitTranscript)).job.stage).toBe('completed');
		expect((await read()).remarks).toEqual([
			'AssemblyAI’s copy could not be deleted, which is tried again at the next start: No answer',
		]);
	});

	test('that can’t be deleted for a mistake of ours is no remark', async () => {
		const mistake = new TypeError('A mistake');
		const {take} = await claimJob(submitted, {
			scheduler,
			deleteRemote: () => Promise.reject(mistake),
			request: {deleteRemote: true},
		});
		await expect(take(awaitTranscript)).rejects.toBe(mistake);
	});
});

describe('a wait that comes to nothing', () => {
	test('because AssemblyAI failed leaves nothing there', async () => {
		const {scheduler} = following([
			{status: 'error', id: 'a', message: safeText('File does not appear to contain audio.')},
		]);
		const {take} = await claimJob(submitted, {scheduler});
		const error: unknown = await take(awaitTranscript).catch((thrown: unknown) => thrown);
		expect(error).toBeInstanceOf(RemoteFailure);
		expect(error).toMatchObject({
			name: 'RemoteFailure',
			message: expect.stringContaining('does not appear to contain audio'),
			cause: {hint: expect.stringContaining('not charged')},
		});
	});

	test.each([
		[new AssemblyAIError('Gone', {reason: 'unknown-transcript'}), true],
		[new AssemblyAIError('No', {reason: 'bad-key'}), false],
		[Object.assign(new Error('No'), {reason: 'unknown-transcript'}), false],
	])('by %s, with nothing left there: %s', async (error, isRemoteOver) => {
		const {scheduler} = following([], () => {
			throw error;
		});
		const {take} = await claimJob(submitted, {scheduler});
		const thrown: unknown = await take(awaitTranscript).catch((reason: unknown) => reason);
		expect(thrown instanceof RemoteFailure).toBe(isRemoteOver);
		expect(thrown instanceof RemoteFailure ? thrown.cause : thrown).toBe(error);
	});

	test('since the job was given up says so', async () => {
		const reason = new Error('Given up');
		const {scheduler} = following([], () => stop(reason));
		const {take, stop, read} = await claimJob(submitted, {scheduler});
		await expect(take(awaitTranscript)).rejects.toBe(reason);
		expect(await read()).toMatchObject({stage: 'waiting', transcriptId: 'a'});
	});
});
