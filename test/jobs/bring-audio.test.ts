import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {UserError} from '../../source/errors.ts';
import {bringAudio} from '../../source/jobs/bring-audio.ts';
import {QueuePaused} from '../../source/jobs/queue-paused.ts';
import {safeText} from '../../source/safe-text.ts';
import type {MeetingDetail} from '../../source/zoom/recordings.ts';
import {ZoomError} from '../../source/zoom/zoom-error.ts';
import {fileAt, meetingOf} from '../zoom/made-up-meeting.ts';
import {collect} from '../zoom/sandboxed.ts';
import {type ClaimOptions, claimJob} from './claimed-job.ts';
import {quickTimings} from './working.ts';

const audioUrl = 'https://cdn.example/upload/mine';
const timings = {...quickTimings, backoffMs: 1};
const start = new Date('2026-11-20T10:00:00Z');
const twoMinutesLater = new Date('2026-11-20T10:02:00Z');
const file = fileAt('https://zoom.us/rec/download/x', {start, end: twoMinutesLater});
const meeting = meetingOf({files: [file]});
const reason = new Error('Given up');

type Upload = NonNullable<NonNullable<ClaimOptions['assemblyai']>['upload']>;

/** Zoom with one meeting, and AssemblyAI that takes whatever is sent. */
function services(
	found: () => MeetingDetail | Promise<MeetingDetail> = () => meeting,
	upload: Upload = async () => audioUrl,
) {
	const asked: string[] = [];
	return {
		asked,
		zoom: {
			async getMeeting(uuid: string) {
				asked.push(`meeting ${uuid}`);
				return await found();
			},
			async openDownload(_: MeetingDetail, {id}: {readonly id: string}) {
				asked.push(`download ${id}`);
				return {body: new ReadableStream<Uint8Array>(), sizeBytes: 100, contentType: 'audio/mp4'};
			},
			async createDirectLink(_: MeetingDetail, {id}: {readonly id: string}) {
				asked.push(`link ${id}`);
				return `https://zoom.us/rec/${id}`;
			},
		},
		assemblyai: {upload},
	};
}

describe('the sound travels', () => {
	test('through this computer: each step is on disk before the next one', async () => {
		const onDisk: unknown[] = [];
		const look = async () => {
			const {stage, audioUrl: url, uploadedAt, sentBytes, totalBytes} = await claimed.read();
			onDisk.push({stage, url, uploadedAt, sentBytes, totalBytes});
		};
		const {asked, ...given} = services(
			async () => {
				await look();
				return meeting;
			},
			async (_, {onBytes, sizeBytes}) => {
				await look();
				expect(sizeBytes).toBe(100);
				onBytes(40);
				return audioUrl;
			},
		);
		const claimed = await claimJob({audioUrl: 'https://cdn.example/old', uploadedAt: 1}, given);
		const {progress, job} = await claimed.take(bringAudio);
		expect(progress).toEqual([
			{stage: 'planned'},
			{stage: 'fetching'},
			{stage: 'uploading', sentBytes: 0, totalBytes: 100},
			{stage: 'uploading', sentBytes: 40, totalBytes: 100},
		]);
		expect(onDisk).toEqual([
			{stage: 'fetching'},
			{stage: 'uploading', sentBytes: 0, totalBytes: 100},
		]);
		expect(asked).toEqual(['meeting uuid', 'download file']);
		expect(job).toMatchObject({audioUrl, audioSeconds: 120, sentBytes: undefined, remarks: []});
		expect(Date.now() - (job.uploadedAt ?? 0)).toBeLessThan(60_000);
		expect(await claimed.read()).toEqual(job);
		expect(claimed.kinds().at(-1)).toBe('audio-ready');
		expect(claimed.isSlotFree()).toBe(false);
	});

	test('by a link, that no other job has', async () => {
		const {asked, ...given} = services();
		const request = {audio: 'direct'} as const;
		const first = await claimJob({}, {...given, request});
		const {progress, job} = await first.take(bringAudio);
		expect(progress).toEqual([{stage: 'planned'}, {stage: 'fetching'}]);
		expect(asked).toEqual(['meeting uuid', 'link file']);
		expect(job.audioUrl).toBe('https://zoom.us/rec/file');

		const second = await claimJob({}, {...given, request});
		const engine = {...second.engine, isKnownAudioUrl: () => Promise.resolve(true)};
		await collect(bringAudio(second.job, {...second.run, engine}));
		expect((await second.read()).audioUrl).toBe(`https://zoom.us/rec/file#${second.job.id}`);
	});

	test.each([
		['of a file without times', {start: undefined}],
		['of a file without an end', {end: undefined}],
	])('and is as long as the meeting, %s', async (_, part) => {
		const {asked: __, ...given} = services(() => meetingOf({files: [{...file, ...part}]}));
		const {take} = await claimJob({}, given);
		expect((await take(bringAudio)).job.audioSeconds).toBe(1800);
	});
});

describe('of a meeting with several files it is', () => {
	const other = {...file, id: 'other'};
	const ada = {...file, id: 'ada', fileName: safeText('Audio only - Ada')};
	const gone = (meetingPart: NonNullable<ClaimOptions['meeting']>) => ({
		files: [other],
		meeting: meetingPart,
	});

	test.each([
		['the chosen one', {files: [other, file]}, 'file'],
		[
			'that of one participant',
			{
				files: [other],
				ada: {...ada, id: 'file'},
				meeting: {participantFile: safeText('Ada'), fileStart: start.toISOString()},
			},
			'file',
		],
		[
			'another one where the chosen one is not ready',
			{files: [{...file, isReady: false}, other]},
			'other',
		],
		['another one where the chosen one is gone', {files: [other]}, 'other'],
		['one of the same stretch', gone({fileStart: start.toISOString()}), 'other'],
		['none of another stretch', gone({fileStart: twoMinutesLater.toISOString()}), undefined],
		['none of everybody for that of one', gone({participantFile: safeText('Ada')}), undefined],
	] as const)('%s', async (_, recorded, expected) => {
		const files = {
			files: recorded.files,
			participantAudioFiles: 'ada' in recorded ? [recorded.ada] : [],
		};
		const {asked, ...given} = services(() => meetingOf(files));
		const {take} = await claimJob(
			{},
			{...given, ...('meeting' in recorded && {meeting: recorded.meeting})},
		);
		await (expected === undefined
			? expect(take(bringAudio)).rejects.toMatchObject({
					code: 'not-found',
					message: 'The recording has the chosen file no more',
					hint: expect.stringContaining('recscribe meetings'),
				})
			: take(bringAudio));
		expect(asked.slice(1)).toEqual(expected === undefined ? [] : [`download ${expected}`]);
	});

	test.each([
		['the best one, which is said', ['file', 'other'], 1],
		['another one, of which nothing is said', ['best', 'file'], 0],
	])('%s', async (_, [longer = '', shorter = ''], remarks) => {
		const later = {start: twoMinutesLater, end: twoMinutesLater};
		const files = [
			{...file, id: longer},
			{...file, id: shorter, ...later},
		];
		const {asked, ...given} = services(() => meetingOf({files}));
		const {take, read} = await claimJob({}, given);
		await take(bringAudio);
		expect(asked.at(-1)).toBe('download file');
		expect((await read()).remarks).toHaveLength(remarks);
	});
});

describe('what breaks on the way', () => {
	function failing(times: number, create: () => Error) {
		let count = 0;
		return services(() => {
			count++;
			if (count <= times) {
				throw create();
			}

			return meeting;
		});
	}

	test.each(['network', 'service', 'rate-limited'] as const)(
		'for a while (%s) is begun again, three times',
		async code => {
			const create = () => new UserError('Not now', {code});
			const {asked, ...passing} = failing(3, create);
			await (await claimJob({}, {...passing, timings})).take(bringAudio);
			expect(asked.filter(what => what === 'meeting uuid')).toHaveLength(4);

			const {asked: askedInVain, ...lasting} = failing(4, create);
			await expect((await claimJob({}, {...lasting, timings})).take(bringAudio)).rejects.toThrow(
				'Not now',
			);
			expect(askedInVain).toHaveLength(4);
		},
	);

	test.each([
		['a refusal', () => new UserError('Never', {code: 'not-found'})],
		['a mistake of ours', () => Object.assign(new Error('Never'), {code: 'network'})],
	])('by %s is not begun again', async (_, create) => {
		const {asked, ...given} = failing(1, create);
		const {take} = await claimJob({}, {...given, timings});
		await expect(take(bringAudio)).rejects.toThrow('Never');
		expect(asked).toHaveLength(1);
	});

	test.each([
		['longer each time', 20, undefined, 20 + 40 + 80],
		['as long as it is asked to', 1, 50, 150],
		['no shorter than usual, whatever it is asked', 20, 1, 20 + 40 + 80],
	])('is waited for, %s', async (_, backoffMs, retryAfterMs, leastMs) => {
		const {asked: __, ...given} = failing(
			3,
			() => new ZoomError('Not now', {code: 'rate-limited', retryAfterMs}),
		);
		const {take} = await claimJob({}, {...given, timings: {...timings, backoffMs}});
		const begun = performance.now();
		await take(bringAudio);
		// A timer of Node's may be a millisecond early.
		expect(performance.now() - begun).toBeGreaterThan(leastMs - 10);
	});

	test('about the whole account stops the line', async () => {
		const {asked: __, ...given} = failing(
			1,
			() => new ZoomError('No', {code: 'not-allowed', remedy: 'renew-token'}),
		);
		const {take} = await claimJob({}, {...given, timings});
		await expect(take(bringAudio)).rejects.toBeInstanceOf(QueuePaused);
	});
});

describe('a job that is given up', () => {
	test('while something breaks is not begun again', async () => {
		const {asked, ...given} = services(() => {
			stop(reason);
			throw new UserError('Not now', {code: 'network'});
		});
		const {take, stop} = await claimJob({}, {...given, timings});
		await expect(take(bringAudio)).rejects.toBe(reason);
		expect(asked).toHaveLength(1);
	});

	test('as the last byte arrives keeps where it is', async () => {
		const {asked: _, ...given} = services(undefined, async () => {
			stop(reason);
			return audioUrl;
		});
		const {take, stop, read} = await claimJob({}, {...given, timings});
		await expect(take(bringAudio)).rejects.toBe(reason);
		expect((await read()).audioUrl).toBe(audioUrl);
	});
});

describe('how far an upload is', () => {
	beforeEach(() => {
		vi.useFakeTimers({toFake: ['performance']});
	});

	afterEach(() => {
		vi.useRealTimers();
	});

	test('is on disk once a second, for other Recscribes to see', async () => {
		const onDisk: (number | undefined)[] = [];
		const {asked: _, ...given} = services(undefined, async (__, {onBytes}) => {
			for (const [sentBytes, ms] of [
				[10, 0],
				[20, 800],
				[30, 200],
				[40, 900],
				[50, 100],
			] as const) {
				vi.advanceTimersByTime(ms);
				onBytes(sentBytes);
				for (let turn = 0; turn < 20; turn++) {
					await new Promise(resolve => setImmediate(resolve));
				}

				onDisk.push((await read()).sentBytes);
			}

			return audioUrl;
		});
		const {take, read} = await claimJob({}, given);
		await take(bringAudio);
		expect(onDisk).toEqual([0, 0, 30, 30, 50]);
	});
});
