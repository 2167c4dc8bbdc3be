import {mkdtempSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {AssemblyAI} from '../../source/assemblyai/assemblyai.ts';
import {UserError} from '../../source/errors.ts';
import {createJobs, type Jobs} from '../../source/jobs/jobs.ts';
import {type Library, type NewJob, openLibrary} from '../../source/library/library.ts';
import {safeText} from '../../source/safe-text.ts';
import type {Zoom} from '../../source/zoom/zoom.ts';

let folder: string;
let library: Library;
let jobs: Jobs;
/** Meetings that Zoom has been asked for, with how to answer. */
let asked: Map<string, PromiseWithResolvers<never>>;

function refuse(): never {
	throw new Error('No job asks for this');
}

/** Answers about a meeting when the test says so; nothing comes after that. */
const zoom: Zoom = {
	listUsers: refuse,
	getUser: refuse,
	listMeetings: refuse,
	openDownload: refuse,
	createDirectLink: refuse,
	getMeeting(uuid, signal) {
		const answer = Promise.withResolvers<never>();
		signal.addEventListener('abort', () => answer.reject(signal.reason));
		asked.set(uuid, answer);
		return answer.promise;
	},
};

const assemblyai: AssemblyAI = {
	checkKey: refuse,
	upload: refuse,
	submit: refuse,
	getTranscript: refuse,
	waitForTranscript: refuse,
	listTranscripts: refuse,
	deleteTranscript: refuse,
};

beforeEach(() => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'recscribe-jobs-'));
	library = openLibrary(folder);
	asked = new Map();
	jobs = createJobs({zoom, assemblyai, library});
});

afterEach(() => {
	jobs.close();
	library.close();
	rmSync(folder, {recursive: true});
});

function newJob(topic: string): NewJob {
	return {
		meeting: {
			uuid: topic,
			number: '1',
			topic: safeText(topic),
			start: '2026-11-24T09:00:00Z',
			durationMinutes: 1,
		},
		recordingFileId: 'file',
		request: {audio: 'stream', speechModels: [], speakerLabels: true},
	};
}

function stages(): readonly string[] {
	return jobs.snapshot().map(({job, progress}) => `${job.meeting.topic} ${progress.stage}`);
}

function fail(topic: string): void {
	asked.get(topic)?.reject(new UserError('No'));
}

test('four run at once, and the next one begins when one has ended', async () => {
	for (const topic of ['a', 'b', 'c', 'd', 'e', 'f']) {
		jobs.start(newJob(topic));
	}

	await vi.waitUntil(() => asked.size === 4);
	expect(stages()).toEqual([
		'a fetching',
		'b fetching',
		'c fetching',
		'd fetching',
		'e planned',
		'f planned',
	]);
	expect(jobs.snapshot().map(({startedAt}) => startedAt !== undefined)).toEqual([
		true,
		true,
		true,
		true,
		false,
		false,
	]);
	fail('b');
	await vi.waitUntil(() => asked.has('e'));
	expect(stages()).toContain('b failed');
	expect(stages()).toContain('f planned');
	expect(jobs.snapshot()[1]).toMatchObject({endedAt: expect.any(Number)});
});

test('one that is still in line is given up at once, and never begins', async () => {
	const ids = ['a', 'b', 'c', 'd', 'e', 'f'].map(topic => jobs.start(newJob(topic)));
	await vi.waitUntil(() => asked.size === 4);
	jobs.cancel(ids[4] ?? '');
	expect(stages()).toContain('e cancelled');
	expect(library.listJobs().find(({id}) => id === ids[4])?.stage).toBe('cancelled');
	fail('a');
	await vi.waitUntil(() => asked.has('f'));
	expect(asked.has('e')).toBe(false);
});

test('one that is on its way is given up, and makes room', async () => {
	const ids = ['a', 'b', 'c', 'd', 'e'].map(topic => jobs.start(newJob(topic)));
	await vi.waitUntil(() => asked.size === 4);
	jobs.cancel(ids[0] ?? '');
	await vi.waitUntil(() => asked.has('e'));
	expect(stages()).toContain('a cancelled');
});

test('a second try is a new job that asks for the same', async () => {
	const first = jobs.start(newJob('a'));
	await vi.waitUntil(() => asked.has('a'));
	fail('a');
	await vi.waitUntil(() => stages().includes('a failed'));
	const second = jobs.retry(first);
	expect(second).not.toBe(first);
	await vi.waitUntil(() => stages().includes('a fetching'));
	expect(stages()).toEqual(['a failed', 'a fetching']);
	expect(library.listJobs().map(({request}) => request)).toEqual([
		newJob('a').request,
		newJob('a').request,
	]);
	expect(jobs.retry('no such job')).toBeUndefined();
});

test('whoever watches hears of every change, and sees the same until there is one', async () => {
	const listener = vi.fn();
	const stop = jobs.subscribe(listener);
	expect(jobs.snapshot()).toBe(jobs.snapshot());
	jobs.start(newJob('a'));
	expect(listener).toHaveBeenCalled();
	const before = jobs.snapshot();
	await vi.waitUntil(() => stages().includes('a fetching'));
	expect(jobs.snapshot()).not.toBe(before);
	stop();
	listener.mockClear();
	fail('a');
	await vi.waitUntil(() => stages().includes('a failed'));
	expect(listener).not.toHaveBeenCalled();
});

test('closing stops them all, and leaves on record how far they were', async () => {
	for (const topic of ['a', 'b', 'c', 'd', 'e']) {
		jobs.start(newJob(topic));
	}

	await vi.waitUntil(() => asked.size === 4);
	jobs.close();
	await Promise.allSettled([...asked.values()].map(({promise}) => promise));
	expect(asked.has('e')).toBe(false);
	expect(library.listJobs().map(({stage}) => stage)).toEqual([
		'planned',
		'fetching',
		'fetching',
		'fetching',
		'fetching',
	]);
});
